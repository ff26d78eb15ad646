import type { PracticeSite } from '../../e2e/site/server.ts';
import { type Chromium, type Page, pause, until } from '../browser/chromium.ts';
import { type Note, isAsked, isDone } from './notes.ts';

/** A traced copy in a browser, with the page it is used on. */
export interface Stage {
  readonly browser: Chromium;
  readonly site: PracticeSite;
  readonly extensionId: string;
  readonly quiet: Page;
  readonly page: Page;
}

/** What was noted from one gesture on, and when the gesture was sent; Unix ms. */
export interface Traced {
  readonly notes: readonly Note[];
  readonly sentMs: number;
  /** When the page heard that its field changed; Unix ms. */
  readonly typedMs: number;
}

interface Row {
  readonly id: string;
  readonly name: string;
}

/** In any document: Unix ms with fractions, as the background's notes have them. */
const now = 'performance.timeOrigin + performance.now()';
const stepMs = 30_000;
/** A code with less than 4 s left is not typed; the rest is for the machine. */
const leastLeftMs = 7000;

/** Shows a page of this user and grants it to the extension, as a click on the toolbar button does. */
async function arrive({ browser, site, extensionId, quiet, page }: Stage, user: string): Promise<number> {
  await page.toFront();
  await page.go(`${site.url}/keycloak-v2/?user=${user}&enter=1&lang=fr`);
  await browser.clickAction(extensionId, page);
  await until(() =>
    quiet.evaluate<boolean>(`Boolean(bench.popups()[0]?.document.querySelector('footer button'))`),
  );
  return quiet.evaluate<number>(
    'chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab.id)',
  );
}

/** *Scan this page* in the popup, until the code stands in the page; then the site is given its code. */
export async function enrolOnce(stage: Stage, user: string): Promise<Traced> {
  const { quiet, page } = stage;
  await arrive(stage, user);
  await quiet.evaluate('bench.trace()');
  const traced = await traceOf(
    stage,
    '#totp',
    isSavedAndTyped,
    `bench.popups()[0].document.querySelector('footer button').click()`,
  );
  await page.evaluate(`globalThis.left = true, document.querySelector('#saveTOTPBtn').click()`);
  await until(() =>
    page.evaluate<boolean>(`!globalThis.left && !!document.querySelector('#devices')`).catch(() => false),
  );
  await quiet.evaluate('bench.close()');
  return traced;
}

/** The code page of a user who has enrolled; the popup is closed before the code is asked for. */
export async function fillOnce(stage: Stage, user: string, worker: 'warm' | 'cold'): Promise<Traced> {
  const { quiet, page } = stage;
  await page.toFront();
  const tabId = await arrive(stage, user);
  await quiet.evaluate('bench.close()');
  const rows = await quiet.evaluate<Row[]>(
    `chrome.runtime.sendMessage({ name: 'accounts.page', request: { tabId: null, query: '', offset: 0, limit: 100 } })
      .then(({ value }) => value.rows)`,
  );
  const account = rows.find(({ name }) => name === user);
  if (!account) throw new Error('an account that was saved is not in the list');
  const leftMs = stepMs - (Date.now() % stepMs);
  if (leftMs < leastLeftMs) await pause(leftMs + 50);
  if (worker === 'cold') await quiet.stopWorkers(`chrome-extension://${stage.extensionId}/`);
  else await quiet.evaluate('bench.trace()');
  const request = JSON.stringify({ tabId, accountId: account.id, confirmedHost: null });
  const gesture = `chrome.runtime.sendMessage({ name: 'fill.account', request: ${request} }), null`;
  return traceOf(stage, '#otp', (notes) => isDone(notes, 'filled'), gesture);
}

function isSavedAndTyped(notes: readonly Note[]): boolean {
  return isAsked(notes, 'local.set', 'vault') && isDone(notes, 'filled');
}

async function traceOf(
  { quiet, page }: Stage,
  field: string,
  isOver: (notes: readonly Note[]) => boolean,
  gesture: string,
): Promise<Traced> {
  await page.evaluate(
    `document.querySelector('${field}').addEventListener('input', () => { globalThis.typedMs ??= ${now}; }), null`,
  );
  const sentMs = await quiet.evaluate<number>(`((at) => (${gesture}, at))(${now})`);
  const notes: Note[] = [];
  await until(async () => {
    const { notes: more } = await quiet.evaluate<{ notes: Note[] }>('bench.trace()');
    notes.push(...more);
    return isOver(notes);
  });
  return { notes, sentMs, typedMs: await page.evaluate<number>('globalThis.typedMs') };
}

/** Until no code that was typed so far is of the running step. */
export async function nextStep(): Promise<void> {
  await pause(stepMs - (Date.now() % stepMs) + 50);
}
