/**
 * Keycloak's own pages from npm keycloakify, drawn on the server. The package is written for bundlers (folder imports, no
 * extensions), so it is bundled once into `node_modules/.cache`, without the two parts that need a document: the loading of
 * style sheets, which the page links itself, and the sanitising of messages, which are all Keycloak's own here.
 */

import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rename } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Language } from '../exchange.ts';

export type KeycloakPageId = 'login-config-totp.ftl' | 'login-otp.ftl';

export interface Keycloak {
  /** A page's body; `context` replaces parts of the package's mock; `errors` by field name. */
  readonly draw: (
    pageId: KeycloakPageId,
    lang: Language,
    context: Readonly<Record<string, unknown>>,
    errors: Readonly<Record<string, string>>,
  ) => string;
  /** One of Keycloak's sentences; what has no French is English, as in the real one. */
  readonly message: (lang: Language, key: string, ...values: string[]) => string;
}

const root = new URL('../../../', import.meta.url);
const entry = new URL('./bundle-entry.mjs', import.meta.url);

/** The folder of Keycloak's style sheets and pictures. */
export const resourcesFolder = new URL(
  'node_modules/keycloakify/res/public/keycloakify-dev-resources/login/',
  root,
);

const replacements: readonly (readonly [RegExp, string])[] = [
  [/\/Template\.useInitialize$/, 'export const useInitialize = () => ({ isReadyToRender: true });'],
  [/\/lib\/kcSanitize$/, 'export const kcSanitize = (html) => html;'],
];

let loaded: Promise<Keycloak> | undefined;

/** Bundled at the first call of a machine (some seconds), read from the cache afterwards. */
export function loadKeycloak(): Promise<Keycloak> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Keycloak> {
  const parts = await Promise.all(
    [entry, new URL(import.meta.url), ...['keycloakify', 'react-dom'].map((name) => manifest(name))].map(
      (url) => readFile(url),
    ),
  );
  const hash = createHash('sha256').update(Buffer.concat(parts)).digest('hex').slice(0, 16);
  const cache = new URL('node_modules/.cache/practice-site/', root);
  const file = new URL(`keycloak-${hash}.mjs`, cache);
  const present = await access(file).then(
    () => true,
    () => false,
  );
  if (!present) await bundle(cache, file);
  return (await import(/* @vite-ignore */ file.href)) as Keycloak;
}

function manifest(name: string): URL {
  return new URL(`node_modules/${name}/package.json`, root);
}

/** Built beside and renamed, so that two sites starting at once never read half a file. */
async function bundle(cache: URL, file: URL): Promise<void> {
  const { build } = await import('vite');
  const name = `building-${randomUUID()}`;
  await mkdir(cache, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(root),
    publicDir: false,
    mode: 'production',
    plugins: [
      {
        name: 'practice-site-no-document',
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
    ssr: { noExternal: [/keycloakify/, /tsafe/] },
    build: {
      ssr: fileURLToPath(entry),
      outDir: fileURLToPath(cache),
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
    },
  });
  await rename(new URL(`${name}.mjs`, cache), file);
}
