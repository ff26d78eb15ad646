import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { lighterPackages } from './scripts/lighter-packages';
import { markFiles } from './scripts/marks';

/** Copied by hand into docs/permissions.md; tests/repository.test.ts compares the two. */
const permissions = [
  'activeTab',
  'scripting',
  'contextMenus',
  'storage',
  'unlimitedStorage',
  'alarms',
  'idle',
];

/** Firefox knows neither. */
const chromiumPermissions = ['sidePanel', 'offscreen'];

/** Asked at the moment of use, in the person's own click. */
const optionalPermissions = ['clipboardRead', 'clipboardWrite', 'downloads'];

/** The modules of the list; what components/app/later.ts loads by and by is left out. */
const listModules = [
  /components[\\/](?:accounts[\\/](?!row-menu|row-extra|row-eye|row-groups|groups|drag)|app[\\/](?!unusable)|ui[\\/](?!sheet)).*\.tsx?$/,
  /lib[\\/]messages[\\/](?:client|first-)/,
  /lib[\\/]browser[\\/](?:runtime|active-tab|environment|first-question|site-request)\./,
  /webextension-polyfill/,
  /virtual:wxt-html-plugins/,
];
const firstLoad = { name: 'list', test: (id: string) => listModules.some((pattern) => pattern.test(id)) };

/**
 * Every browser we run in knows modulepreload. What a page needs first is named in it; the scripts of what is loaded by
 * and by are not named beforehand: the list of them would weigh more in the first load than reading files of our own costs.
 */
const modulePreload = {
  polyfill: false,
  resolveDependencies: (_file: string, deps: string[], { hostType }: { hostType: 'html' | 'js' }) =>
    hostType === 'html' ? deps : [],
};

/** One site at a time, in the person's own click (lib/browser/site-access); never at install. */
const optionalHosts = ['https://*/*', 'http://*/*'];

export default defineConfig({
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'edge', 'firefox'],
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({ build: { modulePreload }, worker: { format: 'es' }, plugins: [lighterPackages()] }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, { build }) => {
      // What the popup shows first stays one piece, however many other pages have a part of it.
      if (entrypoints.some(({ type }) => type === 'popup') && build?.rollupOptions)
        build.rollupOptions.output = {
          ...build.rollupOptions.output,
          codeSplitting: { groups: [firstLoad] },
        };
    },
    'build:publicAssets': (_wxt, assets) => {
      assets.push({
        absoluteSrc: fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')),
        relativeDest: 'zxing-reader.wasm',
      });
      assets.push(...markFiles());
    },
  },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_name__',
    short_name: 'Seconde',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: browser === 'firefox' ? permissions : [...permissions, ...chromiumPermissions],
    optional_permissions: optionalPermissions,
    optional_host_permissions: optionalHosts,
    action: { default_title: '__MSG_action__' },
    commands: {
      // Not with the letter of a menu of Firefox, which would open instead: F E V S B T H in English, F N A S M O in French.
      _execute_action: {
        suggested_key: { default: 'Alt+Shift+D' },
      },
      fill: {
        suggested_key: { default: 'Alt+Shift+C' },
        description: '__MSG_command_fill__',
      },
      scan: {
        suggested_key: { default: 'Alt+Shift+Q' },
        description: '__MSG_command_scan__',
      },
    },
    // [Note: Content security policy] Argon2id is WebAssembly, hence 'wasm-unsafe-eval'. connect-src 'self' keeps
    // every page and the background from asking anything of anybody. Development needs Vite's own server.
    ...(mode === 'development'
      ? {}
      : {
          content_security_policy: {
            extension_pages:
              "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          },
        }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'seconde@seconde.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '127', storage: { managed_schema: 'managed-schema.json' } }),
  }),
});
