// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { ok } from '@/lib/errors';
import type { Card } from '@/lib/messages/protocol';
import { App } from '../app/app';
import { accountRow, createFakePort, later, openWorld, type World } from '../app/fake-port';
import { card as cardChunk } from '../app/later';

beforeEach(async () => {
  await cardChunk.load();
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 21, 12, 0, 2) });
});
afterEach(() => {
  act(() => render(null, document.body));
  vi.useRealTimers();
});

async function settle(ms = 30): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
}

async function show(card: Card, change: (world: World) => void = () => undefined) {
  const world = openWorld([accountRow(0, { here: true }), accountRow(1)], card);
  change(world);
  const fake = createFakePort(world, {
    'backup.write': () => ok({ fileName: 'backup.json', text: '{}', accounts: 2 }),
  });
  await act(async () => render(<App port={fake.port} first={fake.first} later={later} />, document.body));
  await settle();
  return { ...fake, world };
}

const text = () => document.body.textContent ?? '';
const button = (label: string) => {
  const found = [...document.querySelectorAll('button')].find(
    (element) => element.textContent?.trim() === label,
  );
  if (!found) throw new RangeError(`button "${label}" expected`);
  return found;
};
const has = (label: string) =>
  [...document.querySelectorAll('button')].some((element) => element.textContent?.trim() === label);
async function click(label: string) {
  await act(async () => button(label).click());
  await settle();
}

const soon = () => Date.now() + 10_000;
const enrolled = (change: Partial<Extract<Card, { kind: 'enrolled' }>> = {}): Card => ({
  kind: 'enrolled',
  accountId: 'id-0',
  issuer: 'Issuer 0',
  name: 'name-0',
  known: false,
  others: 0,
  fill: { kind: 'filled', host: 'id.example.ca', expiresAtMs: soon(), deviceName: 'Seconde (computer)' },
  outcome: 'waiting',
  button: 'Submit',
  warnings: [],
  askComputer: false,
  computer: 'mine',
  ...change,
});

test('an enrolled account: its code, what was entered, and the page’s own button to press', async () => {
  await show(enrolled());
  expect(document.querySelector('.card-code .code')?.textContent).toBe('100\u00A0000');
  expect(text()).toContain('Code entered in id.example.ca');
  expect(text()).toContain('Device name entered: Seconde (computer)');
  expect(text()).toContain('Now press “Submit” on the page.');
  expect(document.activeElement?.textContent).toBe('Account added');
});

const said = () => document.querySelector('p.said')?.textContent;

test('what went into the page and what to press is said once, and the acceptance when it comes', async () => {
  const { world, changed } = await show(enrolled({ outcome: 'waiting' }));
  expect(said()).toBe(
    'Code entered in id.example.ca. Device name entered: Seconde (computer). Now press “Submit” on the page.',
  );
  await settle(5000);
  expect(said()).toBe('');
  world.card = enrolled({ outcome: 'accepted' });
  await act(async () => changed());
  await settle();
  expect(said()).toBe('The site accepted the code. The account is verified.');
});

test('a code that waits for its time says so once, and never counts the seconds aloud', async () => {
  await show(enrolled({ fill: { kind: 'waiting', host: 'id.example.ca', atMs: Date.now() + 9000 } }));
  const first = said();
  expect(first).toContain('in 9s');
  await settle(2100);
  expect(said()).toBe(first);
  await settle(3000);
  expect(said()).toBe('');
});

test('an expired code in the page is said at once, with a fresh one', async () => {
  const { names, port } = await show(enrolled());
  expect(document.querySelector('[role=alert]')).toBeNull();
  await settle(11_000);
  expect(document.querySelector('[role=alert]')?.textContent).toContain('has expired');
  expect(text()).not.toContain('Now press');
  await click('Enter a fresh code');
  expect(names()).toContain('card.fill');
  expect(port.close).toHaveBeenCalledOnce();
});

test('an accepted code is not called expired later', async () => {
  await show(enrolled({ outcome: 'accepted' }));
  await settle(60_000);
  expect(document.querySelector('[role=alert]')).toBeNull();
  expect(text()).toContain('The account is verified.');
});

test('boxes are filled only when the person says so', async () => {
  const { names } = await show(enrolled({ fill: { kind: 'ready', host: 'id.example.ca', why: 'boxes' } }));
  expect(names()).not.toContain('card.fill');
  await click('Enter code');
  expect(names()).toContain('card.fill');
});

test('asks the person when the page no longer tells', async () => {
  const { asked } = await show(enrolled({ outcome: 'unknown' }));
  expect(text()).toContain('Did the site accept the code?');
  await click('No, it was refused');
  expect(asked).toContainEqual({ name: 'card.answer', request: { tabId: 7, accepted: false } });
});

test('a page that was left: what is not verified is said, and the person may know better', async () => {
  const { asked } = await show(enrolled({ outcome: 'left' }));
  expect(text()).toContain('left the page before confirming');
  expect(text()).not.toContain('Now press');
  expect(has('Enter a fresh code')).toBe(false);
  await click('The site did accept the code');
  expect(asked).toContainEqual({ name: 'card.answer', request: { tabId: 7, accepted: true } });
});

test('an earlier attempt that went to the trash can be put back', async () => {
  const { names } = await show(enrolled({ replaced: ['id-9'] }));
  expect(text()).toContain('an earlier attempt that was never verified');
  await click('Put the earlier one back');
  expect(names()).toContain('card.put-back');
});

test('two verified accounts of one name: the person decides', async () => {
  const { asked } = await show(enrolled({ outcome: 'accepted', older: ['id-9'] }));
  expect(text()).toContain('two verified accounts for Issuer 0');
  await click('Keep only the new one');
  await click('Keep both');
  expect(asked.filter(({ name }) => name === 'card.keep').map(({ request }) => request)).toEqual([
    { tabId: 7, keep: 'newest' },
    { tabId: 7, keep: 'both' },
  ]);
});

describe('before confirming, where there is no copy yet', () => {
  const noCopy = (world: World): void => {
    world.safety = { reminder: 'first', automaticFailed: false, offerKit: true };
  };
  it('says what the site will do from now on, and saves a copy in one click', async () => {
    const { port } = await show(enrolled(), noCopy);
    expect(text()).toContain('only an administrator of the site could reset that');
    await click('Save a copy');
    expect(port.download).toHaveBeenCalledExactlyOnceWith('backup.json', '{}');
    expect(text()).toContain('Copy saved: backup.json');
  });

  it('chooses a password first where the vault has none, then saves the copy that it opens', async () => {
    const { asked, port } = await show(enrolled(), (world) => {
      noCopy(world);
      world.vault = { kind: 'open', protected: false, accounts: 2 };
    });
    await click('Save a copy');
    expect(text()).toContain('First choose a password');
    for (const field of document.querySelectorAll<HTMLInputElement>('input[autocomplete=new-password]'))
      await act(async () => {
        field.value = 'chat bleu vif';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
    await click('Protect with a password');
    expect(asked).toContainEqual({ name: 'vault.protect', request: { password: 'chat bleu vif' } });
    expect(port.download).toHaveBeenCalledExactlyOnceWith('backup.json', '{}');
    expect(text()).toContain('Copy saved: backup.json');
  });

  it('can be skipped, and is not said where there is a copy, once accepted, or on a public computer', async () => {
    await show(enrolled(), noCopy);
    await click('Skip');
    expect(text()).not.toContain('administrator');
    expect(text()).toContain('Now press');
    for (const change of [
      { outcome: 'accepted' as const },
      { computer: 'public' as const },
      { known: true },
    ]) {
      act(() => render(null, document.body));
      await show(enrolled(change), noCopy);
      expect(text()).not.toContain('administrator');
    }
    act(() => render(null, document.body));
    await show(enrolled());
    expect(text()).not.toContain('administrator');
  });
});

test('looks at the page once a second at most while it waits, and not once it knows', async () => {
  const { names } = await show(enrolled());
  await settle(5000);
  const looks = names().filter((name) => name === 'card.look').length;
  expect(looks).toBeGreaterThanOrEqual(4);
  expect(looks).toBeLessThanOrEqual(7);
  await act(async () => render(null, document.body));
  const known = await show(enrolled({ outcome: 'refused' }));
  await settle(3000);
  expect(known.names()).not.toContain('card.look');
  expect(document.querySelector('[role=alert]')?.textContent).toContain('refused');
});

test('each warning has its sentence', async () => {
  await show(enrolled({ warnings: ['secret-short', 'issuers-differ'] }));
  expect(text()).toContain('shorter than it should be');
  expect(text()).toContain('names the site in two ways');
});

test('whose computer: the answer is sent', async () => {
  const { asked } = await show(enrolled({ askComputer: true, computer: null }));
  const shared = [...document.querySelectorAll<HTMLElement>('.choice')].find((one) =>
    one.textContent?.startsWith('Shared'),
  );
  await act(async () => shared?.click());
  expect(asked).toContainEqual({ name: 'card.computer', request: { tabId: 7, computer: 'shared' } });
});

test('a shared computer: the risk is named and the password asked for at once', async () => {
  await show(enrolled({ computer: 'shared' }), (world) => {
    world.vault = { kind: 'open', protected: false, accounts: 2 };
  });
  expect(text()).toContain('anyone who opens this browser could use your codes');
  expect(document.querySelectorAll('input[autocomplete=new-password]')).toHaveLength(2);
});

test('a public computer, before the site accepted: cancel there, remove here, after one more question', async () => {
  const { names, asked } = await show(enrolled({ computer: 'public' }));
  expect(text()).toContain('press its own “Cancel” button');
  expect(text()).not.toContain('Now press');
  await click('Remove from Seconde');
  expect(names()).not.toContain('accounts.remove');
  await click('Remove from Seconde');
  expect(asked).toContainEqual({ name: 'accounts.remove', request: { accountId: 'id-0' } });
});

test('a public computer, after the site accepted: first a copy, only then the removal', async () => {
  const { port } = await show(enrolled({ computer: 'public', outcome: 'accepted' }));
  expect(has('Remove from Seconde')).toBe(false);
  await click('Save the copy');
  expect(port.download).toHaveBeenCalledExactlyOnceWith('backup.json', '{}');
  expect(has('Remove from Seconde')).toBe(true);
});

test('another site: both hosts, and the safe answer first', async () => {
  const { asked, names } = await show({
    kind: 'ask-site',
    accountId: 'id-0',
    issuer: 'Issuer 0',
    name: '',
    host: 'id-example.net',
    knownHosts: ['id.example.ca'],
  });
  expect(text()).toContain('id-example.net');
  expect(text()).toContain('id.example.ca');
  expect(document.querySelector('.card .buttons button')?.textContent).toBe('Do not enter the code');
  await click('Do not enter the code');
  expect(names()).not.toContain('fill.account');
  await click('Enter it on id-example.net');
  expect(asked).toContainEqual({
    name: 'fill.account',
    request: { tabId: 7, accountId: 'id-0', confirmedHost: 'id-example.net' },
  });
});

test('a choice of accounts, of QR codes, and a private window each ask their own question', async () => {
  const chosen = await show({
    kind: 'choose',
    options: [
      { issuer: 'A', name: '' },
      { issuer: 'B', name: 'b' },
    ],
  });
  await act(async () => document.querySelectorAll<HTMLElement>('.choice')[1]?.click());
  expect(chosen.asked).toContainEqual({ name: 'card.choose', request: { tabId: 7, index: 1 } });
  act(() => render(null, document.body));

  const written = await show({ kind: 'choose', options: [{ issuer: 'h', name: '' }], written: true });
  expect(document.querySelector('h2')?.textContent).toContain('key shown on this page');
  await act(async () => document.querySelector<HTMLElement>('.choice')?.click());
  expect(written.asked).toContainEqual({ name: 'card.choose', request: { tabId: 7, index: 0 } });
  act(() => render(null, document.body));

  const picked = await show({
    kind: 'pick-account',
    host: 'h',
    options: [{ id: 'id-1', issuer: 'A', name: '' }],
  });
  await act(async () => document.querySelector<HTMLElement>('.choice')?.click());
  expect(picked.asked).toContainEqual({
    name: 'fill.account',
    request: { tabId: 7, accountId: 'id-1', confirmedHost: null },
  });
  act(() => render(null, document.body));

  const hidden = await show({ kind: 'private-window' });
  expect(document.querySelector('.card .primary')?.textContent).toBe('Do not add it');
  await click('Add it anyway');
  expect(hidden.names()).toContain('card.save-in-private');
});

test('a waiting code counts down', async () => {
  await show({
    kind: 'signing-in',
    accountId: 'id-0',
    issuer: 'Issuer 0',
    name: '',
    fill: { kind: 'waiting', host: 'h', atMs: Date.now() + 8000 },
  });
  const before = text();
  await settle(3000);
  expect(before).toMatch(/by itself in 8\s?s/);
  expect(text()).toMatch(/by itself in 5\s?s/);
});

test('a code that was used to enrol is not offered again: that is said, and the popup goes when the next one is in', async () => {
  const { world, changed, port } = await show({
    kind: 'signing-in',
    accountId: 'id-0',
    issuer: 'Issuer 0',
    name: '',
    fill: { kind: 'waiting', host: 'h', atMs: Date.now() + 20_000, used: true },
  });
  expect(text()).toMatch(/was used already\. A fresh one goes in by itself in 20\s?s/);
  expect(port.close).not.toHaveBeenCalled();
  world.card = null;
  await act(async () => changed());
  await settle();
  expect(port.close).toHaveBeenCalledOnce();
});

test('a device that could not be chosen on the page is named', async () => {
  const fill = {
    kind: 'filled',
    host: 'h',
    expiresAtMs: soon(),
    deviceName: null,
    deviceUnchosen: 'Poste 12',
  };
  await show({ kind: 'signing-in', accountId: 'id-0', issuer: 'I', name: '', fill } as Card);
  expect(text()).toContain('choose the device “Poste 12”');
});

test('an armed enrolment says what will happen, and can be stopped', async () => {
  const untilMs = Date.now() + 10_000;
  const { names } = await show(enrolled({ fill: { kind: 'armed', host: 'id.example.ca', untilMs } }));
  expect(text()).toContain('if it asks for the code, the code goes in by itself');
  expect(text()).toContain('Once only, on id.example.ca');
  expect(has('Enter code')).toBe(false);
  await click('Stop');
  expect(names()).toContain('card.stop');
  await settle(11_000);
  expect(text()).not.toContain('goes in by itself');
  expect(has('Enter code')).toBe(true);
});

test('a failed fill says why and shows the code to copy', async () => {
  const { port } = await show({
    kind: 'signing-in',
    accountId: 'id-0',
    issuer: 'Issuer 0',
    name: 'name-0',
    fill: { kind: 'failed', failure: { code: 'field-none' } },
  });
  expect(document.querySelector('[role=alert]')?.textContent).toContain('No field for a code');
  await act(async () => document.querySelector<HTMLElement>('.card-code')?.click());
  expect(port.copy).toHaveBeenCalledExactlyOnceWith('100000');
});

test('the list is one click away, and the way back too', async () => {
  await show(enrolled());
  await click('See all codes');
  expect(document.querySelectorAll('[data-row]')).toHaveLength(2);
  await click('Back to what is under way');
  expect(text()).toContain('Account added');
});

test('a vault that locks takes the card with its code away', async () => {
  const { world, changed } = await show(enrolled());
  world.vault = { kind: 'locked' };
  await act(async () => changed());
  await settle(60);
  expect(text()).not.toContain('100\u00A0000');
  expect(text()).toContain('The vault is locked');
});

test('a button stays the same one while seconds go by, so that a slow click is not lost', async () => {
  await show(enrolled({ outcome: 'refused' }));
  const before = button('Enter a fresh code');
  await settle(3000);
  expect(button('Enter a fresh code')).toBe(before);
});

test('a part of a series from another computer leads to the page that reads it', async () => {
  const { port } = await show({ kind: 'failed', failure: { code: 'qr-series' } });
  expect(text()).toContain('part of a series');
  await click('Receive from another computer');
  expect(port.openPage).toHaveBeenCalledWith('receive.html');
});
