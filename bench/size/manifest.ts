/** The parts of a built manifest.json that cost a person something. */
export interface BuiltManifest {
  readonly permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly content_scripts?: readonly {
    readonly matches?: readonly string[];
    readonly js?: readonly string[];
    readonly css?: readonly string[];
  }[];
  readonly devtools_page?: string;
}

export type Browser = 'chrome' | 'firefox';

/**
 * Permissions that show no warning when the extension is installed. Chrome: "Permissions list" of its extension
 * reference, those without "Warning displayed". Firefox: those absent from "Permission request messages for Firefox
 * extensions" of its support pages. What is in neither list counts as a warning.
 */
const silent: Readonly<Record<Browser, ReadonlySet<string>>> = {
  chrome: new Set([
    'activeTab',
    'alarms',
    'background',
    'browsingData',
    'certificateProvider',
    'contextMenus',
    'cookies',
    'declarativeContent',
    'declarativeNetRequestWithHostAccess',
    'dns',
    'documentScan',
    'fontSettings',
    'gcm',
    'identity',
    'idle',
    'loginState',
    'offscreen',
    'power',
    'runtime',
    'scripting',
    'search',
    'sidePanel',
    'storage',
    'system.cpu',
    'system.display',
    'system.memory',
    'tts',
    'unlimitedStorage',
    'webRequest',
    'webRequestBlocking',
  ]),
  firefox: new Set([
    'activeTab',
    'alarms',
    'contextMenus',
    'contextualIdentities',
    'cookies',
    'declarativeNetRequestWithHostAccess',
    'dns',
    'identity',
    'idle',
    'menus',
    'menus.overrideContext',
    'scripting',
    'search',
    'storage',
    'theme',
    'unlimitedStorage',
    'webRequest',
    'webRequestBlocking',
  ]),
};

/** What an installation would warn of, by the name of the permission or host pattern; sorted, each once. */
export function installWarnings(manifest: BuiltManifest, browser: Browser): string[] {
  const permissions = (manifest.permissions ?? []).filter((permission) => !silent[browser].has(permission));
  // Static content scripts warn like host permissions, for the same hosts.
  const hosts = [
    ...(manifest.host_permissions ?? []),
    ...(manifest.content_scripts ?? []).flatMap((script) => script.matches ?? []),
  ];
  const devtools = manifest.devtools_page === undefined ? [] : ['devtools_page'];
  return [...new Set([...permissions, ...hosts, ...devtools])].sort();
}

/** Files the browser puts into pages that asked for nothing. */
export function staticallyInjected(manifest: BuiltManifest): string[] {
  const scripts = manifest.content_scripts ?? [];
  return [...new Set(scripts.flatMap((script) => [...(script.js ?? []), ...(script.css ?? [])]))];
}
