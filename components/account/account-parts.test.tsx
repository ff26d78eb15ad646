// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fail, ok } from '@/lib/errors';
import type { AccountDetails, CodeTest, HistoryRow, SiteLook } from '@/lib/messages/account-protocol';
import type { MessageName } from '@/lib/messages/protocol';
import { createFakePort, english, openWorld } from '../app/fake-port';
import { SpeechProvider } from '../ui/speech';
import { AccountView } from './account-view';

const secret = 'GEZDGNBVGY3TQOJQ';
const base: AccountDetails = {
  id: 'a',
  issuer: 'CISSS',
  name: 'alice',
  deviceName: 'Portable',
  note: '',
  tags: ['Work'],
  knownTags: ['Family', 'Work'],
  pinned: false,
  mark: null,
  confirmed: true,
  createdAtMs: 0,
  otp: { kind: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30, counter: 0 },
  counter: null,
  expiresAtMs: null,
  renewalNote: '',
  token: {},
  sites: ['https://id.example.ca'],
  domains: [],
  suggestedSites: [],
  site: null,
  recoveryCodes: { total: 0, left: 0 },
  history: [],
  twins: [],
  isProtected: true,
  rehearsal: false,
};
const box = document.createElement('div');
document.body.append(box);
afterEach(() => {
  vi.useRealTimers();
  render(null, box);
});

const during = (run: () => void) =>
  act(async () => {
    run();
    for (let turn = 0; turn < 8; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  });

let onRemove: ReturnType<typeof vi.fn>;
let copy: ReturnType<typeof vi.fn>;
beforeEach(() => {
  onRemove = vi.fn();
  copy = vi.fn(async () => true);
});
async function show(
  change: Partial<AccountDetails> = {},
  answers: Partial<Record<MessageName, (request: never) => unknown>> = {},
) {
  const fake = createFakePort(openWorld([]), {
    'accounts.details': () => ok({ ...base, ...change }),
    'account.edit': () => ok({ changedAtMs: 5 }),
    'account.put-back': () => ok({ changedAtMs: 6 }),
    'account.prove': ({ proof }: { proof: unknown }) =>
      proof === null
        ? ok({ kind: 'asks', ways: [{ id: 'w', type: 'password' }] })
        : ok({ kind: 'proved', grant: 'g' }),
    'account.reveal': () => ok({ key: secret, pin: null, address: `otpauth://totp/x?secret=${secret}` }),
    ...(answers as object),
  });
  await during(() =>
    render(
      <SpeechProvider value={english}>
        <AccountView
          accountId="a"
          ask={fake.port.ask}
          tabId={null}
          copy={copy as never}
          onBack={null}
          onWide={null}
          onOther={() => undefined}
          onRemove={onRemove as never}
        />
      </SpeechProvider>,
      box,
    ),
  );
  return fake;
}
const text = () => box.textContent ?? '';
const buttonOf = (label: string) =>
  [...box.querySelectorAll('button')].find(
    (one) => one.textContent?.trim() === label || one.getAttribute('aria-label') === label,
  );
async function press(label: string) {
  const button = buttonOf(label);
  if (!button) throw new TypeError(`no button "${label}"`);
  await during(() => button.click());
}
const fieldOf = (label: string) => {
  const named = [...box.querySelectorAll('label')].find((one) => one.textContent === label);
  return document.getElementById(named?.htmlFor ?? '') as HTMLInputElement;
};
async function type(label: string, value: string) {
  const input = fieldOf(label);
  await act(() => {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  return input;
}
const submit = (input: HTMLInputElement) =>
  during(() => input.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
const sent = (fake: Awaited<ReturnType<typeof show>>, wanted: MessageName) =>
  fake.asked.filter(({ name }) => name === wanted).map(({ request }) => request);
const { t } = english;

describe('names and note', () => {
  test('are saved together, and taken back by one press', async () => {
    const fake = await show();
    await type(t('accNote'), 'poste 4521');
    await submit(await type(t('accTags'), 'Work, Santé ,, '));
    expect(sent(fake, 'account.edit')).toEqual([
      {
        accountId: 'a',
        change: {
          issuer: 'CISSS',
          name: 'alice',
          deviceName: 'Portable',
          note: 'poste 4521',
          tags: ['Work', 'Santé'],
        },
      },
    ]);
    await press(t('accSavedUndo'));
    expect(sent(fake, 'account.put-back')).toEqual([{ accountId: 'a', changedAtMs: 5, grant: null }]);
    expect(text()).toContain(t('accUndone'));
  });

  test('keep the focus where it was once they are saved', async () => {
    let changedAtMs = 1;
    await show(
      {},
      {
        'accounts.details': () =>
          ok({ ...base, issuer: 'CHU', history: [{ changedAtMs: changedAtMs++, changes: [] }] }),
      },
    );
    const input = await type(t('handIssuer'), 'Autre');
    input.focus();
    await submit(input);
    expect(document.activeElement).toBe(input);
    expect(input.value).toBe('CHU');
  });

  test('longer than what is kept are cut, never refused', async () => {
    const fake = await show();
    await submit(await type(t('handIssuer'), '🦊'.repeat(400)));
    const [{ change }] = sent(fake, 'account.edit') as [{ change: { issuer: string } }];
    expect(change.issuer.length).toBeLessThanOrEqual(300);
    expect(change.issuer.isWellFormed()).toBe(true);
  });

  test('take a group of another account, and a pin, at once', async () => {
    const fake = await show();
    await press(t('accTagAdd', { tag: 'Family' }));
    expect(fieldOf(t('accTags')).value).toBe('Work, Family');
    await during(() => box.querySelector<HTMLInputElement>('.account-check input')?.click());
    expect(sent(fake, 'account.edit')).toEqual([{ accountId: 'a', change: { pinned: true } }]);
  });
});

describe('sites', () => {
  const look = (change: Partial<SiteLook>) => () =>
    ok({
      origin: 'https://x.example',
      host: 'x.example',
      already: false,
      resembles: null,
      others: [],
      ...change,
    });
  const typed = async (change: Partial<SiteLook>) => {
    const fake = await show(
      {},
      { 'account.site-look': look(change), 'account.site-add': () => ok({ changedAtMs: 7 }) },
    );
    await submit(await type(t('accSiteAddress'), 'x.example'));
    return fake;
  };

  test('one that is like no other is added, with the way back', async () => {
    const fake = await typed({ others: [{ id: 'b', issuer: 'B', name: '' }] });
    expect(sent(fake, 'account.site-add')).toEqual([{ accountId: 'a', origin: 'https://x.example' }]);
    expect(text()).toContain(t('accSiteAdded', { host: 'x.example' }));
    expect(text()).toContain(t('accSiteOthers', { account: 'B', host: 'x.example' }));
    expect(buttonOf(t('accSavedUndo'))).toBeDefined();
  });

  test('one that is taken for another is asked about, the safe answer first', async () => {
    const resembles = { kind: 'letters', host: 'x.example', known: 'id.example.ca' } as const;
    const fake = await typed({ resembles });
    expect(sent(fake, 'account.site-add')).toEqual([]);
    expect(text()).toContain(t('likeTitle', { known: 'id.example.ca' }));
    const question = [...box.querySelectorAll('[role=alertdialog] button')];
    expect(question[0]?.textContent).toBe(t('accSiteAddNo'));
    await press(t('accSiteAddNo'));
    expect(sent(fake, 'account.site-add')).toEqual([]);
    await submit(await type(t('accSiteAddress'), 'x.example'));
    await press(t('accSiteAddYes', { host: 'x.example' }));
    expect(sent(fake, 'account.site-add')).toHaveLength(1);
  });

  test('one that it has already is said to be, and a bad address is refused in words', async () => {
    expect(sent(await typed({ already: true }), 'account.site-add')).toEqual([]);
    expect(text()).toContain(t('accSiteAlready', { host: 'x.example' }));
    await show({}, { 'account.site-look': () => fail('site-malformed') });
    await submit(await type(t('accSiteAddress'), 'Omnivox'));
    expect(text()).toContain(english.failure({ code: 'site-malformed' }));
  });

  test('is widened only after a question that says whose else the domain is', async () => {
    const fake = await show(
      { sites: ['https://bleu.omnivox.ca'] },
      { 'account.widen': () => ok({ changedAtMs: 8 }) },
    );
    await vi.waitFor(() => expect(buttonOf(t('accSiteWiden', { domain: 'omnivox.ca' }))).toBeDefined());
    await press(t('accSiteWiden', { domain: 'omnivox.ca' }));
    expect(text()).toContain(t('askWidenSchools', { domain: 'omnivox.ca' }));
    expect(sent(fake, 'account.widen')).toEqual([]);
    await press(t('accSiteWidenYes', { domain: 'omnivox.ca' }));
    expect(sent(fake, 'account.widen')).toEqual([{ accountId: 'a', domain: 'omnivox.ca' }]);
  });
});

describe('the key', () => {
  test('is in no document before the proof, and in none after a minute', async () => {
    const fake = await show();
    expect(box.innerHTML).not.toContain(secret.slice(0, 4));
    await press(t('accKeyShow'));
    expect(sent(fake, 'account.reveal')).toEqual([]);
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    await act(async () => {
      const input = box.querySelector<HTMLInputElement>('input[type=password]');
      if (!input) throw new TypeError('a password field expected');
      input.value = 'chat bleu';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await act(async () => {
      box
        .querySelector<HTMLInputElement>('input[type=password]')
        ?.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
      await vi.advanceTimersByTimeAsync(10);
    });
    await act(async () => {
      await vi.dynamicImportSettled();
      await vi.advanceTimersByTimeAsync(10);
    });
    expect(sent(fake, 'account.reveal')).toEqual([{ accountId: 'a', grant: 'g' }]);
    expect(text()).toContain('GEZD GNBV GY3T QOJQ');
    expect(box.querySelector('svg.key-qr path')).not.toBeNull();
    await act(async () => void (await vi.advanceTimersByTimeAsync(61_000)));
    expect(box.innerHTML).not.toContain('GEZD');
    expect(box.querySelector('svg.key-qr')).toBeNull();
    expect(text()).toContain(t('accKeyHidden'));
  });

  test('goes as soon as the page is out of view', async () => {
    await show({}, { 'account.prove': () => ok({ kind: 'proved', grant: 'g' }) });
    await press(t('accKeyShow'));
    await act(async () => void (await vi.dynamicImportSettled()));
    await vi.waitFor(() => expect(text()).toContain('GEZD GNBV'));
    await press(t('accKeyCopy'));
    expect(copy).toHaveBeenCalledWith(secret);
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    await during(() => document.dispatchEvent(new Event('visibilitychange')));
    hidden.mockRestore();
    expect(box.innerHTML).not.toContain('GEZD');
  });

  test('cannot be asked for in a vault without a password', async () => {
    await show({ isProtected: false });
    expect(buttonOf(t('accKeyShow'))).toBeUndefined();
    expect(text()).toContain(t('accKeyUnprotected'));
  });

  test('is changed after its code was seen, and what follows from it is said', async () => {
    const preview = { code: '12345678', expiresAtMs: null, periodSeconds: null, keyLength: 16, short: false };
    const fake = await show(
      {},
      {
        'account.prove': () => ok({ kind: 'proved', grant: 'g' }),
        'account.preview': () => ok({ ...preview, differs: true }),
        'account.set-otp': () => ok({ changedAtMs: 9 }),
      },
    );
    await press(t('accKeyChange'));
    const digits = fieldOf(t('handDigits')) as unknown as HTMLSelectElement;
    await act(() => {
      digits.value = '8';
      digits.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await act(() => new Promise((resolve) => setTimeout(resolve, 350)));
    expect(text()).toContain(t('accOtpDiffers'));
    expect(sent(fake, 'account.set-otp')).toEqual([]);
    await submit(fieldOf(t('accOtpKey')));
    expect(sent(fake, 'account.set-otp')).toMatchObject([
      { accountId: 'a', grant: 'g', fields: { key: '', digits: 8 } },
    ]);
    expect(text()).toContain(t('accOtpSaved'));
    await press(t('accSavedUndo'));
    expect(sent(fake, 'account.put-back')).toEqual([{ accountId: 'a', changedAtMs: 9, grant: 'g' }]);
  });
});

test.each<[CodeTest, string]>([
  [{ kind: 'now' }, t('accTestNow')],
  [{ kind: 'beside', when: 'before' }, t('accTestBefore')],
  [{ kind: 'beside', when: 'after' }, t('accTestAfter')],
  [{ kind: 'elsewhen', aheadMs: -120_000 }, t('accTestBehind', { time: '2 minutes' })],
  [{ kind: 'elsewhen', aheadMs: 3_600_000 }, t('accTestAhead', { time: '1 hour' })],
  [{ kind: 'other', account: { id: 'b', issuer: 'B', name: 'bob' } }, t('accTestOther', { account: 'bob' })],
  [{ kind: 'none' }, t('accTestNone')],
])('a tested code that is %j is answered in words', async (result, sentence) => {
  const fake = await show({}, { 'account.test': () => ok(result) });
  await submit(await type(t('accTestField'), '123 456'));
  expect(sent(fake, 'account.test')).toEqual([{ accountId: 'a', code: '123456' }]);
  expect(text()).toContain(sentence);
});

describe('the history', () => {
  const open = () =>
    during(() => {
      const part = box.querySelector<HTMLDetailsElement>('.part-history');
      if (!part) throw new TypeError('a history expected');
      part.open = true;
      part.dispatchEvent(new Event('toggle'));
    });
  const rows: HistoryRow[] = [
    {
      changedAtMs: 20,
      changes: [{ field: 'otp', before: base.otp, after: base.otp, otherKey: true }],
      by: 'import',
    },
    { changedAtMs: 10, changes: [{ field: 'note', before: '', after: 'x' }], by: null },
  ];

  test('says what was there before, and puts it back', async () => {
    const fake = await show({ history: rows });
    await open();
    expect(text()).toContain(`${t('accNote')}: ${t('accHistoryEmpty')} → x`);
    expect(text()).toContain(t('accHistoryKey'));
    const heads = [...box.querySelectorAll('.history-head')].map((head) => head.textContent);
    expect(heads[0]).toContain('by an import');
    expect(heads[1]).toContain('by you');
    const buttons = [...box.querySelectorAll<HTMLButtonElement>('.history button')];
    await during(() => buttons[1]?.click());
    expect(sent(fake, 'account.put-back')).toEqual([{ accountId: 'a', changedAtMs: 10, grant: null }]);
  });

  test('begins with the day on which the account was added', async () => {
    await show({ history: [], createdAtMs: Date.UTC(2026, 10, 21, 12) });
    await open();
    expect(text()).toContain('Added on November 21, 2026.');
    expect(text()).toContain(t('accHistoryNone'));
  });

  test('asks who it is before an earlier key comes back', async () => {
    const fake = await show({ history: rows });
    await open();
    await during(() => box.querySelector<HTMLButtonElement>('.history button')?.click());
    expect(sent(fake, 'account.put-back')).toEqual([]);
    const input = box.querySelector<HTMLInputElement>('.history input[type=password]');
    if (!input) throw new TypeError('a password field expected');
    await act(() => {
      input.value = 'chat bleu';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await submit(input);
    expect(sent(fake, 'account.put-back')).toEqual([{ accountId: 'a', changedAtMs: 20, grant: 'g' }]);
  });
});

test('an account goes to the trash after a question only', async () => {
  await show();
  await press(t('removeAccount'));
  expect(onRemove).not.toHaveBeenCalled();
  await press(t('keepAccount'));
  await press(t('removeAccount'));
  const buttons = [...box.querySelectorAll<HTMLButtonElement>('.remove-part .danger')];
  await during(() => buttons[0]?.click());
  expect(onRemove).toHaveBeenCalledTimes(1);
});

test('an account that may be here twice is said to be', async () => {
  await show({ twins: [{ id: 'b', issuer: 'CISSS', name: 'bob', why: 'same-key' }] });
  expect(text()).toContain(t('accTwinKey', { account: 'CISSS, bob' }));
});

test('a PIN that the file of the account did not hold is typed where its key would be', async () => {
  const set = vi.fn(() => ok({ changedAtMs: 5 }));
  await show({ otp: { kind: 'kept', what: 'PIN', lacksPin: true } }, { 'account.set-pin': set as never });
  expect(text()).toContain(english.t('accPinMissing'));
  await type('PIN', '1234');
  await press(english.t('accPinSave'));
  expect(set).toHaveBeenCalledWith({ accountId: 'a', pin: '1234' });
  expect(text()).toContain(english.t('accPinSaved'));
});
