import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

import { findBrowser } from '../../scripts/browsers.mjs';
import { type Pipe, openPipe } from './pipe.ts';
import { isExtensionProcess, processorMs } from './processor.ts';

/** A document that was attached to. */
export interface Page {
  readonly targetId: string;
  /** Evaluates an expression and waits for it; the value passes as JSON. @throws Error with the page's own message */
  evaluate<T>(expression: string): Promise<T>;
  toFront(): Promise<void>;
  /** Goes there and waits until the document is loaded. */
  go(url: string): Promise<void>;
  /** Id of the process that runs this page, found by keeping it busy; `null` where processes cannot be looked at. */
  processId(): Promise<number | null>;
  /** Stops every service worker of the browser. Resolves once none of `origin` is left. */
  stopWorkers(origin: string): Promise<void>;
}

export interface Chromium {
  readonly version: string;
  /** Loads an unpacked extension; answers its id. */
  load(folder: string): Promise<string>;
  open(url: string): Promise<Page>;
  /** As a click on the toolbar button over this page: opens the popup and grants `activeTab`. */
  clickAction(extensionId: string, page: Page): Promise<void>;
  close(): Promise<void>;
}

const switches = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--enable-unsafe-extension-debugging',
  '--no-first-run',
  '--disable-gpu',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--window-size=1200,850',
  '--lang=en',
];

/** A headless Chromium with a new profile, removed on close. At a raised priority where that is allowed. */
export async function startChromium(): Promise<Chromium> {
  const program = findBrowser('chromium');
  if (program === undefined) throw new Error('Chromium is not installed');
  const profile = mkdtempSync(join(tmpdir(), 'seconde-bench-'));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, [...switches, ...asRoot, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  raisePriority(child.pid);
  const pipe = openPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const { product } = await pipe.send<{ product: string }>('Browser.getVersion');
  return {
    version: product,
    load: async (path) => (await pipe.send<{ id: string }>('Extensions.loadUnpacked', { path })).id,
    open: (url) => openPage(pipe, url),
    clickAction: async (id, { targetId }) => {
      await pipe.send('Extensions.triggerAction', { id, targetId: await tabOf(pipe, targetId) });
    },
    close: async () => {
      await pipe.send('Browser.close').catch(() => child.kill());
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function raisePriority(processId: number | undefined): void {
  try {
    if (processId !== undefined) setPriority(processId, constants.priority.PRIORITY_HIGH);
  } catch {
    // Not allowed: the figures are noisier, and still ratios.
  }
}

async function openPage(pipe: Pipe, url: string): Promise<Page> {
  const { targetId } = await pipe.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await pipe.send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await pipe.send<Evaluation<T>>(
      'Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true, userGesture: true },
      sessionId,
    );
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  const page: Page = {
    targetId,
    evaluate,
    toFront: async () => {
      await pipe.send('Target.activateTarget', { targetId });
    },
    go: async (address) => {
      await evaluate('globalThis.left = true');
      await pipe.send('Page.navigate', { url: address }, sessionId);
      await until(() =>
        evaluate<boolean>('!globalThis.left && document.readyState === "complete"').catch(() => false),
      );
    },
    processId: () => busiest(pipe, () => evaluate('for (const end = Date.now() + 200; Date.now() < end; );')),
    stopWorkers: async (origin) => {
      await pipe.send('ServiceWorker.enable', {}, sessionId);
      // Said again: an event on its way, of the writes just made, starts a worker that was stopped before it.
      await until(async () => {
        await pipe.send('ServiceWorker.stopAllWorkers', {}, sessionId);
        return !(await targets(pipe)).some(({ type, url: at }) => isWorker(type, at, origin));
      });
      await pipe.send('ServiceWorker.disable', {}, sessionId);
    },
  };
  await page.go(url);
  return page;
}

interface Evaluation<T> {
  readonly result: { readonly value: T };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
}

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

async function targets(pipe: Pipe): Promise<readonly Target[]> {
  return (await pipe.send<{ targetInfos: Target[] }>('Target.getTargets', { filter: [{}] })).targetInfos;
}

/** The toolbar's click wants the tab, a target of its own that is found by what it shows. */
async function tabOf(pipe: Pipe, pageId: string): Promise<string> {
  const all = await targets(pipe);
  const url = all.find(({ targetId }) => targetId === pageId)?.url;
  const tab = all.find((target) => target.type === 'tab' && target.url === url);
  if (!tab) throw new Error('the page is in no tab');
  return tab.targetId;
}

function isWorker(type: string, url: string, origin: string): boolean {
  return type === 'service_worker' && url.startsWith(origin);
}

/** The extension's process that works when `work` is done; seen twice, since a process that starts is busy too. */
async function busiest(pipe: Pipe, work: () => Promise<unknown>): Promise<number | null> {
  let before: number | null = null;
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const found = await busiestOnce(pipe, work);
    if (found !== null && found === before) return found;
    before = found;
  }
  return null;
}

async function busiestOnce(pipe: Pipe, work: () => Promise<unknown>): Promise<number | null> {
  const { processInfo } = await pipe.send<{ processInfo: { type: string; id: number }[] }>(
    'SystemInfo.getProcessInfo',
  );
  const before = processInfo
    .filter(({ id }) => isExtensionProcess(id))
    .map(({ id }) => ({ id, ms: processorMs(id) ?? 0 }));
  await work();
  const [most] = before
    .map(({ id, ms }) => ({ id, used: (processorMs(id) ?? 0) - ms }))
    .sort((a, b) => b.used - a.used);
  return most && most.used > 0 ? most.id : null;
}

/** Asks again every 20 ms. @throws Error after 15 s */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 15_000; Date.now() < end; await pause(20)) if (await isSo()) return;
  throw new Error('the browser did not get there in 15 s');
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
