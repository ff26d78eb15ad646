import { fileURLToPath } from 'node:url';
import { type Driver, launch } from '../../e2e/browsers/driver.ts';
import { closeWelcome } from '../../e2e/browsers/welcome.ts';
import { startPracticeSite } from '../../e2e/site/server.ts';
import type { BenchResult, Figure } from '../bench.ts';
import { atMost, known, quantile, rounded } from '../bench.ts';
import type { PracticeSite } from '../../e2e/site/server.ts';
import { type Effort, enrolRound, nextStep, signInRound } from './rounds.ts';
import { type System, systems } from './systems.ts';
import { fieldTimes, hearField, hearGestures, lastGesture } from './timing.ts';

const rounds = 3;
const floorRounds = 5;
const floorDir = fileURLToPath(new URL('../floor-fill', import.meta.url));

type BrowserName = 'chromium' | 'firefox';

interface Row {
  readonly system: string;
  readonly delivery: string;
  readonly browser: BrowserName;
  /** Medians; `null`: it failed, `failure` says how. */
  readonly enrolMs: number | null;
  readonly enrolGestures: number | null;
  readonly signInMs: number | null;
  readonly signInGestures: number | null;
  readonly failure: string | null;
}

/** `dirs`: unpacked production builds. */
export async function measureSystems(dirs: Readonly<Record<BrowserName, string>>): Promise<BenchResult> {
  const rows: Row[] = [];
  const floors: Record<string, number | null> = {};
  for (const browser of ['chromium', 'firefox'] as const) {
    const driver = await launch({ browser, extensionDir: dirs[browser], headed: true, lang: 'fr' });
    try {
      await closeWelcome(driver);
      rows.push(...(await rowsOf(driver)));
    } finally {
      await driver.close();
    }
    floors[browser] = await floorOf(browser);
  }
  return { name: 'systems', figures: figuresOf(rows, floors), details: { rounds, rows, floors } };
}

interface Run {
  readonly system: System;
  readonly enrol: Effort[];
  readonly signIn: Effort[];
  failure: string | null;
}

/** In each round everybody enrols, then everybody signs in one step later: nobody waits alone for a fresh code. */
async function rowsOf(driver: Driver): Promise<Row[]> {
  const runs: Run[] = systems.map((system) => ({ system, enrol: [], signIn: [], failure: null }));
  for (let round = 0; round < rounds; round += 1) {
    const user = `marie-${round}`;
    // Another site is another origin: each has one account.
    const sites = await Promise.all(systems.map(() => startPracticeSite()));
    await eachOf(runs, sites, async (run, site) => {
      run.enrol.push(await enrolRound(driver, site, run.system, user));
    });
    await nextStep();
    await eachOf(runs, sites, async (run, site) => {
      run.signIn.push(await signInRound(driver, site, run.system, user));
    });
    await Promise.all(sites.map((site) => site.close()));
  }
  return runs.map((run) => rowOf(driver.kind, run));
}

/** One after the other; one that fails is left out from then on. */
async function eachOf(
  runs: readonly Run[],
  sites: readonly PracticeSite[],
  act: (run: Run, site: PracticeSite) => Promise<void>,
): Promise<void> {
  for (const [index, run] of runs.entries()) {
    const site = sites[index];
    if (run.failure !== null || site === undefined) continue;
    await act(run, site).catch((error: unknown) => {
      run.failure = error instanceof Error ? error.message : String(error);
    });
    const { system, delivery } = run.system;
    console.error(system, delivery, run.failure ?? JSON.stringify(run.signIn.at(-1) ?? run.enrol.at(-1)));
  }
}

function rowOf(browser: BrowserName, { system, enrol, signIn, failure }: Run): Row {
  const median = (values: readonly number[]) => (failure === null ? rounded(quantile(values, 0.5)) : null);
  return {
    system: system.system,
    delivery: system.delivery,
    browser,
    enrolMs: median(enrol.map(({ ms }) => ms)),
    enrolGestures: median(enrol.map(({ gestures }) => gestures)),
    signInMs: median(signIn.map(({ ms }) => ms)),
    signInGestures: median(signIn.map(({ gestures }) => gestures)),
    failure,
  };
}

/** A right-click and one injected line: what the browser alone takes. `null`: it could not be measured. */
async function floorOf(browser: BrowserName): Promise<number | null> {
  const [driver, site] = await Promise.all([
    launch({ browser, extensionDir: floorDir, headed: true, lang: 'fr' }),
    startPracticeSite(),
  ]);
  try {
    await hearGestures(driver);
    const times: number[] = [];
    for (let round = 0; round < floorRounds; round += 1) {
      const page = await driver.newPage(`${site.url}/generic/?user=floor-${round}&enter=1&lang=fr`);
      await hearField(page, '#code');
      await driver.rightClick(page, '#qr');
      const { codeAt } = await fieldTimes(page, 5000);
      if (codeAt === null) throw new Error('the floor has filled nothing');
      times.push(codeAt - (await lastGesture(driver)));
      await page.close();
    }
    return rounded(quantile(times, 0.5));
  } catch (error) {
    console.error('floor', browser, error);
    return null;
  } finally {
    await driver.close();
    await site.close();
  }
}

function figuresOf(rows: readonly Row[], floors: Readonly<Record<string, number | null>>): Figure[] {
  const figures = rows.flatMap((row) => {
    const at = `${row.browser}: ${row.system}, ${row.delivery}`;
    return [
      known(`${at}: right-click on the QR code → code in the field`, row.enrolMs, 'ms'),
      known(`${at}: gestures for it`, row.enrolGestures, 'gestures'),
      known(`${at}: shortcut at a later sign-in → code in the field`, row.signInMs, 'ms'),
    ];
  });
  const floor = Object.entries(floors).map(([browser, ms]) =>
    known(`${browser}: right-click → one injected line has filled the field`, ms, 'ms'),
  );
  const failed = rows.filter(({ failure }) => failure !== null).length;
  return [atMost(0, 'systems and deliveries that were not served', failed, 'rows'), ...figures, ...floor];
}
