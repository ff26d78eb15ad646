import { fileURLToPath } from 'node:url';
import { type Driver, launch } from '../../e2e/browsers/driver.ts';
import { startPracticeSite } from '../../e2e/site/server.ts';
import type { BenchResult, Figure } from '../bench.ts';
import { atMost, known, quantile, rounded } from '../bench.ts';
import { type Round, roundOf } from './rounds.ts';
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
      for (const system of systems) rows.push(await rowOf(driver, system));
    } finally {
      await driver.close();
    }
    floors[browser] = await floorOf(browser);
  }
  return { name: 'systems', figures: figuresOf(rows, floors), details: { rounds, rows, floors } };
}

async function rowOf(driver: Driver, system: System): Promise<Row> {
  const browser = driver.kind;
  const { system: name, delivery } = system;
  const done: Round[] = [];
  let failure: string | null = null;
  for (let round = 0; round < rounds && failure === null; round += 1) {
    // Another site is another origin: each has one account.
    const site = await startPracticeSite();
    try {
      done.push(await roundOf(driver, site, system, `marie-${round}`));
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
    } finally {
      await site.close();
    }
  }
  console.error(browser, name, delivery, failure ?? JSON.stringify(done.at(-1)));
  const median = (values: readonly number[]) => (failure === null ? rounded(quantile(values, 0.5)) : null);
  return {
    system: name,
    delivery,
    browser,
    enrolMs: median(done.map(({ enrol }) => enrol.ms)),
    enrolGestures: median(done.map(({ enrol }) => enrol.gestures)),
    signInMs: median(done.map(({ signIn }) => signIn.ms)),
    signInGestures: median(done.map(({ signIn }) => signIn.gestures)),
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
