import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { launch } from '../../e2e/browsers/driver.ts';
import { closeWelcome } from '../../e2e/browsers/welcome.ts';
import { startPracticeSite } from '../../e2e/site/server.ts';
import type { BenchResult, Figure } from '../bench.ts';
import { atLeast, atMost, known } from '../bench.ts';
import { removeCopies } from '../browser/copy.ts';
import { buildFor } from '../size/build.ts';
import type { BrowserName } from './browsers.ts';
import { browserNames } from './browsers.ts';
import { openChannel } from './channel.ts';
import { hookedCopy } from './copy.ts';
import type { Protection, Told } from './leak-flow.ts';
import { live } from './leak-flow.ts';
import { type Needle, patternsOf, piecesOf, search } from './needles.ts';

const protections: readonly Protection[] = ['from the start', 'later', 'never'];

/** Lives with Seconde in each browser in each way of protection, closes the browser, and searches its profile. */
export async function measureLeaks(browsers: readonly BrowserName[] = browserNames): Promise<BenchResult> {
  const figures: Figure[] = [];
  const details: Record<string, unknown> = {};
  for (const browser of browsers) {
    const { outDir } = buildFor(browser === 'firefox' ? 'firefox' : 'chrome');
    for (const protection of protections) {
      const label = `${browser}, password ${protection}`;
      const profile = mkdtempSync(join(tmpdir(), 'seconde-profile-'));
      try {
        const told = await liveIn(profile, browser, outDir, protection);
        const { searched, ...found } = figuresOf(label, profile, told);
        figures.push(...found.figures);
        details[label] = { ...found.details, files: searched, needles: told.secrets.length };
      } finally {
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      }
      console.error(`${label}: ${JSON.stringify(details[label])}`);
    }
  }
  return { name: 'leak', figures, details };
}

async function liveIn(
  profileDir: string,
  browser: BrowserName,
  build: string,
  protection: Protection,
): Promise<Told> {
  const channel = await openChannel();
  const site = await startPracticeSite();
  const copy = await hookedCopy(build, channel.url);
  try {
    const met = channel.nextHook();
    const driver = await launch({ browser, extensionDir: copy, headed: true, profileDir });
    try {
      await closeWelcome(driver);
      return await live(driver, await met, site, protection);
    } finally {
      await driver.close();
    }
  } finally {
    removeCopies([copy]);
    await site.close();
    await channel.close();
  }
}

function figuresOf(label: string, profile: string, { secrets, planted, memory, device }: Told) {
  const { hits, files } = search(profile, secrets);
  const seen = foundOf(profile, planted);
  const figures = [
    atMost(0, `${label}: secrets, names and passwords found`, hits.length, 'places'),
    atLeast(planted.length, `${label}: words planted in clear that the search finds`, seen, 'words'),
    atMost(0, `${label}: words of the session's memory found`, foundOf(profile, memory), 'words'),
  ];
  const body = device?.body ?? [];
  if (device) {
    const share = (100 * foundOf(profile, body, ({ text }) => piecesOf(text))) / body.length;
    figures.push(
      known(`${label}: device key on the disk`, foundOf(profile, [device.key]), 'keys'),
      known(`${label}: first state, as it was without a password, on the disk`, Math.round(share), '%'),
    );
  }
  return { figures, details: { hits }, searched: files };
}

function foundOf(profile: string, needles: readonly Needle[], forms?: typeof patternsOf): number {
  return new Set(search(profile, needles, forms).hits.map(({ needle }) => needle)).size;
}
