/**
 * `npm run try`: builds Seconde and shows it on the practice site. With a screen, the browser opens and the person plays;
 * without one (or with --headless), the main job is played by itself and told step by step.
 * Options: --headless, --firefox, --lang=fr|en, --shots=FOLDER (of the screenshots), --dark,
 * --size=WIDTHxHEIGHT (of the window).
 */
import { execPath, exit } from 'node:process';
import { parseArgs } from 'node:util';
import { type Driver, launch } from '../../e2e/browsers/driver.ts';
import { closeWelcome } from '../../e2e/browsers/welcome.ts';
import { startPracticeSite } from '../../e2e/site/server.ts';
import { ROOT, run } from '../bootstrap.mjs';
import { ensureBrowser, ensureTools } from '../setup-browser.mjs';
import { instructions } from './instructions.ts';
import { play } from './play.ts';

const { values } = parseArgs({
  options: {
    headless: { type: 'boolean', default: false },
    firefox: { type: 'boolean', default: false },
    dark: { type: 'boolean', default: false },
    lang: { type: 'string', default: 'fr' },
    shots: { type: 'string' },
    size: { type: 'string', default: '1200x850' },
  },
});

const hasScreen =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const shows = hasScreen && !values.headless && !process.env['CI'];
const lang = values.lang === 'en' ? 'en' : 'fr';
const [width = 1200, height = 850] = values.size.split('x').map(Number);

exit(await main());

async function main(): Promise<number> {
  const browser = await chooseBrowser();
  if (!browser) return 1;
  const target = browser === 'firefox' ? 'firefox' : 'chrome';
  const built = await run(execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', target]);
  if (built !== 0) return built;
  const realGestures = !shows && process.platform === 'linux' && (await ensureTools()).length === 0;
  const site = await startPracticeSite({ lang });
  const driver = await launch({
    browser,
    extensionDir: `${ROOT}.output/${target}-mv3`,
    headed: shows || realGestures,
    display: shows ? 'own' : 'virtual',
    lang,
    colorScheme: values.dark ? 'dark' : 'light',
    windowSize: { width, height },
  });
  try {
    if (!shows) await closeWelcome(driver);
    return shows
      ? await leaveToPerson(driver, site.url)
      : await play({ driver, site, lang, shots: values.shots ?? `${ROOT}e2e/.artifacts/try` });
  } finally {
    await driver.close();
    await site.close();
  }
}

async function chooseBrowser(): Promise<'chromium' | 'firefox' | undefined> {
  if (!values.firefox && (await ensureBrowser('chromium'))) return 'chromium';
  return (await ensureBrowser('firefox')) ? 'firefox' : undefined;
}

async function leaveToPerson(driver: Driver, url: string): Promise<number> {
  await driver.newPage(url);
  console.log(instructions(url));
  await driver.closed;
  return 0;
}
