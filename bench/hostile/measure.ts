import { join } from 'node:path';
import { type Driver, launch } from '../../e2e/browsers/driver.ts';
import { type Attempt, attempts } from '../../e2e/hostile/attempts.ts';
import { askFromOutside, enrolOnOwnHost, type Tried, tryOnce } from '../../e2e/hostile/run.ts';
import { closeWelcome } from '../../e2e/browsers/welcome.ts';
import { startPracticeSite } from '../../e2e/site/server.ts';
import type { BenchResult } from '../bench.ts';
import { atLeast, atMost, known } from '../bench.ts';

type BrowserName = 'chromium' | 'firefox';

interface Round {
  readonly browser: BrowserName;
  readonly tried: readonly (Tried & { readonly attempt: Attempt })[];
  readonly asked: number;
  readonly heard: readonly string[];
}

const otherExtension = join(import.meta.dirname, '../../e2e/browsers/other-extension');

/** `builds`: unpacked production builds. */
export async function measureHostile(builds: Readonly<Record<BrowserName, string>>): Promise<BenchResult> {
  const rounds: Round[] = [];
  for (const browser of ['chromium', 'firefox'] as const)
    rounds.push(await roundIn(browser, builds[browser]));
  const all = rounds.flatMap(({ browser, tried }) => tried.map((one) => ({ browser, ...one })));
  const leaks = all.flatMap(({ browser, id, leaks }) =>
    leaks.map((leak) => `${browser}, ${id}: ${leak.where}`),
  );
  const due = all.filter(({ attempt }) => attempt.refused && attempt.gesture !== 'none');
  const told = due.filter(({ isRefused }) => isRefused);
  return {
    name: 'hostile',
    figures: [
      known('hostile pages × browsers', all.length, 'tries'),
      atMost(0, 'codes that a page saw where none may be', leaks.length, 'leaks'),
      atLeast(
        due.length,
        'refused or asked, with nothing typed and a sentence for the person',
        told.length,
        `of ${due.length}`,
      ),
      known(
        'requirements with a page that tries',
        new Set(all.map(({ requirement }) => requirement)).size,
        'kinds',
      ),
      atMost(0, 'answers to another extension', rounds.flatMap(({ heard }) => heard).length, 'answers'),
      known(
        'messages another extension tried, and a port',
        rounds.reduce((sum, { asked }) => sum + asked, 0),
        'messages',
      ),
    ],
    details: {
      leaks,
      untold: due
        .filter((one) => !told.includes(one))
        .map(({ browser, id, said }) => `${browser}, ${id}: ${said}`),
      said: Object.fromEntries(
        all.map(({ browser, id, said, filled }) => [
          `${browser}, ${id}`,
          filled ? 'filled its own field' : said.slice(0, 120),
        ]),
      ),
      heard: rounds.flatMap(({ heard }) => heard),
    },
  };
}

async function roundIn(browser: BrowserName, extensionDir: string): Promise<Round> {
  const [site, second] = await Promise.all([startPracticeSite(), startPracticeSite()]);
  const options = {
    browser,
    extensionDir,
    headed: true,
    lang: 'en',
    otherExtensions: [otherExtension],
  } as const;
  const driver: Driver = await launch(options);
  try {
    await closeWelcome(driver);
    const stage = { driver, site, second };
    await enrolOnOwnHost(stage);
    const tried: (Tried & { readonly attempt: Attempt })[] = [];
    for (const attempt of attempts) {
      const startMs = performance.now();
      tried.push({ ...(await tryOnce(stage, attempt)), attempt });
      console.error(browser, attempt.id, Math.round(performance.now() - startMs), 'ms');
    }
    const { asked, heard } = await askFromOutside(driver);
    return { browser, tried, asked, heard };
  } finally {
    await driver.close();
    await Promise.all([site.close(), second.close()]);
  }
}
