import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = ['chrome-mv3', 'firefox-mv3'];

/** Scripts that the built extensions put in a page nobody asked about; `null` when nothing is built. */
export function injectedUnasked(): number | null {
  const files = built
    .map((folder) => fileURLToPath(new URL(`../../.output/${folder}/manifest.json`, import.meta.url)))
    .filter((file) => existsSync(file));
  if (files.length === 0) return null;
  const scripts = files.map((file) => {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as { content_scripts?: unknown[] };
    return manifest.content_scripts?.length ?? 0;
  });
  return scripts.reduce((sum, count) => sum + count, 0);
}
