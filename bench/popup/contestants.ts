import { join } from 'node:path';

import { firstRows } from '@/lib/messages/first-rows';
import type { Account } from '@/lib/vault/account';
import { addSeeder, instrumentedCopy } from '../browser/copy.ts';
import { type Chromium, type Page, pause, until } from '../browser/chromium.ts';
import { processorMs } from '../browser/processor.ts';

/** One extension that is measured; `floor` is the bare one that the others are compared with. */
export interface Contestant {
  readonly name: 'floor' | 'device' | 'password';
  readonly origin: string;
  readonly copy: string;
  readonly quiet: Page;
  readonly processId: number | null;
}

const password = 'correct horse battery staple';

export async function enter(
  browser: Chromium,
  name: Contestant['name'],
  productDir: string,
): Promise<Contestant> {
  const folder = name === 'floor' ? join(import.meta.dirname, '../floor-popup') : productDir;
  const copy = instrumentedCopy(folder, { traced: false });
  if (name !== 'floor') await addSeeder(copy);
  const origin = `chrome-extension://${await browser.load(copy)}/`;
  const quiet = await browser.open(`${origin}quiet.html`);
  return { name, origin, copy, quiet, processId: await quiet.processId() };
}

/** Gives a contestant these accounts, in a vault that is open: by the device's key, or by a password given before. */
export async function give({ name, quiet, origin }: Contestant, accounts: readonly Account[]): Promise<void> {
  const list = JSON.stringify(accounts);
  if (name === 'floor') {
    await quiet.evaluate(`chrome.storage.local.set({ accounts: ${JSON.stringify(list)} })`);
  } else {
    const word = name === 'password' ? JSON.stringify(password) : 'null';
    await quiet.evaluate(`import('/seed.js').then(({ seed }) => seed(${list}, ${word}))`);
    // The background has its own idea of what is stored, which only it may change: it starts anew.
    await quiet.stopWorkers(origin);
  }
  await quiet.go(`${origin}quiet.html`);
}

export interface Opening {
  /** From the navigation to the frame that shows codes. */
  readonly wallMs: number;
  /** Of the extension's process, from the click until the report of that frame. */
  readonly cpuMs: number | null;
  readonly codes: readonly string[];
  readonly atMs: number;
}

const wake = `chrome.runtime.sendMessage({ name: 'glance', request: { tabId: null, limit: ${firstRows} } })`;

/** Opens the popup once, with the worker running and its vault open, or with the worker stopped, and closes it. */
export async function openOnce(contestant: Contestant, worker: 'warm' | 'cold'): Promise<Opening> {
  const { name, origin, quiet, processId } = contestant;
  await quiet.toFront();
  if (name !== 'floor') {
    if (worker === 'cold') await quiet.stopWorkers(origin);
    else await quiet.evaluate(wake);
  }
  await settled(processId);
  const before = processId === null ? null : processorMs(processId);
  const { ms, codes } = await quiet.evaluate<{ ms: number; codes: string[] }>('bench.open()');
  const after = processId === null ? null : processorMs(processId);
  const atMs = Date.now();
  await settled(processId);
  await quiet.evaluate('bench.close()');
  return { wallMs: ms, cpuMs: before === null || after === null ? null : after - before, codes, atMs };
}

/** Waits until the process has nothing left to do from what came before. */
async function settled(processId: number | null): Promise<void> {
  if (processId === null) return pause(300);
  let before = processorMs(processId) ?? 0;
  await until(async () => {
    await pause(60);
    const now = processorMs(processId) ?? 0;
    const isQuiet = now - before < 0.6;
    before = now;
    return isQuiet;
  });
}

/** Ms of processor per second of a popup that lies open. */
export async function lieOpen({ quiet, processId }: Contestant, seconds: number): Promise<number | null> {
  await quiet.toFront();
  await quiet.evaluate('bench.open()');
  await settled(processId);
  const before = processId === null ? null : processorMs(processId);
  await pause(seconds * 1000);
  const after = processId === null ? null : processorMs(processId);
  await quiet.evaluate('bench.close()');
  return before === null || after === null ? null : (after - before) / seconds;
}
