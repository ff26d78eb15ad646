// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fail, ok } from '@/lib/errors';
import type { Card } from '@/lib/messages/protocol';
import type { ScanStart } from '@/lib/messages/scan-protocol';
import { createFakePort, later, openWorld } from '../app/fake-port';
import { ScanApp } from './scan-app';
import type { PictureReading, ScanAbout, ScanPort } from './scan-port';

const address = 'otpauth://totp/Omnivox:2412345?secret=JBSWY3DPEHPK3PXP';
const picture = `data:image/png;base64,${btoa('picture')}`;
const enrolled: Card = {
  kind: 'enrolled',
  accountId: 'id-0',
  issuer: 'Omnivox',
  name: '2412345',
  known: false,
  others: 0,
  fill: { kind: 'nothing' },
  outcome: 'waiting',
  button: null,
  warnings: [],
  askComputer: false,
  computer: 'mine',
};

const reading = (...texts: string[]): PictureReading => ({
  width: 100,
  height: 50,
  codes: texts.map((text, index) => ({ text, box: { x: 10 + 40 * index, y: 10, width: 20, height: 20 } })),
  sawCode: texts.length > 0,
});

/** A stream of one track that nothing is seen on. */
function emptyStream(track: object): MediaStream {
  return Object.assign(new MediaStream(), { getTracks: () => [track] });
}

beforeEach(
  () =>
    void vi.useFakeTimers({
      now: Date.UTC(2026, 10, 21, 12),
      toFake: ['setTimeout', 'clearTimeout', 'Date'],
    }),
);
afterEach(() => {
  act(() => render(null, document.body));
  vi.useRealTimers();
});

/** In several goes: what a timer changes is drawn at the end of each, and may set another. */
async function settle(ms = 0): Promise<void> {
  for (const part of [ms, 0, 300, 0])
    await act(async () => {
      await vi.advanceTimersByTimeAsync(part);
      // The picture of the page is unpacked outside of the pretended time.
      await new Promise((resolve) => setImmediate(resolve));
    });
}

interface Options {
  readonly start?: Partial<ScanStart>;
  readonly about?: Partial<ScanAbout>;
  readonly seen?: PictureReading;
  readonly card?: Card;
  readonly answers?: Parameters<typeof createFakePort>[1];
  readonly port?: Partial<ScanPort>;
}

async function open({ start, about, seen = reading(), card = enrolled, answers, port }: Options = {}) {
  const world = openWorld([]);
  const fake = createFakePort(world, {
    'scan.start': () => ok({ picture: null, host: 'portail.example.ca', key: null, ...start }),
    'texts.look': ({ texts }: { texts: string[] }) =>
      ok(
        texts.map((text) =>
          text.startsWith('otpauth:')
            ? { kind: 'account', issuer: 'Omnivox', name: text.slice(-4), others: 0 }
            : { kind: 'failure', failure: { code: 'qr-wifi' } },
        ),
      ),
    'enrol.texts': () => {
      world.card = card;
      return ok(null);
    },
    'enrol.by-hand': () => {
      world.card = card;
      return ok(null);
    },
    'code.preview': () =>
      ok({
        code: '123456',
        expiresAtMs: Date.now() + 20_000,
        periodSeconds: 30,
        keyLength: 32,
        short: false,
      }),
    ...answers,
  });
  const scanPort: ScanPort = {
    ...fake.port,
    readPicture: vi.fn(async () => ok(seen)),
    readVideo: vi.fn(async () => reading()),
    openCamera: vi.fn(async () => ({ kind: 'refused' as const })),
    captureScreen: vi.fn(async () => null),
    showTab: vi.fn(),
    ...port,
  };
  await act(async () => {
    render(
      <ScanApp
        port={scanPort}
        first={fake.first}
        later={later}
        about={{ tabId: 7, hasPage: true, byHand: false, ...about }}
      />,
      document.body,
    );
  });
  await settle(50);
  return { ...fake, scanPort, sent: (name: string) => fake.asked.filter((one) => one.name === name) };
}

const shown = () => document.body.textContent ?? '';
const all = (selector: string) => [...document.body.querySelectorAll<HTMLElement>(selector)];
async function click(text: string): Promise<void> {
  const found = all('button').find((one) => one.textContent === text);
  if (!found) throw new RangeError(`button "${text}" expected in: ${shown()}`);
  await act(async () => found.click());
  await settle(20);
}
async function paste(files: File[], text = '', target: Element = document.body): Promise<void> {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { files, getData: () => text } });
  await act(async () => void target.dispatchEvent(event));
  await settle(50);
}
const png = (name = 'a.png') => new File(['x'], name, { type: 'image/png' });
async function type(input: HTMLElement | undefined, text: string): Promise<void> {
  await act(async () => {
    (input as HTMLInputElement).value = text;
    input?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settle(300);
}

test('codes of the page are numbered boxes, named beside it, the first one ready for Enter', async () => {
  await open({ start: { picture }, seen: reading(address, 'WIFI:S:x;;', `${address}2`) });
  expect(all('.choice').map((one) => one.textContent)).toEqual([
    '1OOmnivox3PXP',
    '2OOmnivoxPXP2',
    expect.stringMatching(/^3Not an account.*Wi-Fi/),
  ]);
  expect(all('.code-box').map((one) => one.textContent)).toEqual(['1', '2', '3']);
  expect(document.activeElement).toBe(all('.choice')[0]);
});

test('what is chosen on the picture of the page is said to be from it, and the picture is dropped', async () => {
  const { sent } = await open({ start: { picture }, seen: reading(address, `${address}2`) });
  await act(async () => all('.code-box')[1]?.click());
  await settle(50);
  expect(sent('enrol.texts')).toEqual([
    { name: 'enrol.texts', request: { tabId: 7, text: `${address}2`, fromPicture: true } },
  ]);
  expect(shown()).toContain('Account added');
  expect(all('.picture')).toEqual([]);
});

test('all accounts are added as one list', async () => {
  const { sent } = await open({ start: { picture }, seen: reading(address, `${address}2`, 'WIFI:') });
  await click('Add all 2 accounts');
  expect(sent('enrol.texts')[0]?.request).toMatchObject({ text: `${address}\n${address}2` });
});

test('the way back to the page is in the card', async () => {
  const { scanPort } = await open({ start: { picture }, seen: reading(address) });
  await act(async () => all('.choice')[0]?.click());
  await settle(50);
  await click('Back to the page');
  expect(scanPort.showTab).toHaveBeenCalledWith(7);
});

test('a frame is moved, resized and read by the keyboard', async () => {
  const { scanPort } = await open({ start: { picture }, seen: reading() });
  await click('Read only a part of the picture');
  const [frame] = all('.part-frame');
  expect(document.activeElement).toBe(frame);
  const press = async (key: string, shiftKey = false) => {
    await act(
      async () =>
        void all('.part-frame')[0]?.dispatchEvent(
          new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }),
        ),
    );
    await settle(20);
  };
  await press('ArrowRight');
  await press('ArrowDown', true);
  await press('Enter');
  const part = vi.mocked(scanPort.readPicture).mock.calls.at(-1)?.[1];
  expect(part?.x).toBeCloseTo(0.32);
  expect(part?.height).toBeCloseTo(0.42);
  expect(shown()).toContain('No QR code could be read in this frame.');
  await press('Escape');
  expect(all('.part-frame')).toEqual([]);
});

test('the picture of the page is dropped after two minutes without a gesture', async () => {
  await open({ start: { picture }, seen: reading(address) });
  await settle(110_000);
  document.dispatchEvent(new Event('pointermove'));
  await settle(110_000);
  expect(all('.picture')).toHaveLength(1);
  await settle(11_000);
  expect(all('.picture')).toEqual([]);
  expect(shown()).toContain('dropped after two minutes');
});

test('a pasted picture says nothing of a page', async () => {
  const { sent } = await open({ start: { picture: null }, seen: reading(address) });
  await paste([png()]);
  expect(sent('enrol.texts')[0]?.request).toEqual({ tabId: 7, text: address, fromPicture: false });
  expect(shown()).toContain('Nothing was entered in the page.');
});

test('without a page, the card says that none was filled', async () => {
  const { names } = await open({ about: { hasPage: false }, seen: reading(address) });
  expect(names()).not.toContain('scan.start');
  await paste([png()]);
  expect(shown()).toContain('Nothing was entered in a page.');
  expect(all('button').map((one) => one.textContent)).not.toContain('Back to the page');
});

test.each([
  ['', 'There is nothing to paste'],
  ['Good morning', 'No secret key and no QR code address'],
  ['123 456 789', 'only for Microsoft'],
])('a pasted text %j is answered with a sentence', async (text, sentence) => {
  const { sent } = await open();
  await paste([], text);
  expect(shown()).toContain(sentence);
  expect(sent('enrol.texts')).toEqual([]);
});

test('a pasted key opens the form with its code, which is added without a page', async () => {
  const { sent } = await open();
  await paste([], 'gezd gnbv gy3t qojq');
  await settle(300);
  expect(shown()).toContain('123\u00A0456');
  await act(async () => void all('form')[0]?.dispatchEvent(new Event('submit', { cancelable: true })));
  await settle(20);
  expect(sent('enrol.by-hand')[0]?.request).toMatchObject({
    fields: { key: 'gezd gnbv gy3t qojq', kind: 'totp', digits: 6 },
  });
  expect(shown()).toContain('Account added');
});

test('text pasted in a field of the form stays there', async () => {
  const { sent } = await open({ about: { byHand: true } });
  await paste([], address, all('.hand input')[1]);
  expect(sent('enrol.texts')).toEqual([]);
});

test('the form takes a whole address apart', async () => {
  await open({ about: { byHand: true } });
  await type(all('.hand input')[0], 'otpauth://hotp/C%C3%A9gep:alice?secret=GEZDGNBV&digits=8&counter=7');
  expect(all('.hand > .field input').map((one) => (one as HTMLInputElement).value)).toEqual([
    'GEZDGNBV',
    'Cégep',
    'alice',
  ]);
  expect(all('.advanced select').map((one) => (one as HTMLSelectElement).value)).toEqual([
    'hotp',
    'SHA1',
    '8',
  ]);
});

test('the form says which character is wrong, where, and what it may be', async () => {
  await open({
    about: { byHand: true },
    answers: { 'code.preview': () => fail('secret-character', { character: '0', position: '7' }) },
  });
  await type(all('.hand input')[0], 'gezd gn0v');
  expect(shown()).toContain('Character 7, “0”, cannot be in a secret key. Is it perhaps the letter “O”?');
});

test('the form explains the code and address of Microsoft’s own app, and asks nothing', async () => {
  const { sent } = await open({ about: { byHand: true } });
  await type(all('.hand input')[0], '123 456 789');
  await type(all('.hand input')[1], 'https://mobileappcommunicator.auth.microsoft.com/activatev2/1/AB');
  expect(shown()).toContain('only for Microsoft');
  await click('Add the account');
  expect(sent('enrol.by-hand')).toEqual([]);
});

test('a number out of its range is said where it is, and nothing is added', async () => {
  const { sent } = await open({ about: { byHand: true } });
  await type(all('.hand input')[0], 'gezd gnbv gy3t qojq');
  await type(all('.advanced input')[0], '3601');
  expect(shown()).toContain('From 1 to 3600 seconds.');
  await act(async () => void all('form')[0]?.dispatchEvent(new Event('submit', { cancelable: true })));
  await settle(20);
  expect(sent('enrol.by-hand')).toEqual([]);
  expect(all('details')[0]?.hasAttribute('open')).toBe(true);
});

test('the preview is asked again when the code expires', async () => {
  const { sent } = await open({ about: { byHand: true } });
  await type(all('.hand input')[0], 'gezd gnbv gy3t qojq');
  const before = sent('code.preview').length;
  await settle(21_000);
  expect(sent('code.preview').length).toBe(before + 1);
});

test('a locked vault is opened in this page', async () => {
  await open({ card: { kind: 'locked', gesture: 'enrol' }, seen: reading(address) });
  await paste([png()]);
  expect(shown()).toContain('Open the vault to finish adding the account.');
});

test('what cannot be added is said above the ways, which stay', async () => {
  await open({ card: { kind: 'failed', failure: { code: 'qr-wifi' } }, seen: reading('WIFI:') });
  await paste([png()]);
  expect(shown()).toContain('Wi-Fi');
  expect(all('.way-grid')).toHaveLength(1);
});

test('several pictures are read one after the other, at most twenty; what could not be is counted', async () => {
  let count = 0;
  const { scanPort } = await open({
    port: {
      readPicture: vi.fn(async () =>
        ++count % 10 === 0 ? fail('picture-unreadable') : ok(reading(`${address}${count}`)),
      ),
    },
  });
  await paste(Array.from({ length: 25 }, (_, index) => png(`${index}.png`)));
  expect(scanPort.readPicture).toHaveBeenCalledTimes(20);
  expect(all('.choice')).toHaveLength(18);
  expect(shown()).toContain('the first 20 were read');
});

test.each([
  [{ openCamera: async () => ({ kind: 'refused' as const }) }, 'Use the camera', 'did not allow the camera'],
  [{ openCamera: async () => ({ kind: 'none' as const }) }, 'Use the camera', 'No camera was found'],
  [{ captureScreen: async () => null }, 'Capture a window', 'Nothing was captured'],
])('says so when the browser gives nothing: %#', async (port, button, sentence) => {
  await open({ port });
  await click(button);
  expect(shown()).toContain(sentence);
});

test('the camera is read until it shows a code, then every track is stopped', async () => {
  const track = Object.assign(new EventTarget(), { stop: vi.fn() });
  const stream = emptyStream(track);
  let looks = 0;
  const { sent } = await open({
    port: {
      openCamera: async () => ({ kind: 'live', stream }),
      readVideo: async () => reading(...(++looks === 9 ? [address] : [])),
    },
  });
  await click('Use the camera');
  expect(sent('enrol.texts')).toEqual([]);
  for (let round = 0; round < 10; round++) await settle(200);
  expect(looks).toBe(9);
  expect(track.stop).toHaveBeenCalled();
  expect(sent('enrol.texts')[0]?.request).toMatchObject({ text: address, fromPicture: false });
});

test('the camera stops when the page is no longer in front', async () => {
  const track = Object.assign(new EventTarget(), { stop: vi.fn() });
  await open({
    port: { openCamera: async () => ({ kind: 'live', stream: emptyStream(track) }) },
  });
  await click('Use the camera');
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  await act(async () => void document.dispatchEvent(new Event('visibilitychange')));
  await settle(20);
  hidden.mockRestore();
  expect(track.stop).toHaveBeenCalled();
  expect(all('.way-grid')).toHaveLength(1);
});

test('parts of a series from another computer lead to the page that reads them, from a picture and pasted', async () => {
  const part = (number: number) => `SECONDE/1/${number}/5/ABCDEFGHIJKLMNOP/MFRGG`;
  const failure = { code: 'qr-series' } as const;
  const { scanPort, sent } = await open({
    seen: reading(part(1), part(2)),
    card: { kind: 'failed', failure },
    answers: {
      'texts.look': ({ texts }: { texts: string[] }) => ok(texts.map(() => ({ kind: 'failure', failure }))),
    },
  });
  await paste([], part(3));
  expect(sent('enrol.texts')).toHaveLength(1);
  await paste([png()]);
  expect(sent('enrol.texts')).toHaveLength(2);
  await click('Receive from another computer');
  expect(scanPort.openPage).toHaveBeenCalledWith('receive.html');
});
