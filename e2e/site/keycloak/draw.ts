/**
 * Keycloak's own pages from npm keycloakify, drawn on the server, without the two parts of the package that need a document:
 * the loading of style sheets, which the page links itself, and the sanitising of messages, which are all Keycloak's own here.
 */

import { bundleOnce, root } from '../bundle.ts';
import type { Language } from '../exchange.ts';

export type KeycloakPageId =
  | 'login-config-totp.ftl'
  | 'login-otp.ftl'
  | 'login-recovery-authn-code-config.ftl'
  | 'login-recovery-authn-code-input.ftl';

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

/** The folder of Keycloak's style sheets and pictures. */
export const resourcesFolder = new URL(
  'node_modules/keycloakify/res/public/keycloakify-dev-resources/login/',
  root,
);

let loaded: Promise<Keycloak> | undefined;

export function loadKeycloak(): Promise<Keycloak> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Keycloak> {
  const file = await bundleOnce({
    name: 'keycloak',
    entry: new URL('./bundle-entry.mjs', import.meta.url),
    target: 'server',
    packages: ['keycloakify'],
    replacements: [
      [/\/Template\.useInitialize$/, 'export const useInitialize = () => ({ isReadyToRender: true });'],
      [/\/lib\/kcSanitize$/, 'export const kcSanitize = (html) => html;'],
    ],
  });
  return (await import(/* @vite-ignore */ file.href)) as Keycloak;
}
