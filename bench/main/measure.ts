import { startPracticeSite } from '../../e2e/site/server.ts';
import type { BenchResult, Figure } from '../bench.ts';
import { atMost, known, quantile, rounded } from '../bench.ts';
import { startChromium } from '../browser/chromium.ts';
import { instrumentedCopy, removeCopies } from '../browser/copy.ts';
import { filledMs, messageMs, savedMs, timeline } from './notes.ts';
import { type Traced, enrolOnce, fillOnce, nextStep } from './rounds.ts';

const rounds = 16;
const coldRounds = 5;
const savedLimitMs = 100;
const filledLimitMs = 15;

/** `productDir`: an unpacked production build for Chromium. */
export async function measureMainJob(productDir: string): Promise<BenchResult> {
  const [browser, site] = await Promise.all([startChromium(), startPracticeSite()]);
  const copy = instrumentedCopy(productDir, { traced: true });
  try {
    const extensionId = await browser.load(copy);
    const quiet = await browser.open(`chrome-extension://${extensionId}/quiet.html`);
    const page = await browser.open(site.url);
    const stage = { browser, site, extensionId, quiet, page };
    const users = Array.from({ length: rounds + 1 }, (_, index) => `marie-${index}`);
    const enrolled: Traced[] = [];
    for (const user of users) enrolled.push(await told('enrol', await enrolOnce(stage, user)));
    await nextStep();
    const filled: Traced[] = [];
    for (const user of users) filled.push(await told('fill', await fillOnce(stage, user, 'warm')));
    await nextStep();
    const cold: Traced[] = [];
    for (const user of users.slice(0, coldRounds))
      cold.push(await told('fill, cold', await fillOnce(stage, user, 'cold')));
    const accepted = users.filter((user) => site.state.snapshot(user).some((person) => person.accepted > 0));
    return {
      name: 'main',
      figures: [
        ...figuresOf('scan asked → saved', savedLimitMs, enrolled.slice(1).map(scanMs)),
        ...figuresOf('fill asked → code verified in the field', filledLimitMs, filled.slice(1).map(fillMs)),
        known(
          'fill asked → code in the field, before it is verified, median',
          rounded(quantile(filled.slice(1).map(typedMs), 0.5)),
          'ms',
        ),
        known(
          'fill asked of a stopped worker → code verified in the field, median',
          rounded(
            quantile(
              cold.map(({ notes, sentMs }) => filledMs(notes) - sentMs),
              0.5,
            ),
          ),
          'ms',
        ),
        atMost(0, 'enrolments the site did not accept', users.length - accepted.length, 'enrolments'),
      ],
      details: {
        browser: browser.version,
        rounds,
        enrol: timelineOf(enrolled, 'enrol.scan', scanMs),
        fill: timelineOf(filled, 'fill.account', fillMs),
      },
    };
  } finally {
    await browser.close();
    await site.close();
    removeCopies([copy]);
  }
}

const scanMs = ({ notes }: Traced) => savedMs(notes) - messageMs(notes, 'enrol.scan');
const typedMs = (traced: Traced) => traced.typedMs - messageMs(traced.notes, 'fill.account');
const fillMs = ({ notes }: Traced) => filledMs(notes) - messageMs(notes, 'fill.account');

function figuresOf(what: string, limitMs: number, times: readonly number[]): Figure[] {
  return [
    atMost(limitMs, `${what}, median`, rounded(quantile(times, 0.5)), 'ms'),
    known(`${what}, 95th percentile`, rounded(quantile(times, 0.95)), 'ms'),
  ];
}

/** The calls of the round in the middle. */
function timelineOf(traces: readonly Traced[], message: string, ms: (traced: Traced) => number): string[] {
  const middle = traces.slice(1).sort((a, b) => ms(a) - ms(b))[Math.floor((traces.length - 1) / 2)];
  return middle ? timeline(middle.notes, messageMs(middle.notes, message)) : [];
}

async function told(what: string, traced: Traced): Promise<Traced> {
  console.error(what, traced.notes.length, 'calls');
  return traced;
}
