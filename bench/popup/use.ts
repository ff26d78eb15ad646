import type { Account } from '@/lib/vault/account';
import type { Figure } from '../bench.ts';
import { atMost, known, quantile, rounded } from '../bench.ts';
import type { Chromium, Page } from '../browser/chromium.ts';
import { processorMs } from '../browser/processor.ts';
import { type Contestant, give } from './contestants.ts';

const rounds = 5;
const frame = 1000 / 60;

/**
 * The list in use: what is typed until its accounts are laid out, and the frames of a scroll. The popup's own page, in a tab
 * in front: nothing closes it while it is measured.
 */
export async function measureUse(
  browser: Chromium,
  contestant: Contestant,
  accounts: readonly Account[],
): Promise<readonly Figure[]> {
  await give(contestant, accounts);
  const page = await browser.open(`${contestant.origin}popup.html`);
  await page.toFront();
  await page.evaluate(`(${shown.toString()})()`);
  const typed = [];
  for (let round = -1; round < rounds; round += 1) {
    const ms = await typeAll(page);
    if (round >= 0) typed.push(...ms);
    else console.error(`first letters: ${ms.map((one) => one.toFixed(1)).join(' ')} ms`);
  }
  const frames = await scrollInTurns(page, contestant);
  await page.evaluate('setTimeout(() => window.close(), 0), null').catch(() => undefined);
  await contestant.quiet.toFront();
  const label = `${accounts.length} accounts`;
  return [
    atMost(16, `${label}: from a key to its list, median`, rounded(quantile(typed, 0.5)), 'ms'),
    known(`${label}: from a key to its list, 9 of 10`, rounded(quantile(typed, 0.9)), 'ms'),
    atMost(16, `${label}: a frame of a scroll: processor`, cpuOf(frames.slow), 'ms'),
    atMost(16, `${label}: a frame of a leap through all: processor`, cpuOf(frames.fast), 'ms'),
    known(`${label}: a frame of an empty page scrolled: processor`, cpuOf(frames.empty), 'ms'),
    atMost(
      0,
      `${label}: frames dropped in a scroll, beyond an empty page`,
      beyond(frames.slow, frames.empty),
      'frames',
    ),
    atMost(
      0,
      `${label}: frames dropped in a leap, beyond an empty page`,
      beyond(frames.fast, frames.empty),
      'frames',
    ),
    known(`${label}: frames dropped in a scroll, calmest round`, calmest(frames.slow), 'frames'),
    known(`${label}: frames dropped in a leap through all, calmest round`, calmest(frames.fast), 'frames'),
    known(`${label}: frames dropped by an empty page, calmest round`, calmest(frames.empty), 'frames'),
  ];
}

/** Each makes another number of accounts than the one before; some with errors of typing. */
const queries = [
  '9',
  '99',
  '999',
  '9999',
  'tremblay12',
  'service 0999',
  'tremblya123',
  'servcie 09',
  'zzzz',
  '',
];

async function typeAll(page: Page): Promise<number[]> {
  const all = [];
  for (const query of queries)
    all.push(await page.evaluate<number>(`(${typeOne.toString()})(${JSON.stringify(query)})`));
  return all;
}

interface Scrolled {
  readonly dropped: number;
  /** Of all threads of the extension's process, for one frame; `null` where the system does not tell. */
  readonly cpuMs: number | null;
}

/**
 * The list and, in the same round, a page of the same extension with nothing in it but a tall box, scrolled alike: what that one drops,
 * the machine and the browser drop. Two seconds each, in turns.
 */
async function scrollInTurns(page: Page, { quiet, processId }: Contestant) {
  const empty: Scrolled[] = [];
  const slow: Scrolled[] = [];
  const fast: Scrolled[] = [];
  await quiet.evaluate(`(${emptyList.toString()})()`);
  for (let round = 0; round < rounds; round += 1) {
    await quiet.toFront();
    empty.push(await scrollOnce(quiet, processId, 24));
    await page.toFront();
    slow.push(await scrollOnce(page, processId, 24));
    fast.push(await scrollOnce(page, processId, 2400));
  }
  await quiet.evaluate(`document.querySelector('.list').remove()`);
  return { empty, slow, fast };
}

async function scrollOnce(page: Page, processId: number | null, step: number): Promise<Scrolled> {
  const used = () => (processId === null ? null : processorMs(processId));
  const before = used();
  const frames = await page.evaluate<number[]>(`(${scroll.toString()})(${step})`);
  const after = used();
  console.error(`scroll by ${step}: ${frames.length} frames, longest ${Math.max(...frames).toFixed(1)} ms`);
  return {
    dropped: frames.filter((ms) => ms > 1.5 * frame).length,
    cpuMs: before === null || after === null ? null : (after - before) / frames.length,
  };
}

function cpuOf(all: readonly Scrolled[]): number | null {
  const cpu = all.flatMap(({ cpuMs }) => cpuMs ?? []);
  return cpu.length > 0 ? rounded(quantile(cpu, 0.5)) : null;
}

/** Other work on the machine only adds to it. */
function calmest(all: readonly Scrolled[]): number {
  return Math.min(...all.map(({ dropped }) => dropped));
}

/** In the median round. */
function beyond(all: readonly Scrolled[], empty: readonly Scrolled[]): number {
  return Math.max(
    0,
    quantile(
      all.map(({ dropped }, round) => dropped - (empty[round]?.dropped ?? 0)),
      0.5,
    ),
  );
}

// What runs in the page: nothing of this module is there.

async function shown(): Promise<void> {
  while (!document.querySelector('.code')) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve, 1000));
}

/** Ms from the event of a key until the answer is in the page and laid out; the wait for the next frame is no part of it. */
async function typeOne(query: string): Promise<number> {
  const input = document.querySelector<HTMLInputElement>('input[type=search]');
  const said = document.querySelector('.said');
  if (!input || !said) throw new Error('no list');
  await new Promise((resolve) => setTimeout(resolve, 120));
  const answered = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve(null);
    });
    observer.observe(said, { childList: true, characterData: true, subtree: true });
  });
  const from = performance.now();
  input.value = query;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await Promise.race([
    answered,
    new Promise((_, reject) => setTimeout(() => reject(new Error(query)), 5000)),
  ]);
  void document.body.offsetHeight;
  return performance.now() - from;
}

function emptyList(): void {
  const list = document.createElement('div');
  list.className = 'list';
  list.style.cssText = 'height: 384px; width: 380px; overflow-y: auto';
  list.append(document.createElement('div'));
  (list.firstChild as HTMLElement).style.height = '720000px';
  document.body.append(list);
}

/** Lengths of the frames of a scroll by `step` px a frame, for two seconds; back and forth in the list. */
async function scroll(step: number): Promise<number[]> {
  const list = document.querySelector('.list');
  if (!list) throw new Error('no list');
  list.scrollTop = 0;
  await new Promise((resolve) => setTimeout(resolve, 300));
  const frames: number[] = [];
  let before = await new Promise<number>(requestAnimationFrame);
  let way = step;
  for (const end = before + 2000; before < end;) {
    const top = list.scrollTop;
    list.scrollTop += way;
    if (list.scrollTop === top) way = -way;
    const at = await new Promise<number>(requestAnimationFrame);
    frames.push(at - before);
    before = at;
  }
  list.scrollTop = 0;
  return frames;
}
