import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build } from 'vite';

const here = import.meta.dirname;

interface Manifest {
  background?: { service_worker: string; type?: 'module' };
}

/**
 * A copy of an unpacked extension that can be measured: its popup says when a code is on the screen, `quiet.html` opens it, and
 * `background`, when there is one and it is asked for, is traced. Nothing else differs; the caller removes it.
 */
export function instrumentedCopy(folder: string, { traced }: { readonly traced: boolean }): string {
  const copy = mkdtempSync(join(tmpdir(), 'seconde-copy-'));
  cpSync(folder, copy, { recursive: true });
  for (const file of ['quiet.html', 'quiet.js', 'watch.js']) cpSync(join(here, file), join(copy, file));
  const popup = join(copy, 'popup.html');
  const html = readFileSync(popup, 'utf8');
  const watched = html.replace(/(<meta charset="utf-8" ?\/?>)/i, '$1<script src="/watch.js"></script>');
  if (watched === html) throw new Error('popup.html names no charset to put the watcher after');
  writeFileSync(popup, watched);
  if (traced) trace(copy);
  return copy;
}

function trace(copy: string): void {
  const file = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  if (!manifest.background) return;
  const { service_worker: real, type } = manifest.background;
  cpSync(join(here, 'trace.js'), join(copy, 'trace.js'));
  const both =
    type === 'module'
      ? `import './trace.js';\nimport './${real}';\n`
      : `importScripts('trace.js', '${real}');\n`;
  writeFileSync(join(copy, 'traced.js'), both);
  manifest.background.service_worker = 'traced.js';
  writeFileSync(file, JSON.stringify(manifest));
}

/** Puts `seed.js` into a copy: accounts are written by the product's own vault, which a page of the copy may load. */
export async function addSeeder(copy: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { '@': join(here, '../..') } },
    build: {
      outDir: copy,
      emptyOutDir: false,
      modulePreload: false,
      lib: { entry: join(here, 'seed-entry.ts'), formats: ['es'], fileName: () => 'seed.js' },
    },
  });
}

export function removeCopies(copies: readonly string[]): void {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
}
