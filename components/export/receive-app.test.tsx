// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { ok } from '@/lib/errors';
import { seriesCodeFrom } from '@/lib/transfer/series-code';
import { seriesTexts } from '@/lib/transfer/series';
import type { ImportedEntry } from '@/lib/transfer/file-format';
import { sealForSeries } from '@/lib/vault/sealed-series';
import { sampleAccount } from '@/tests/fakes/accounts';
import { valueOf } from '@/tests/fakes/vault-worlds';
import { createFakePort, later, openWorld } from '../app/fake-port';
import { ReceiveApp } from './receive-app';

vi.mock('hash-wasm', () => import('@/tests/fakes/quick-argon2'));

const code = seriesCodeFrom(new Uint8Array(10).fill(9));
const seal = (count: number) =>
  sealForSeries(
    {
      schema: 1,
      accounts: Array.from({ length: count }, (_, n) =>
        sampleAccount(n, { note: `${Math.sin(n)}`.repeat(12) }),
      ),
    },
    code,
  );
const texts = valueOf(seriesTexts(await seal(12)));
const [stranger = ''] = valueOf(seriesTexts(await seal(1)));

afterEach(() => act(() => render(null, document.body)));

/** `shown`: what the next picture of each kind holds. */
async function open(vault: 'open' | 'locked' = 'open') {
  const world = openWorld([]);
  if (vault === 'locked') world.vault = { kind: 'locked' };
  const committed = vi.fn();
  const fake = createFakePort(world, {
    'import.preview': ({ entries }: { entries: ImportedEntry[] }) =>
      ok({
        rows: entries.map((_, at) => ({ status: at === 0 ? 'same' : 'new' })),
        seen: entries.map(String),
        hereOnly: [],
      }),
    'import.commit': (request) => {
      committed(request);
      return ok({ added: 2, changed: 0, meanwhile: [] });
    },
    'import.undo': () => ok({ removed: 2, putBack: 0 }),
  });
  const shown: string[][] = [];
  const port = {
    ...fake.port,
    openCamera: () => Promise.resolve({ kind: 'none' } as const),
    readVideo: vi.fn(),
    readPicture: () =>
      Promise.resolve(
        ok({
          width: 1,
          height: 1,
          sawCode: false,
          codes: (shown.shift() ?? []).map((text) => ({ text, box: null })),
        }),
      ),
    captureScreen: () => Promise.resolve(new Blob()),
  };
  await act(async () => render(<ReceiveApp port={port} first={fake.first} later={later} />, document.body));
  return { ...fake, committed, show: (...pictures: string[][]) => shown.push(...pictures) };
}

const body = () => document.body.textContent ?? '';
/** Pictures are read one after the other, each in its turn. */
const says = (text: string) => vi.waitFor(() => expect(body()).toContain(text));
const press = (text: string) =>
  act(async () => {
    const found = [...document.querySelectorAll('button')].find(({ textContent }) =>
      textContent?.includes(text),
    );
    if (!found) throw new RangeError(`button "${text}" expected in ${body()}`);
    found.click();
  });
const typeCode = (value: string) =>
  act(async () => {
    const input = document.querySelector<HTMLInputElement>('.code-input');
    if (!input) throw new RangeError('a field for the code expected');
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });

test('parts come in any order, are counted once, and end in a preview before anything is written', async () => {
  const { show, committed } = await open();
  await typeCode(code.toLowerCase());
  await press('Next');
  expect(texts.length).toBeGreaterThan(2);
  show([texts.at(-1) ?? '']);
  await press('Capture a window');
  await says(`1 of ${texts.length}`);
  show([texts.at(-1) ?? '']);
  await press('Capture a window');
  await says(`1 of ${texts.length}`);
  show([stranger]);
  await press('Capture a window');
  await says('belongs to another series');
  show(['https://exemple.test']);
  await press('Capture a window');
  await says('not part of a series');
  show([...texts]);
  await press('Capture a window');
  await vi.waitFor(() => expect(body()).toContain('Clinique'));
  expect(committed).not.toHaveBeenCalled();
  await press('Bring in 11 accounts');
  expect(committed.mock.calls[0]?.[0]).toMatchObject({
    choices: ['leave', ...Array.from({ length: 11 }, () => 'take')],
  });
  await says('2 accounts added');
  await press('Undo this import');
  await says('Undone: 2 accounts');
});

test('a code with a slip is told by its group before the QR codes are asked for', async () => {
  await open();
  await typeCode(`${code.slice(0, 4)}${code.startsWith('A', 4) ? 'B' : 'A'}${code.slice(5)}`);
  await press('Next');
  await says('group 1');
  expect(body()).not.toContain('Use the camera');
});

test('a code of another series is said to open nothing, and can be typed again without another look', async () => {
  const { show } = await open();
  await typeCode(seriesCodeFrom(new Uint8Array(10).fill(1)));
  await press('Next');
  show([...texts]);
  await press('Capture a window');
  await vi.waitFor(() => expect(body()).toContain('does not open these accounts'));
  await typeCode(code);
  await press('See what they hold');
  await vi.waitFor(() => expect(body()).toContain('Clinique'));
});

test('no picture without a QR code passes for one, and no camera is said', async () => {
  await open();
  await typeCode(code);
  await press('Next');
  await press('Capture a window');
  await says('No QR code was found');
  await press('Use the camera');
  await says('No camera was found');
});

test('opens a locked vault first', async () => {
  await open('locked');
  await says('The vault is locked');
});
