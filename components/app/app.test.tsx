// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fail, ok } from '@/lib/errors';
import { App } from './app';
import * as views from './later';
import { firstRows } from '@/lib/messages/first-rows';
import { accountRow, createFakePort, later, openWorld, type World } from './fake-port';

beforeEach(async () => {
  await Promise.all([
    views.protect.load(),
    views.unlockForm.load(),
    views.card.load(),
    views.unusable.load(),
  ]);
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 21, 12, 0, 2) });
});
afterEach(() => {
  act(() => render(null, document.body));
  vi.useRealTimers();
});

async function settle(ms = 0): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
}

async function open(world: World, answers: Parameters<typeof createFakePort>[1] = {}) {
  const fake = createFakePort(world, answers);
  await act(async () => {
    render(<App port={fake.port} first={fake.first} later={later} />, document.body);
  });
  await settle(20);
  return fake;
}

const all = (selector: string) => [...document.body.querySelectorAll<HTMLElement>(selector)];
const one = <E extends HTMLElement = HTMLElement>(selector: string) => {
  const found = document.body.querySelector<E>(selector);
  if (!found) throw new RangeError(`"${selector}" expected in the page`);
  return found;
};
const button = (text: string) => {
  const found = all('button').find(
    (element) => element.textContent?.includes(text) || element.getAttribute('aria-label') === text,
  );
  if (!found) throw new RangeError(`button "${text}" expected`);
  return found;
};
async function press(key: string, init: KeyboardEventInit = {}) {
  const target = document.activeElement ?? document.body;
  await act(async () => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
  });
  await settle(20);
}
async function click(element: HTMLElement) {
  await act(async () => element.click());
  await settle(20);
}
async function type(selector: string, value: string) {
  const input = one<HTMLInputElement>(selector);
  await act(async () => {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settle(20);
}

test('shows the accounts of the site first, under its name, with their codes in groups', async () => {
  await open(openWorld([accountRow(0, { here: true }), accountRow(1)]));
  expect(all('h2').map((heading) => heading.textContent)).toEqual(['For id.example.ca', 'Other accounts']);
  expect(all('.code').map((code) => code.textContent)).toEqual(['100\u00A0000', '100\u00A0001']);
  expect(all('.row.here')).toHaveLength(1);
});

test('a click copies the code of this step and says so', async () => {
  const { port } = await open(openWorld([accountRow(0), accountRow(1)]));
  await click(one('[data-row="id-1"]'));
  expect(port.copy).toHaveBeenCalledExactlyOnceWith('100001');
  expect(one('[role=status].said').textContent).toBe('Code copied');
  expect(one('.copied').textContent).toBe('Code copied');
});

test('says when the browser did not allow the copy', async () => {
  const fake = createFakePort(openWorld([accountRow(0)]));
  vi.mocked(fake.port.copy).mockResolvedValue(false);
  await act(async () => render(<App port={fake.port} first={fake.first} later={later} />, document.body));
  await click(one('[data-row="id-0"]'));
  expect(one('.said').textContent).toContain('did not allow');
  expect(all('.copied')).toHaveLength(0);
});

test('Enter in the search copies the first account; arrows move to the others', async () => {
  const { port } = await open(openWorld([accountRow(0), accountRow(1), accountRow(2)]));
  expect(document.activeElement).toBe(one('input[type=search]'));
  await press('Enter');
  expect(port.copy).toHaveBeenLastCalledWith('100000');
  await press('ArrowDown');
  expect(document.activeElement).toBe(one('[data-row="id-0"]'));
  await press('ArrowDown');
  expect(document.activeElement).toBe(one('[data-row="id-1"]'));
  await press('ArrowUp');
  await press('ArrowUp');
  expect(document.activeElement).toBe(one('input[type=search]'));
});

test('Control+Enter enters the code of the chosen account', async () => {
  const { asked } = await open(openWorld([accountRow(0), accountRow(1)]));
  await press('Enter', { ctrlKey: true });
  expect(asked).toContainEqual({
    name: 'fill.account',
    request: { tabId: 7, accountId: 'id-0', confirmedHost: null },
  });
});

test('typing anywhere goes to the search, which asks at each change', async () => {
  const { asked } = await open(openWorld([accountRow(0), accountRow(1)]));
  await press('ArrowDown');
  await press('x');
  expect(document.activeElement).toBe(one('input[type=search]'));
  await type('input[type=search]', 'Issuer 1');
  expect(asked.at(-1)).toEqual({
    name: 'accounts.page',
    request: { tabId: 7, query: 'Issuer 1', offset: 0, limit: firstRows },
  });
  expect(all('[data-row]')).toHaveLength(1);
  await type('input[type=search]', 'nobody');
  expect(one('.nothing').textContent).toBe('No account matches “nobody”.');
});

test('of a thousand accounts only those in sight are drawn', async () => {
  await open(openWorld(Array.from({ length: 1000 }, (_, index) => accountRow(index))));
  expect(all('.row').length).toBeLessThan(20);
  expect(one('.row').getAttribute('aria-setsize')).toBe('1000');
});

test('the next code is shown in the last five seconds, and takes over by itself; rows are asked for once', async () => {
  const world = openWorld([accountRow(0)]);
  const { names } = await open(world);
  expect(all('.row-note')).toHaveLength(0);
  await settle(23_500);
  expect(one('.row-note').textContent).toBe('then 200\u00A0000');
  const before = names().filter((name) => name === 'accounts.page').length;
  await settle(4500);
  expect(one('.code').textContent).toBe('200\u00A0000');
  world.rows = [accountRow(7, { id: 'id-0' })];
  await settle(4000);
  expect(one('.code').textContent).toBe('100\u00A0007');
  expect(names().filter((name) => name === 'accounts.page').length).toBeLessThanOrEqual(before + 2);
});

test('an open list at rest moves its ring and asks for nothing', async () => {
  const { names } = await open(openWorld([accountRow(0)]));
  const before = names().length;
  const gone = () => Number(document.querySelector<SVGElement>('.time-run')?.style.strokeDashoffset);
  const atFirst = gone();
  await settle(20_000);
  expect(names()).toHaveLength(before);
  expect(gone() - atFirst).toBeCloseTo(20 / 30, 1);
});

test('a counted account shows its code only when asked', async () => {
  const row = accountRow(0, { code: { kind: 'counted', current: null, counter: 4 } });
  const { port } = await open(openWorld([row]), {
    'accounts.next': () => ok({ code: '482913', counter: 5 }),
  });
  expect(one('.code').textContent).toBe('••• •••');
  await click(one('[data-row="id-0"]'));
  expect(port.copy).not.toHaveBeenCalled();
  expect(one('.code').textContent).toBe('482\u00A0913');
});

test('entering a code closes the popup, so that the page has the focus', async () => {
  const { port, names } = await open(openWorld([accountRow(0, { here: true })]));
  await click(button('Enter code'));
  expect(names()).toContain('fill.account');
  expect(port.close).toHaveBeenCalledOnce();
});

test('a fill that is refused at once keeps the popup open and says why', async () => {
  const { port } = await open(openWorld([accountRow(0, { here: true })]), {
    'fill.account': () => fail('page-grant-lost'),
  });
  await click(button('Enter code'));
  expect(port.close).not.toHaveBeenCalled();
  expect(one('[role=alert]').textContent).toContain('no longer lets Seconde see this page');
});

test('asks to protect the vault until it is, and takes no short or mistyped password', async () => {
  const world = openWorld([accountRow(0)]);
  world.vault = { kind: 'open', protected: false, accounts: 1 };
  const { asked, names } = await open(world);
  expect(all('[aria-label="Lock the vault"]')).toHaveLength(0);
  await click(button('Protect with a password'));
  await settle(50);
  const [first, second] = all('input[autocomplete=new-password]') as HTMLInputElement[];
  const fillIn = async (one: string, two: string) => {
    await act(async () => {
      for (const [input, value] of [
        [first, one],
        [second, two],
      ] as const) {
        if (!input) throw new RangeError('two password fields expected');
        input.value = value;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    await act(async () => {
      document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    });
    await settle(20);
  };
  await fillIn('court', 'court');
  expect(one('[role=alert]').textContent).toContain('at least 8');
  await fillIn('chat bleu vif', 'chat bleu vit');
  expect(one('[role=alert]').textContent).toContain('not the same');
  expect(names()).not.toContain('vault.protect');
  world.vault = { kind: 'open', protected: true, accounts: 1 };
  await fillIn('chat bleu vif', 'chat bleu vif');
  expect(asked).toContainEqual({ name: 'vault.protect', request: { password: 'chat bleu vif' } });
  expect(all('.banner')).toHaveLength(0);
  expect(button('Lock the vault')).toBeTruthy();
});

test('a locked vault shows no code, and a wrong password is said', async () => {
  const world: World = { rows: [accountRow(0)], card: null, vault: { kind: 'locked' } };
  const { asked } = await open(world, { 'vault.unlock': () => fail('password-wrong') });
  await settle(50);
  expect(document.body.textContent).not.toContain('100\u00A0000');
  expect(document.activeElement).toBe(one('input[type=password]'));
  await type('input[type=password]', 'pas le bon');
  await act(async () => {
    document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
  await settle(20);
  expect(asked.at(-1)).toEqual({ name: 'vault.unlock', request: { password: 'pas le bon' } });
  expect(one('[role=alert]').textContent).toContain('not the right password');
});

test('locking elsewhere takes the codes off the screen', async () => {
  const world = openWorld([accountRow(0)]);
  const { changed } = await open(world);
  world.vault = { kind: 'locked' };
  await act(async () => changed());
  await settle(50);
  expect(document.body.textContent).not.toContain('100\u00A0000');
  expect(document.body.textContent).toContain('The vault is locked');
});

test('an unusable vault is never shown as an empty one', async () => {
  await open({ rows: [], card: null, vault: { kind: 'unusable', failure: { code: 'vault-damaged' } } });
  expect(document.body.textContent).toContain('The vault is damaged');
  expect(document.body.textContent).not.toContain('first account');
});

test('an empty vault says what to do, and Scan this page is always there', async () => {
  const { asked } = await open({ rows: [], card: null, vault: { kind: 'empty' } });
  expect(document.body.textContent).toContain('Right-click the QR code');
  await click(button('Scan this page'));
  expect(asked).toContainEqual({ name: 'enrol.scan', request: { tabId: 7 } });
});
