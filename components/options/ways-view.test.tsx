// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { fail, ok, type Result } from '@/lib/errors';
import type { MessageName } from '@/lib/messages/protocol';
import type { Way } from '@/lib/messages/security-protocol';
import { createFakePort, english, openWorld } from '../app/fake-port';
import { SpeechProvider } from '../ui/speech';
import { createFakeSecurity } from './fake-security';
import { noPolicy, type Policy } from '@/lib/settings/policy';
import type { SecurityPort } from './security-port';
import { SecuritySection } from './security-section';

const way = (type: Way['type'], label = ''): Way => ({ id: type + label, type, label, createdAt: 0 });
const groups = ['7KQ4M', 'AAAAA', 'BBBBB', 'CCCCC', 'DDDDD', 'EEEEE', 'FFFFF', 'GGGGG'];
const code = groups.join('-');

afterEach(() => {
  act(() => render(null, document.body));
  vi.restoreAllMocks();
});

interface Given {
  ways: readonly Way[];
  answers?: Partial<Record<MessageName, (request: never) => Result<unknown>>>;
  security?: Partial<SecurityPort>;
  policy?: Policy;
}

async function open({ ways, answers = {}, security = {}, policy = noPolicy }: Given) {
  const world = openWorld([]);
  const isProtected = ways.some(({ type }) => type === 'password' || type === 'recovery');
  world.vault = { kind: 'open', protected: isProtected, accounts: 1 };
  const fake = createFakePort(world, {
    'vault.ways': () => ok({ ways }),
    'vault.add-recovery-code': () => ok({ code }),
    ...answers,
  });
  const draw = (): void => {
    const first = fake.first.glance;
    if (!first.ok) throw new TypeError('a glance expected');
    const glance = { ...first.value, vault: world.vault };
    render(
      <SpeechProvider value={english}>
        <SecuritySection
          glance={glance}
          port={fake.port}
          security={createFakeSecurity(security)}
          policy={policy}
          onChange={() => undefined}
        />
      </SpeechProvider>,
      document.body,
    );
  };
  await act(async () => draw());
  return {
    ...fake,
    lock: () =>
      act(async () => {
        world.vault = { kind: 'locked' };
        draw();
      }),
  };
}

const text = () => document.querySelector('#ways')?.textContent ?? '';
const buttons = () => [...document.querySelectorAll<HTMLElement>('#ways button')];
/** Answers come, and what they bring is drawn. */
async function settle(): Promise<void> {
  await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
}
async function click(words: string, within = '#ways') {
  const all = [...document.querySelectorAll<HTMLElement>(`${within} button`)];
  const button = all.find(
    (element) => element.textContent === words || element.getAttribute('aria-label') === words,
  );
  if (!button) throw new RangeError(`button "${words}" expected`);
  await act(async () => button.click());
  await settle();
}
async function type(selector: string, value: string) {
  const field = document.querySelector<HTMLInputElement>(selector);
  if (!field) throw new RangeError(`"${selector}" expected`);
  await act(async () => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

test('a vault that only this browser opens is said not to be protected, and takes no passkey first', async () => {
  await open({ ways: [way('device')] });
  expect(text()).toContain('Not protected yet');
  expect(text()).toContain('Set a password or make a recovery code first');
  expect(buttons().map((button) => button.textContent)).toEqual(['Set a password', 'Make a code']);
});

test('the last way kept in the head or on paper cannot be removed; a passkey always can', async () => {
  await open({ ways: [way('password'), way('prf', 'Laptop')] });
  const removable = buttons().filter((button) => button.textContent === 'Remove');
  expect(removable.map((button) => button.getAttribute('aria-label'))).toEqual(['Remove Laptop']);
  expect(text()).toContain('It is the last way');
});

test('what a removal means is said before anything is asked of the vault', async () => {
  const { names, asked } = await open({ ways: [way('password'), way('recovery')] });
  await click('Remove Recovery code');
  expect(text()).toContain('nobody can open it');
  expect(names()).not.toContain('vault.remove-way');
  await click('Remove', '.task');
  expect(asked).toContainEqual({ name: 'vault.remove-way', request: { id: 'recovery' } });
  expect(text()).toContain('Removed.');
});

test('a removal that fails says so, and stays where it is', async () => {
  await open({
    ways: [way('password'), way('recovery')],
    answers: { 'vault.remove-way': () => fail('way-last') },
  });
  await click('Remove Password');
  await click('Remove', '.task');
  expect(document.querySelector('[role=alert]')?.textContent).toContain('last way');
});

/** The background asks for the password `mine`, and holds to what it said. */
function asksFor(ways: readonly Way[]) {
  return {
    'vault.prove': ({ proof }: { proof: { password: string } | null }) =>
      proof === null
        ? ok({ kind: 'asks', ways })
        : proof.password === 'mine'
          ? ok({ kind: 'proved' })
          : fail('password-wrong'),
  };
}

test.each([
  ['Change', 'vault.protect'],
  ['Replace', 'vault.add-recovery-code'],
  ['Add a passkey', 'vault.add-passkey'],
  ['Remove Recovery code', 'vault.remove-way'],
] as const)('“%s” waits until the person has shown that it is them', async (button, message) => {
  const ways = [way('password'), way('recovery')];
  const { names } = await open({ ways, answers: asksFor(ways) });
  await click(button);
  expect(text()).toContain('First, show that it is you.');
  expect(document.activeElement?.getAttribute('autocomplete')).toBe('current-password');
  await type('input[autocomplete=current-password]', 'not mine');
  await click('Continue');
  expect(text()).toContain('not the right password');
  expect(document.querySelectorAll('.task')).toHaveLength(1);
  await type('input[autocomplete=current-password]', 'mine');
  await click('Continue');
  expect(document.querySelector('input[autocomplete=current-password]')).toBeNull();
  expect(document.querySelectorAll('.task')).toHaveLength(1);
  expect(names()).not.toContain(message);
});

test('the proof can be thought better of', async () => {
  await open({ ways: [way('password')], answers: asksFor([way('password')]) });
  await click('Change');
  await click('Cancel');
  expect(document.querySelector('.task')).toBeNull();
});

test('who took too long is asked again, and told why', async () => {
  let asked = 0;
  const { names } = await open({
    ways: [way('password')],
    answers: {
      'vault.prove': () =>
        asked++ === 0 ? ok({ kind: 'proved' }) : ok({ kind: 'asks', ways: [way('password')] }),
      'vault.add-recovery-code': () => fail('proof-needed'),
    },
  });
  await click('Make a code');
  await click('Show the code');
  expect(names()).toContain('vault.add-recovery-code');
  expect(text()).toContain('too much time has passed');
  expect(document.querySelector('input[autocomplete=current-password]')).not.toBeNull();
});

test('a passkey proves it too, without a word typed', async () => {
  const ways = [way('password'), way('prf', 'Laptop')];
  const passkey = { credentialId: 'c', prf: 'p' };
  const { asked } = await open({
    ways,
    answers: {
      'vault.passkeys': () => ok([{ credentialId: 'c', rpId: 'r', prfSalt: 's', label: 'Laptop' }]),
      'vault.prove': ({ proof }: { proof: unknown }) =>
        proof === null ? ok({ kind: 'asks', ways }) : ok({ kind: 'proved' }),
    },
    security: { askPasskey: () => Promise.resolve(ok(passkey)) },
  });
  await click('Change');
  await click('Use a passkey');
  expect(asked).toContainEqual({ name: 'vault.prove', request: { proof: { passkey } } });
  expect(document.querySelectorAll('input[autocomplete=new-password]')).toHaveLength(2);
});

test('a recovery code is shown once, one group of it is asked back, and then it is gone from the page', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const { port } = await open({ ways: [way('device')] });
  await click('Make a code');
  await click('Show the code');
  expect([...document.querySelectorAll('.code-groups li')].map((item) => item.textContent)).toEqual(groups);
  await click('Copy');
  expect(port.copy).toHaveBeenCalledWith(code);
  await click('I have kept it');
  expect(text()).not.toContain(groups[0]);
  await type('.task input', 'AAAAA');
  await click('Continue');
  expect(text()).toContain('not group 1');
  await type('.task input', '7kq4m ');
  await click('Continue');
  expect(text()).toContain('Well kept.');
  expect(text()).toContain('traces on the disk');
  expect(document.body.innerHTML).not.toContain(groups[0]);
});

test('a lock takes no recovery code away before it was kept, nor does a closed tab in silence', async () => {
  const { lock } = await open({ ways: [way('password')] });
  await click('Make a code');
  await click('Show the code');
  await lock();
  expect(text()).toContain(groups[7]);
  const closing = new Event('beforeunload', { cancelable: true });
  dispatchEvent(closing);
  expect(closing.defaultPrevented).toBe(true);
});

test('an authenticator without what a vault needs is refused in words, and nothing is sent', async () => {
  const { names } = await open({
    ways: [way('password')],
    security: { createPasskey: () => Promise.resolve(fail('passkey-without-prf')) },
  });
  await click('Add a passkey');
  await click('Add the passkey');
  expect(document.querySelector('[role=alert]')?.textContent).toContain('cannot open a vault');
  expect(names()).not.toContain('vault.add-passkey');
});

test('a passkey is added under the person’s own word for it', async () => {
  const made = { credentialId: 'c', rpId: 'r', prfSalt: 's', prf: 'p' };
  const { asked } = await open({
    ways: [way('password')],
    security: { createPasskey: (label) => Promise.resolve(ok({ ...made, label })) },
  });
  await click('Add a passkey');
  await type('.task input', ' Office laptop ');
  await click('Add the passkey');
  expect(asked).toContainEqual({ name: 'vault.add-passkey', request: { ...made, label: 'Office laptop' } });
});

test('Firefox is said not to have passkeys, and none is offered', async () => {
  await open({ ways: [way('password')], security: { browser: 'firefox', createPasskey: null } });
  expect(text()).toContain('Firefox does not let an extension use passkeys yet');
  expect(buttons().map((button) => button.textContent)).not.toContain('Add a passkey');
});

test('a password that the organisation requires cannot be taken away here', async () => {
  await open({ ways: [way('password'), way('recovery')], policy: { ...noPolicy, requirePassword: true } });
  expect(text()).toContain('Set by your organization.');
  const removals = buttons().filter((button) => button.textContent === 'Remove');
  expect(removals.map((button) => button.getAttribute('aria-label'))).toEqual(['Remove Recovery code']);
});
