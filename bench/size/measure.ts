import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

import { atMost, known } from '../bench.ts';
import type { Figure } from '../bench.ts';
import { firstLoadFiles } from './first-load.ts';
import { installWarnings, staticallyInjected } from './manifest.ts';
import type { Browser, BuiltManifest } from './manifest.ts';

export interface Build {
  readonly browser: Browser;
  /** The unpacked extension. */
  readonly outDir: string;
  readonly zip: string;
}

export interface SizeReport {
  readonly figures: readonly Figure[];
  readonly details: {
    readonly firstLoad: Readonly<Record<string, number>>;
    readonly warnings: readonly string[];
    readonly injected: readonly string[];
    /** Why a figure could not be measured. */
    readonly missing: readonly string[];
  };
}

const popupLimitKiB = 30;

const kib = (bytes: number) => Math.round((bytes / 1024) * 10) / 10;
const gzipped = (path: string) => gzipSync(readFileSync(path), { level: 9 }).length;
const sizeOf = (path: string) => statSync(path).size;
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Every size of one built extension. Nothing that is absent stops the others: it is told in `details.missing`. */
export function measureBuild({ browser, outDir, zip }: Build): SizeReport {
  const missing: string[] = [];
  const orMissing = <T>(measure: () => T): T | null => {
    try {
      return measure();
    } catch (error) {
      missing.push(error instanceof Error ? error.message : String(error));
      return null;
    }
  };
  const manifest = JSON.parse(readFileSync(join(outDir, 'manifest.json'), 'utf8')) as BuiltManifest;
  const files = filesUnder(outDir);
  const script = (name: string) =>
    orMissing(() => {
      const found = files.find((file) => basename(file) === name);
      if (found === undefined) throw new Error(`${name} is absent from the build`);
      return sizeOf(found);
    });

  const firstLoad = orMissing(() => firstLoadFiles(outDir, 'popup.html'));
  const compressed = firstLoad?.map((path) => [relative(outDir, path), gzipped(path)] as const);
  const warnings = installWarnings(manifest, browser);
  const injected = staticallyInjected(manifest);
  const figure = (name: string) => `${browser}: ${name}`;
  return {
    figures: [
      known(figure('package, zip'), kib(sizeOf(zip)), 'KiB'),
      known(figure('package, unpacked'), kib(sum(files.map(sizeOf))), 'KiB'),
      atMost(
        popupLimitKiB,
        figure('popup, JS and CSS of the first load, gzip'),
        compressed ? kib(sum(compressed.map(([, bytes]) => bytes))) : null,
        'KiB',
      ),
      atMost(
        0,
        figure('given to pages that did not ask'),
        orMissing(() => sum(injected.map((path) => sizeOf(join(outDir, path))))),
        'bytes',
      ),
      atMost(0, figure('warnings at installation'), warnings.length, 'warnings'),
      known(figure('fill.js'), script('fill.js'), 'bytes'),
      known(figure('capture.js'), script('capture.js'), 'bytes'),
    ],
    details: { firstLoad: Object.fromEntries(compressed ?? []), warnings, injected, missing },
  };
}
