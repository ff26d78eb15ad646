// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok } from '@/lib/errors';
import type { AccountRow, AccountsPage, Request } from '@/lib/messages/protocol';
import { defaultSettings } from '@/lib/settings/settings';
import { App } from './app';
import { firstRows } from '@/lib/messages/first-rows';
import { accountRow, createFakePort, later, openWorld } from './fake-port';
import * as views from './later';

beforeEach(async () => {
  const lazies = [
    views.rowMenu,
    views.palette,
    views.shortcuts,
    views.groups,
    views.foundActions,
    views.rowEye,
  ];
  await Promise.all([...lazies.map((view) => view.load()), views.rowExtra.load()]);
});
afterEach(() => act(() => render(null, document.body)));

const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 25)));
const all = (selector: string) => [...document.body.querySelectorAll<HTMLElement>(selector)];
const one = (selector: string) => {
  const found = document.body.querySelector<HTMLElement>(selector);
  if (!found) throw new RangeError(`"${selector}" expected in: ${document.body.textContent}`);
  return found;
};
const focused = () => document.activeElement?.getAttribute('data-row') ?? document.activeElement?.tagName;

interface Opened {
  readonly rows?: AccountRow[];
  readonly tags?: string[];
  readonly onDemand?: boolean;
}

/** A background with an order, groups and a search, as simple as they can be. */
async function open({ rows = [], tags = [], onDemand = false }: Opened) {
  const world = openWorld(rows);
  const page = ({ query, offset, limit, tag, follow }: Request<'accounts.page'>): AccountsPage => {
    const found = world.rows.filter(
      ({ issuer, name }) => issuer.includes(query) && (tag === undefined || name.includes(tag)),
    );
    return {
      total: found.length,
      offset,
      rows: found.slice(offset, offset + limit),
      here: found.filter(({ here }) => here).length,
      host: 'id.example.ca',
      ...(tags.length > 0 && { tags }),
      ...(follow !== undefined && { at: found.findIndex(({ id }) => id === follow) }),
    };
  };
  const settings = { ...defaultSettings, language: 'en' as const, codesOnDemand: onDemand };
  const glance = () =>
    ok({
      vault: world.vault,
      page: page({ tabId: 7, query: '', offset: 0, limit: firstRows }),
      card: null,
      settings,
    });
  const fake = createFakePort(world, {
    glance,
    'accounts.page': (request) => ok(page(request)),
    'list.about': () => ok({ pinned: false, tags: [], known: tags }),
    'list.move': ({ accountId, to }: Request<'list.move'>) => {
      const from = world.rows.findIndex(({ id }) => id === accountId);
      const at = to === 'up' ? from - 1 : from + 1;
      const [moved] = world.rows.splice(from, 1);
      if (moved) world.rows.splice(at, 0, moved);
      return ok({ moved: true, place: at + 1, total: world.rows.length });
    },
  });
  await act(async () => {
    render(<App port={fake.port} first={{ ...fake.first, glance: glance() }} later={later} />, document.body);
  });
  await settle();
  return { ...fake, world };
}
const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => accountRow(index));

/** To what has the focus; in a dialog, which takes it in a browser. */
async function press(key: string, init: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  await act(async () => {
    const dialog = document.querySelector('dialog');
    const inDialog = dialog?.querySelector('input, button') ?? document.body;
    const target = document.activeElement ?? document.body;
    (dialog && !dialog.contains(target) ? inDialog : target).dispatchEvent(event);
  });
  await settle();
  return event;
}
async function click(element: HTMLElement) {
  await act(async () => element.click());
  await settle();
}
async function type(selector: string, value: string) {
  await act(async () => {
    const input = one(selector) as HTMLInputElement;
    input.value = value;
    input.focus();
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settle();
}

test.each<[string, readonly (string | [string, KeyboardEventInit])[], string]>([
  ['down into the list', ['ArrowDown'], 'id-0'],
  ['down and down', ['ArrowDown', 'ArrowDown'], 'id-1'],
  ['up from the first row', ['ArrowDown', 'ArrowUp'], 'INPUT'],
  ['to the last row', ['End'], 'id-299'],
  ['to the last row and back', ['End', 'Home'], 'id-0'],
  ['up from the last row', ['End', 'ArrowUp'], 'id-298'],
  ['by a screen', ['ArrowDown', 'PageDown', 'PageUp'], 'id-0'],
  ['past the end', ['End', 'ArrowDown', 'PageDown'], 'id-299'],
  ['a letter, back to the search', ['ArrowDown', 'x'], 'INPUT'],
  ['Control+F, to the search', ['ArrowDown', ['f', { ctrlKey: true }]], 'INPUT'],
])('walks %s', async (_, keys, where) => {
  await open({ rows: rowsOf(300) });
  for (const key of keys) await (typeof key === 'string' ? press(key) : press(...key));
  expect(focused()).toBe(where);
});

test('Escape empties the search, then shows all groups, then closes', async () => {
  const { port } = await open({ rows: rowsOf(3), tags: ['name-1'] });
  await click(one('.groups button:nth-child(2)'));
  expect(all('[data-row]')).toHaveLength(1);
  await type('input[type=search]', 'Issuer');
  one('input[type=search]').focus();
  await press('Escape');
  expect((one('input[type=search]') as HTMLInputElement).value).toBe('');
  expect(all('[data-row]')).toHaveLength(1);
  await press('Escape');
  expect(all('[data-row]')).toHaveLength(3);
  expect(port.close).not.toHaveBeenCalled();
  await press('Escape');
  expect(port.close).toHaveBeenCalledOnce();
});

test('the row that has the focus keeps it when rows change places, and after what is done with the keyboard', async () => {
  const { world, changed } = await open({ rows: rowsOf(6) });
  await press('ArrowDown');
  await press('ArrowDown');
  expect(focused()).toBe('id-1');
  world.rows = world.rows.toReversed();
  await act(async () => changed());
  await settle();
  expect(focused()).toBe('id-1');
  expect(one('.row.active').getAttribute('aria-posinset')).toBe('5');
  await press('ArrowDown');
  expect(focused()).toBe('id-0');
});

test('Alt and an arrow move the account, which keeps the focus, and say where it is', async () => {
  const { asked, world } = await open({ rows: rowsOf(4) });
  await press('ArrowDown');
  await press('ArrowDown', { altKey: true });
  expect(asked).toContainEqual({ name: 'list.move', request: { tabId: 7, accountId: 'id-0', to: 'down' } });
  expect(world.rows.map(({ id }) => id)).toEqual(['id-1', 'id-0', 'id-2', 'id-3']);
  expect(one('.said').textContent).toBe('Issuer 0 is now 2 of 4.');
  expect(focused()).toBe('id-0');
  expect(one('.row.active').getAttribute('aria-posinset')).toBe('2');
});

test('nothing is moved in the order of a search', async () => {
  const { names } = await open({ rows: rowsOf(4) });
  await type('input[type=search]', 'Issuer');
  await press('ArrowDown');
  await press('ArrowDown', { altKey: true });
  expect(names()).not.toContain('list.move');
});

test('codes on demand are in no row before they are asked for, can be copied all the same, and hide again', async () => {
  const { port } = await open({ rows: rowsOf(2), onDemand: true });
  expect(document.body.innerHTML).not.toMatch(/\b100\D?00[01]\b|1 0 0, 0 0/);
  await press('Enter');
  expect(port.copy).toHaveBeenCalledExactlyOnceWith('100000');
  await press('Enter', { shiftKey: true });
  expect(one('.code').textContent).toBe('100\u00A0000');
  expect(all('.code')[1]?.textContent).toBe('••• •••');
  await click(one('[aria-label="Hide the code for Issuer 0"]'));
  expect(one('.code').textContent).toBe('••• •••');
});

test('a code that was copied is said to be used until its step ends', async () => {
  const { asked } = await open({ rows: rowsOf(2) });
  await click(one('[data-row="id-1"]'));
  expect(asked).toContainEqual({
    name: 'list.used',
    request: { accountId: 'id-1', untilMs: Math.ceil((Date.now() + 1) / 30_000) * 30_000 },
  });
  expect(one('[data-row="id-1"]').getAttribute('aria-label')).toContain('used');
  expect(one('[data-row="id-0"]').getAttribute('aria-label')).not.toContain('used');
});

test('the menu of a row pins, groups and moves, and gives the focus back', async () => {
  const { asked } = await open({ rows: rowsOf(3), tags: ['Home'] });
  await press('ArrowDown');
  await press('ContextMenu');
  await click(
    all('.row-menu-main button').find(({ textContent }) => textContent === 'Pin to the top') ?? document.body,
  );
  expect(asked).toContainEqual({ name: 'list.pin', request: { accountId: 'id-0', pinned: true } });
  expect(all('dialog')).toHaveLength(0);
  await press('ContextMenu');
  await click(
    all('.row-menu-main button').find(({ textContent }) => textContent === 'Groups…') ?? document.body,
  );
  await click(one('.row-groups input[type=checkbox]'));
  expect(asked).toContainEqual({ name: 'list.tags', request: { accountId: 'id-0', tags: ['Home'] } });
  await press('Escape');
  expect(all('dialog')).toHaveLength(0);
  await press('ContextMenu');
  await click(
    all('.row-menu-main button').find(({ textContent }) => textContent === 'Move…') ?? document.body,
  );
  await click(
    all('.row-menu-main button').find(({ textContent }) => textContent === 'Down') ?? document.body,
  );
  expect(asked).toContainEqual({ name: 'list.move', request: { tabId: 7, accountId: 'id-0', to: 'down' } });
});

test.each([
  ['k', { ctrlKey: true }],
  ['K', { metaKey: true }],
  ['>', {}],
] as const)(
  'the command palette opens by %s %o and does what is named, in either language',
  async (key, init) => {
    const { asked } = await open({ rows: rowsOf(2) });
    expect((await press(key, init)).defaultPrevented).toBe(true);
    await type('.palette input', 'numeriser');
    expect(all('.palette [role=option]')[0]?.dataset['action']).toBe('scan');
    await press('Enter');
    expect(all('dialog')).toHaveLength(0);
    expect(asked).toContainEqual({ name: 'enrol.scan', request: { tabId: 7 } });
  },
);

test.each([
  ['scaner', 'scan'],
  ['verouiller', 'lock'],
  ['sauvegarde', 'backup'],
  ['theme dark', 'look-dark'],
  ['anglais', 'english'],
  ['raccourcis', 'shortcuts'],
  ['corbeille', 'place-trash'],
  ['import', 'import'],
  ['trier recent', 'sort-recent'],
  ['epingler', 'pin'],
  ['renommer', 'details'],
  ['supprimer', 'remove'],
  ['groupe', 'groups'],
  ['copier le code', 'copy'],
  ['montrer mes codes', 'on-demand'],
  ['accueil', 'welcome'],
  ['reparer', 'recovery'],
  ['emporter', 'place-export'],
  ['trier wxyz', 'search'],
])('what is called %s is found as %s', async (query, id) => {
  await open({ rows: rowsOf(2) });
  await press('k', { ctrlKey: true });
  await type('.palette input', query);
  expect(all('.palette [role=option]')[0]?.dataset['action']).toBe(id);
});

test('the palette works for the row that was chosen, and searches the accounts for anything else', async () => {
  const { port, asked } = await open({ rows: rowsOf(3) });
  await press('ArrowDown');
  await press('ArrowDown');
  await press('>');
  expect(one('[data-action=copy]').textContent).toContain('Issuer 1');
  await press('Enter');
  expect(port.copy).toHaveBeenCalledExactlyOnceWith('100001');
  await press('>');
  await type('.palette input', 'qwxz');
  await press('Enter');
  expect(asked).toContainEqual({
    name: 'accounts.page',
    request: { tabId: 7, query: 'qwxz', offset: 0, limit: firstRows },
  });
});

test('everything that the menu of an account has can be done by its name', async () => {
  const { asked } = await open({ rows: rowsOf(3) });
  const run = async (query: string) => {
    await press('>');
    await type('.palette input', query);
    await press('Enter');
    await settle();
  };
  await run('pin to the top');
  expect(asked).toContainEqual({ name: 'list.pin', request: { accountId: 'id-0', pinned: true } });
  await run('move');
  expect(one('.row-menu-main').textContent).toContain('To the top');
  await press('Escape');
  await run('remove from seconde');
  expect(document.activeElement?.textContent).toBe('Remove from Seconde');
  await press('Escape');
  await run('details');
  await vi.waitFor(() => expect(asked.map(({ name }) => name)).toContain('accounts.details'));
});

test('a search that no account answers offers the action of that name', async () => {
  await open({ rows: rowsOf(2) });
  await type('input[type=search]', 'scanner');
  expect(one('.found-actions button').textContent).toBe('Scan this page');
});

test('? shows the shortcuts and is no part of a search; in a search it is', async () => {
  await open({ rows: rowsOf(2) });
  await press('?');
  expect(one('dialog.keys').textContent).toContain('Alt');
  await press('Escape');
  expect(all('dialog')).toHaveLength(0);
  await type('input[type=search]', 'x');
  one('input[type=search]').focus();
  expect((await press('?')).defaultPrevented).toBe(false);
  expect(all('dialog')).toHaveLength(0);
});

test('there are no groups to choose where there is none, and one that is gone is left', async () => {
  await open({ rows: rowsOf(2) });
  expect(all('.groups')).toHaveLength(0);
  await act(() => render(null, document.body));
  const tags = ['name-0', 'name-1'];
  const { changed } = await open({ rows: rowsOf(2), tags });
  await click(one('.groups button:nth-child(3)'));
  expect(all('[data-row]')).toHaveLength(1);
  tags.pop();
  await act(async () => changed());
  await settle();
  expect(all('[data-row]')).toHaveLength(2);
});

test('a popup is not searched while a letter is being composed', async () => {
  const { port } = await open({ rows: rowsOf(2) });
  await press('Enter', { isComposing: true });
  expect(port.copy).not.toHaveBeenCalled();
  expect(vi.isMockFunction(port.copy)).toBe(true);
});

test('the arrows go on from the row that was clicked', async () => {
  await open({ rows: rowsOf(5) });
  await click(one('[data-row="id-2"]'));
  one('[data-row="id-2"]').focus();
  await press('ArrowDown');
  expect(focused()).toBe('id-3');
});

test('what is moved is the account that was chosen, however soon the next key comes', async () => {
  const { world, changed } = await open({ rows: rowsOf(5) });
  await press('ArrowDown');
  const again = () =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true, cancelable: true }),
    );
  await act(async () => {
    again();
    changed();
    await Promise.resolve();
    again();
    changed();
  });
  await settle();
  await press('ArrowDown', { altKey: true });
  expect(world.rows.map(({ id }) => id)).toEqual(['id-1', 'id-2', 'id-3', 'id-0', 'id-4']);
  expect(focused()).toBe('id-0');
});

test.each([
  ['issuer', { issuer: 'Renamed' }, 'Renamed'],
  ['name', { name: 'renamed' }, 'renamed'],
  ['confirmation', { confirmed: false }, 'not verified yet'],
  ['picture', { mark: 'github' }, '/marks/github.svg'],
])('a row whose %s changed meanwhile is drawn anew', async (_, change, seen) => {
  const { world, changed: tell } = await open({ rows: rowsOf(2) });
  expect(document.body.innerHTML).not.toContain(seen);
  world.rows = world.rows.map((row, index) => (index === 1 ? { ...row, ...change } : row));
  await act(async () => tell());
  await settle();
  expect(document.querySelector('.row:nth-child(2)')?.innerHTML).toContain(seen);
});

test('what is not seen of the rows comes after the first frame, and nothing else changes', async () => {
  await open({ rows: rowsOf(3) });
  const first = document.querySelectorAll('.row')[1]?.textContent;
  expect(document.querySelectorAll('.row-enter')).toHaveLength(1);
  await vi.waitFor(() => expect(document.querySelectorAll('.row-enter')).toHaveLength(3));
  expect(document.querySelectorAll('.row')[1]?.textContent).toBe(first);
});
