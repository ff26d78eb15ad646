import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { BenchResult, Figure } from '../bench.ts';
import { atLeast, atMost, known } from '../bench.ts';
import { removeCopies } from '../browser/copy.ts';
import { buildFor } from '../size/build.ts';
import type { BrowserName, Profile } from './browsers.ts';
import { browserNames, newProfile } from './browsers.ts';
import type { Channel } from './channel.ts';
import { openChannel } from './channel.ts';
import { hookedCopy } from './copy.ts';
import { damagesFor, doDamage } from './damages.ts';
import type { Reading } from './tools.ts';

const worlds = ['without a password', 'with a password'] as const;
type World = (typeof worlds)[number];
const writes = 12;

/** `right`: the newest state. `offered`: states that open. `recovery`: none of them does, and it is said. The rest is bad. */
const good = ['right', 'offered', 'recovery'] as const;
type Outcome = (typeof good)[number] | 'older' | 'onboarding' | 'refused' | 'changed' | 'silent';

interface Case {
  readonly browser: BrowserName;
  readonly world: World;
  readonly file: string;
  readonly damage: string;
  readonly outcome: Outcome;
  readonly reading: Reading | string;
}

/** Each file of the extension's storage, each damage, each world, each browser: one start. */
export async function measureDamage(): Promise<BenchResult> {
  const channel = await openChannel();
  const figures: Figure[] = [];
  const details: Record<string, unknown> = {};
  try {
    for (const browser of browserNames) {
      const copy = await hookedCopy(
        buildFor(browser === 'firefox' ? 'firefox' : 'chrome').outDir,
        channel.url,
      );
      const cases: Case[] = [];
      try {
        for (const world of worlds) cases.push(...(await damageWorld(browser, world, copy, channel)));
      } finally {
        removeCopies([copy]);
      }
      figures.push(...figuresOf(browser, cases));
      details[browser] = detailsOf(cases);
    }
  } finally {
    await channel.close();
  }
  return { name: 'damage', figures, details };
}

async function damageWorld(
  browser: BrowserName,
  world: World,
  copy: string,
  channel: Channel,
): Promise<Case[]> {
  const profile = newProfile(browser, copy);
  const kept = mkdtempSync(join(tmpdir(), 'seconde-kept-'));
  try {
    await furnish(profile, world, channel);
    for (const part of profile.storage)
      cpSync(join(profile.folder, part), join(kept, part), { recursive: true });
    const cases: Case[] = [];
    for (const file of profile.storage.flatMap((part) => targets(kept, part)))
      for (const damage of damagesFor(join(kept, file))) {
        for (const part of profile.storage) {
          rmSync(join(profile.folder, part), { recursive: true, force: true });
          cpSync(join(kept, part), join(profile.folder, part), { recursive: true });
        }
        doDamage(join(profile.folder, file), damage);
        const reading = await startAndRead(profile, channel);
        const outcome = outcomeOf(reading);
        cases.push({ browser, world, file: shortName(file), damage, outcome, reading });
        console.error(`${browser}, ${world}: ${shortName(file)} ${damage}: ${outcome}`);
      }
    return cases;
  } finally {
    profile.remove();
    rmSync(kept, { recursive: true, force: true });
  }
}

/** Twelve writes over two starts, so that the stores hold files of each kind; closed as a person does. */
async function furnish(profile: Profile, world: World, channel: Channel): Promise<void> {
  for (const [from, to] of [
    [0, writes / 2],
    [writes / 2, writes],
  ]) {
    const met = channel.nextHook();
    const running = profile.start();
    try {
      const hook = await met;
      await hook.call('read', [1]);
      await hook.call('writeUpTo', [from, to]);
      if (from === 0 && world === 'with a password') await hook.call('change', [1]);
      await new Promise((resolve) => setTimeout(resolve, 1500));
    } finally {
      await running.close();
    }
  }
}

/** Files of the extension, and its folders as a whole. */
function targets(root: string, part: string): string[] {
  const own = (path: string) =>
    !part.startsWith('storage') || path.includes('moz-extension') || path === 'storage.sqlite';
  const whole = statSync(join(root, part));
  if (whole.isFile()) return own(part) ? [part] : [];
  const inside = readdirSync(join(root, part), { recursive: true, withFileTypes: true });
  const paths = inside.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  const files = paths.filter((path) => statSync(join(root, path)).isFile() && own(path));
  const folders = paths.filter((path) => /moz-extension[^/]*$/.test(path));
  return [...files, ...(folders.length > 0 ? folders : [part])];
}

function shortName(file: string): string {
  return file.replace(/[a-p]{32}/, 'ID').replace(/moz-extension\+\+\+[0-9a-f-]{36}/, 'moz-extension+++ID');
}

/** Three times, when nothing answers: the machine may be busy with something else. */
async function startAndRead(profile: Profile, channel: Channel, startsLeft = 3): Promise<Reading | string> {
  const met = channel.nextHook();
  const running = profile.start();
  try {
    const hook = await met;
    return await hook.call<Reading>('read', [1]);
  } catch (error) {
    if (startsLeft === 1) return String(error);
  } finally {
    await running.kill();
  }
  return startAndRead(profile, channel, startsLeft - 1);
}

function outcomeOf(reading: Reading | string): Outcome {
  if (typeof reading === 'string') return 'silent';
  switch (reading.kind) {
    case 'empty':
      return 'onboarding';
    case 'locked':
      return 'refused';
    case 'changed':
      return 'changed';
    case 'right':
      return reading.write === writes ? 'right' : 'older';
    case 'unusable':
      return reading.offered.length > 0 ? 'offered' : 'recovery';
  }
}

function isGood(outcome: Outcome): boolean {
  return (good as readonly string[]).includes(outcome);
}

function figuresOf(browser: BrowserName, cases: readonly Case[]): Figure[] {
  const count = (outcome: Outcome) => cases.filter((one) => one.outcome === outcome).length;
  const share = (100 * cases.filter(({ outcome }) => isGood(outcome)).length) / cases.length;
  return [
    atLeast(
      100,
      `${browser}: the right vault, an offered one, or recovery`,
      Math.round(share * 10) / 10,
      '%',
    ),
    atMost(0, `${browser}: taken for a first run`, count('onboarding'), 'starts'),
    atMost(0, `${browser}: an older state without a word`, count('older'), 'starts'),
    atMost(0, `${browser}: no answer`, count('silent'), 'starts'),
    known(`${browser}: damages done`, cases.length, 'starts'),
    ...good.map((outcome) => known(`${browser}: ${outcome}`, count(outcome), 'starts')),
  ];
}

/** What was not simply right, so that it can be looked into. */
function detailsOf(cases: readonly Case[]) {
  return cases
    .filter(({ outcome }) => outcome !== 'right')
    .map(({ world, file, damage, outcome, reading }) => {
      if (typeof reading === 'string' || reading.kind !== 'unusable')
        return { world, file, damage, outcome, reading };
      const { code, condition, offered, refused } = reading;
      const newest = offered[0] ? `${offered[0].source}, generation ${offered[0].gen}` : null;
      return { world, file, damage, outcome, code, condition, newest, offered: offered.length, refused };
    });
}
