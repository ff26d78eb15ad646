/**
 * A screen of its own for a browser: Xvfb with openbox, on a display number that Xvfb chooses itself.
 * Knows nothing of browsers. Everything it starts ends with `close`, by process id.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';

export interface Display {
  /** Environment for the programs that draw on this screen; `DISPLAY` is set. */
  readonly env: Record<string, string>;
  /** The whole screen, as a PNG file. */
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

export interface DisplaySize {
  readonly width: number;
  readonly height: number;
}

/** Starts a virtual screen. Throws when Xvfb or openbox is missing. */
export async function startDisplay(size: DisplaySize = { width: 1280, height: 900 }): Promise<Display> {
  const folder = await mkdtemp(join(tmpdir(), 'seconde-screen-'));
  const screen = `${size.width}x${size.height}x24`;
  const xvfb = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', screen, '-fbdir', folder, '-ac', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const number = await displayNumber(xvfb);
  const env = { ...definedEnvironment(), DISPLAY: `:${number}` };
  const windowManager = spawn('openbox', [], { env, stdio: 'ignore' });
  await started(windowManager, 'openbox');
  return {
    env,
    screenshot: async (path) => {
      const frame = await readFile(join(folder, 'Xvfb_screen0'));
      await writeFile(path, PNG.sync.write(decodeXwd(frame)));
    },
    close: async () => {
      await ended(windowManager);
      await ended(xvfb);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The screen of the person who runs this, for `npm run try`. */
export function ownDisplay(): Display {
  return {
    env: definedEnvironment(),
    screenshot: () => Promise.reject(new TypeError('only a virtual screen can be photographed')),
    close: () => Promise.resolve(),
  };
}

export function definedEnvironment(): Record<string, string> {
  const defined = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(defined);
}

function displayNumber(xvfb: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    xvfb.once('error', () => reject(new TypeError('Xvfb is not installed')));
    xvfb.once('exit', (code) => reject(new TypeError(`Xvfb ended at once (${code})`)));
    let text = '';
    xvfb.stdio[3]?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.endsWith('\n')) resolve(text.trim());
    });
  });
}

function started(child: ChildProcess, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', () => resolve());
    child.once('error', () => reject(new TypeError(`${name} is not installed`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill();
  });
}

/** Xvfb's frame file is an X window dump: a header of 32-bit big-endian words, a colour table, rows of BGRX pixels. */
function decodeXwd(frame: Buffer): PNG {
  const word = (index: number) => frame.readUInt32BE(index * 4);
  const [headerSize, width, height, bytesPerLine, colours] = [word(0), word(4), word(5), word(12), word(19)];
  const pixels = headerSize + colours * 12;
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = pixels + y * bytesPerLine + x * 4;
      const to = (y * width + x) * 4;
      png.data[to] = frame[from + 2] ?? 0;
      png.data[to + 1] = frame[from + 1] ?? 0;
      png.data[to + 2] = frame[from] ?? 0;
      png.data[to + 3] = 255;
    }
  }
  return png;
}
