/**
 * Packages written for bundlers, made to run: bundled once into `node_modules/.cache`, under a name that changes with the entry
 * and the packages. For the server a module; for a page one script without imports.
 */

import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The root of the project. */
export const root = new URL('../../', import.meta.url);

export interface BundleOptions {
  readonly name: string;
  readonly entry: URL;
  readonly target: 'server' | 'page';
  /** Packages inside the bundle: a new version makes a new bundle. */
  readonly packages: readonly string[];
  /** Modules to replace: the end of their specifier, and their source. */
  readonly replacements?: readonly (readonly [RegExp, string])[];
}

/** Where the bundle is; built if it is not there yet (a second or so). */
export async function bundleOnce(options: BundleOptions): Promise<URL> {
  const { name, entry, packages } = options;
  const manifests = packages.map((each) => new URL(`node_modules/${each}/package.json`, root));
  const sources = await Promise.all(
    [new URL('./', entry), new URL('./react/', import.meta.url)].map(scriptsOf),
  );
  const parts = await Promise.all(
    [...sources.flat(), new URL(import.meta.url), ...manifests].map((url) => readFile(url)),
  );
  const hash = createHash('sha256')
    .update(Buffer.concat(parts))
    .update(String(options.replacements ?? ''))
    .digest('hex')
    .slice(0, 16);
  const cache = new URL('node_modules/.cache/practice-site/', root);
  const file = new URL(`${name}-${hash}.mjs`, cache);
  const present = await access(file).then(
    () => true,
    () => false,
  );
  if (!present) await build(options, { cache, file });
  return file;
}

/** The scripts that an entry may be made of: its folder's, and those that pages of React share. */
async function scriptsOf(folder: URL): Promise<URL[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.mjs'));
  return names.sort().map((name) => new URL(name, folder));
}

/** Built beside and renamed, so that two sites starting at once never read half a file. */
async function build(options: BundleOptions, { cache, file }: { cache: URL; file: URL }): Promise<void> {
  const { entry, target, replacements = [], packages } = options;
  const vite = await import('vite');
  const name = `building-${randomUUID()}`;
  const input = fileURLToPath(entry);
  await mkdir(cache, { recursive: true });
  await vite.build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(root),
    publicDir: false,
    mode: 'production',
    plugins: [
      {
        name: 'practice-site-replacements',
        enforce: 'pre',
        resolveId: (source) => {
          const index = replacements.findIndex(([pattern]) => pattern.test(source));
          return index < 0 ? null : `\0practice:${index}`;
        },
        load: (id) => {
          const index = /^\0practice:(\d+)$/.exec(id)?.[1];
          return index === undefined ? null : (replacements[Number(index)]?.[1] ?? null);
        },
      },
    ],
    ssr: { noExternal: [...packages, 'tsafe'] },
    build: {
      ...(target === 'server' && { ssr: input }),
      outDir: fileURLToPath(cache),
      emptyOutDir: false,
      modulePreload: false,
      rollupOptions: { input, output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
    },
  });
  await rename(new URL(`${name}.mjs`, cache), file);
}
