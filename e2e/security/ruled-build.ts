/**
 * A copy of a build under an id of its own, and rules of an organisation for that id alone, where the browser itself looks
 * for them: no other browser of this computer is ruled by them. Needs to be root, as an administrator is.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { getuid, platform } from 'node:process';
import { findBrowser } from '../../scripts/browsers.mjs';
import { type Driver, launch } from '../browsers/driver.ts';
import { type BrowserName, extensionDirs } from '../journeys/seconde.ts';

/** Of Chromium as Linux distributions build it; other builds read elsewhere. */
const chromiumPolicies = '/etc/chromium/policies/managed';

/** One file for everything: a computer that is ruled already is left alone. */
const firefoxPolicies = '/etc/firefox/policies/policies.json';

export function mayRule(browser: BrowserName): boolean {
  if (platform !== 'linux' || getuid?.() !== 0) return false;
  return browser === 'firefox'
    ? !existsSync(firefoxPolicies)
    : findBrowser('chromium')?.endsWith('/chromium') === true;
}

export interface RuledBrowser {
  readonly driver: Driver;
  close(): Promise<void>;
}

/** `rules` as an administrator writes them, right or wrong. */
export async function startRuled(
  browser: BrowserName,
  rules: Readonly<Record<string, unknown>>,
): Promise<RuledBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'seconde-ruled-'));
  const extensionDir = join(folder, 'extension');
  await cp(extensionDirs[browser], extensionDir, { recursive: true });
  const file =
    browser === 'chromium'
      ? await ruleChromium(extensionDir, rules)
      : await ruleFirefox(extensionDir, folder, rules);
  const clean = () =>
    Promise.all([folder, file].map((path) => rm(path, { recursive: true, force: true, maxRetries: 5 })));
  try {
    const driver = await launch({
      browser,
      extensionDir,
      headed: false,
      lang: 'fr',
    });
    return {
      driver,
      async close() {
        await driver.close();
        await clean();
      },
    };
  } catch (error) {
    await clean();
    throw error;
  }
}

async function ruleChromium(extensionDir: string, rules: object): Promise<string> {
  const hash = createHash('sha256').update(extensionDir).digest('hex').slice(0, 32);
  const id = [...hash].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
  await mkdir(chromiumPolicies, { recursive: true });
  const file = join(chromiumPolicies, `seconde-${id}.json`);
  await writeFile(file, JSON.stringify({ '3rdparty': { extensions: { [id]: rules } } }));
  return file;
}

async function ruleFirefox(extensionDir: string, folder: string, rules: object): Promise<string> {
  const id = `ruled-${folder.slice(-6).toLowerCase()}@seconde.example`;
  const manifestFile = join(extensionDir, 'manifest.json');
  const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  manifest.browser_specific_settings.gecko.id = id;
  await writeFile(manifestFile, JSON.stringify(manifest));
  await mkdir(dirname(firefoxPolicies), { recursive: true });
  const policies = { '3rdparty': { Extensions: { [id]: rules } } };
  await writeFile(firefoxPolicies, JSON.stringify({ policies }), { flag: 'wx' });
  return firefoxPolicies;
}
