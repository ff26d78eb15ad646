import type { BenchResult, Figure } from '../bench.ts';
import { atLeast, atMost, known } from '../bench.ts';
import { removeCopies } from '../browser/copy.ts';
import { buildFor } from '../size/build.ts';
import type { BrowserName, Profile } from './browsers.ts';
import { browserNames, newProfile } from './browsers.ts';
import type { Channel, Hook } from './channel.ts';
import { openChannel } from './channel.ts';
import { hookedCopy } from './copy.ts';
import type { Reading, WriteNote, WritePlan } from './tools.ts';

/** The goal of the figures; fewer are a trial. */
const wantedKills = 200;
/** A kill comes at a random moment of so many ms from the order to write. Firefox writes more slowly. */
const windowMs = { chromium: 350, firefox: 900 } as const;
const changeEvery = 4;
const wornOut = 10;

/** What one browser made of it. */
interface Tally {
  kills: number;
  lost: number;
  unreadable: number;
  acknowledged: number;
  /** Found further than what had been acknowledged: the kill fell between the commit and the last word. */
  further: number;
  restartMs: number[];
  /** Whatever was not right, one line each. */
  readonly notes: string[];
}

/** `kills`: in each browser; the first half of them in a vault without a password. */
export async function measureKills(kills: number): Promise<BenchResult> {
  const channel = await openChannel();
  const figures: Figure[] = [];
  const details: Record<string, unknown> = { asked: kills };
  try {
    for (const browser of browserNames) {
      const tally = await killAgainAndAgain(browser, kills, channel);
      figures.push(...figuresOf(browser, tally));
      details[browser] = detailsOf(tally);
    }
  } finally {
    await channel.close();
  }
  return { name: 'kill', figures, details };
}

async function killAgainAndAgain(browser: BrowserName, kills: number, channel: Channel): Promise<Tally> {
  const copy = await hookedCopy(buildFor(browser === 'firefox' ? 'firefox' : 'chrome').outDir, channel.url);
  const tally: Tally = {
    kills: 0,
    lost: 0,
    unreadable: 0,
    acknowledged: 0,
    further: 0,
    restartMs: [],
    notes: [],
  };
  try {
    for (const protect of [false, true]) {
      const share = protect ? kills - Math.floor(kills / 2) : Math.floor(kills / 2);
      for (let left = share; left > 0;) {
        if (tally.unreadable >= wornOut) return tally;
        const profile = newProfile(browser, copy);
        left -= await killUntilUnreadable(profile, protect, left, channel, tally).finally(() =>
          profile.remove(),
        );
      }
    }
    return tally;
  } finally {
    removeCopies([copy]);
  }
}

/** Answers how many kills there were; a vault that can no longer be read ends it. */
async function killUntilUnreadable(
  profile: Profile,
  protect: boolean,
  kills: number,
  channel: Channel,
  tally: Tally,
): Promise<number> {
  let last = await firstWrites(profile, protect, channel);
  for (let kill = 1; kill <= kills; kill += 1) {
    const outcome = await killOnce(profile, last, protect ? changeEvery : 0, channel, tally);
    tally.kills += 1;
    if (tally.kills % 20 === 0) console.error(`${profile.browser}: ${tally.kills} kills, ${tally.lost} lost`);
    if (!outcome) return kill;
    last = outcome;
  }
  const after = await startAndRead(profile, last, channel, tally);
  if (after) {
    judge(after.reading, last, tally);
    await after.kill();
  }
  return kills;
}

/** A profile that was closed as a person does once. */
async function firstWrites(profile: Profile, protect: boolean, channel: Channel): Promise<WriteNote> {
  const met = channel.nextHook();
  const running = profile.start();
  try {
    const hook = await met;
    await hook.call('writeUpTo', [0, 3]);
    if (protect) await hook.call('change', [1]);
    await pause(1500);
  } finally {
    await running.close();
  }
  return { write: 3, change: protect ? 1 : 0 };
}

/** Starts, reads, writes, kills. What was acknowledged last; `null` when what was found cannot be used. */
async function killOnce(
  profile: Profile,
  before: WriteNote,
  every: number,
  channel: Channel,
  tally: Tally,
): Promise<WriteNote | null> {
  const started = await startAndRead(profile, before, channel, tally);
  if (!started) return null;
  const { reading, hook, kill } = started;
  const found = judge(reading, before, tally);
  if (!found) {
    await kill();
    return null;
  }
  let last = found;
  hook.onNote((note) => {
    last = note as WriteNote;
    tally.acknowledged += 1;
  });
  const plan: WritePlan = { ...found, changeEvery: every };
  let isKilled = false;
  // Never answered: the browser is killed first, and what it says while it dies is no finding.
  hook.call('write', [plan], 60_000).catch((error: Error) => {
    if (!isKilled) tally.notes.push(`a write failed: ${error.message}`);
  });
  await pause(Math.random() * windowMs[profile.browser]);
  isKilled = true;
  await kill();
  // What had been sent when it was killed has arrived by now.
  await pause(20);
  return last;
}

interface Started {
  readonly reading: Reading;
  readonly hook: Hook;
  kill(): Promise<void>;
}

/** `null`, and counted, when nothing answers in three starts: the machine may be busy with something else. */
async function startAndRead(
  profile: Profile,
  last: WriteNote,
  channel: Channel,
  tally: Tally,
  startsLeft = 3,
): Promise<Started | null> {
  const startedMs = performance.now();
  const met = channel.nextHook();
  const running = profile.start();
  try {
    const hook = await met;
    const { change } = last;
    const reading = await hook.call<Reading>('read', change === 0 ? [] : [change + 1, change]);
    tally.restartMs.push(performance.now() - startedMs);
    return { reading, hook, kill: running.kill };
  } catch (error) {
    await running.kill();
    tally.notes.push(String(error));
  }
  if (startsLeft > 1) return startAndRead(profile, last, channel, tally, startsLeft - 1);
  tally.unreadable += 1;
  return null;
}

/** What may be built on, or `null`. Counts. */
function judge(reading: Reading, last: WriteNote, tally: Tally): WriteNote | null {
  if (reading.kind !== 'right' || reading.write === null) {
    tally.unreadable += 1;
    tally.notes.push(`after write ${last.write}: ${JSON.stringify(reading)}`);
    return null;
  }
  const { write, change } = reading;
  if (write < last.write || change < last.change) {
    tally.lost += 1;
    tally.notes.push(`write ${last.write}.${last.change} was acknowledged, ${write}.${change} was found`);
  }
  if (write > last.write || change > last.change) tally.further += 1;
  return { write, change };
}

function figuresOf(browser: BrowserName, tally: Tally): Figure[] {
  return [
    atLeast(wantedKills, `${browser}: kills while writing`, tally.kills, 'kills'),
    atMost(0, `${browser}: acknowledged writes lost`, tally.lost, 'writes'),
    atMost(0, `${browser}: vaults that could not be read`, tally.unreadable, 'vaults'),
    known(`${browser}: writes acknowledged in all`, tally.acknowledged, 'writes'),
    known(`${browser}: kills after a commit that was not acknowledged yet`, tally.further, 'kills'),
  ];
}

function detailsOf({ restartMs, notes }: Tally) {
  const middle = restartMs.toSorted((a, b) => a - b)[Math.floor(restartMs.length / 2)];
  return { restartAndReadMedianMs: middle === undefined ? null : Math.round(middle), notes };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
