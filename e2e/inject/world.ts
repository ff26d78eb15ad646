/**
 * A real browser with the injected scripts in the isolated world of every page of 127.0.0.1, called from the page's side by a
 * bridge that only tests have. The rest of the extension is not there.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch as launchBrowser, type Browser, type Page } from 'puppeteer-core';
import type { CaptureScript, FillScript, SubmittedHint, SurveyRequest } from '@/lib/fields/page-contract';
import type { Judgement } from '../../bench/fields/judges.ts';
import { bundle, type Script } from './bundle.ts';

export const browserNames = ['chrome', 'firefox'] as const;
export type BrowserName = (typeof browserNames)[number];

/** What the finder says of one field; `indexes` among `input, textarea` in document order. */
export interface Found {
  readonly indexes: readonly number[];
  readonly visible: boolean;
  readonly class: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

interface Scripts {
  secondeFill: FillScript;
  secondeCapture: CaptureScript;
  secondeFind: { all(): Found[] };
  secondeJudges: { judge(): Record<string, Judgement> };
  /** Milliseconds. */
  secondeTiming: { survey(request: SurveyRequest): number; walk(): number };
  bridge: { hints(): SubmittedHint[] };
}
type Method<S extends keyof Scripts> = keyof Scripts[S] & string;
type Answer<F> = F extends (...args: never[]) => infer R ? Awaited<R> : never;

const bridge = `
  const chrome = globalThis.browser ?? globalThis.chrome;
  const hints = () => chrome.runtime.sendMessage({ name: 'hints' });
  window.addEventListener('message', async ({ data }) => {
    if (!data?.ask) return;
    const { script, method, request } = data.ask;
    try {
      const answer = script === 'bridge' ? await hints() : await globalThis[script][method](request);
      window.postMessage({ answered: data.id, answer }, '*');
    } catch (error) {
      window.postMessage({ answered: data.id, failure: String(error) }, '*');
    }
  });`;

const background = `
  const heard = [];
  (globalThis.browser ?? globalThis.chrome).runtime.onMessage.addListener((message, sender, answer) => {
    if (message.name === 'hints') answer(heard.splice(0));
    else heard.push(message);
  });`;

async function writeExtension(name: BrowserName, scripts: readonly Script[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'seconde-inject-'));
  const manifest = {
    manifest_version: name === 'firefox' ? 2 : 3,
    name: 'bridge',
    version: '1',
    background: name === 'firefox' ? { scripts: ['background.js'] } : { service_worker: 'background.js' },
    content_scripts: [
      {
        matches: ['http://127.0.0.1/*'],
        js: [...scripts.map((script) => `${script}.js`), 'bridge.js'],
        run_at: 'document_start',
      },
    ],
    browser_specific_settings: { gecko: { id: 'bridge@seconde.example' } },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'bridge.js'), bridge);
  await writeFile(join(folder, 'background.js'), background);
  for (const script of scripts) await writeFile(join(folder, `${script}.js`), await bundle(script));
  return folder;
}

async function launch(name: BrowserName, folder: string): Promise<Browser> {
  if (name === 'firefox') {
    const firefox = await launchBrowser({
      browser: 'firefox',
      executablePath: '/usr/bin/firefox-esr',
      headless: true,
    });
    await firefox.installExtension(folder);
    return firefox;
  }
  const flags =
    '--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run';
  return launchBrowser({
    executablePath: '/usr/bin/chromium',
    headless: true,
    pipe: true,
    enableExtensions: [folder],
    args: flags.split(' '),
  });
}

export interface World {
  readonly origin: string;
  /** Opens a page made of this HTML; `headers` are the response's. */
  open(html: string, headers?: Record<string, string>): Promise<Page>;
  call<S extends keyof Scripts, M extends Method<S>>(
    page: Page,
    script: S,
    method: M,
    request?: unknown,
  ): Promise<Answer<Scripts[S][M]>>;
  close(): Promise<void>;
}

/** Starts a browser, a server and the bridge. */
export async function createWorld(name: BrowserName, scripts: readonly Script[]): Promise<World> {
  const pages = new Map<string, { html: string; headers: Record<string, string> }>();
  const server: Server = createServer((request, response) => {
    const found = pages.get(request.url ?? '');
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...found?.headers });
    response.end(found?.html ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const folder = await writeExtension(name, scripts);
  const browser = await launch(name, folder);
  const page = await browser.newPage();
  let count = 0;

  return {
    origin,
    async open(html, headers = {}) {
      const path = `/page/${++count}`;
      pages.clear();
      pages.set(path, { html, headers });
      await page.goto(origin + path, { waitUntil: 'load' });
      return page;
    },
    async call(onPage, script, method, request = null) {
      const outcome = await onPage.evaluate(
        (ask, id) =>
          new Promise<{ answer?: unknown; failure?: string }>((resolve) => {
            const listen = ({ data }: MessageEvent): void => {
              if (data?.answered !== id) return;
              window.removeEventListener('message', listen);
              resolve(data);
            };
            window.addEventListener('message', listen);
            window.postMessage({ ask, id }, '*');
          }),
        { script, method, request } as never,
        ++count,
      );
      if (outcome.failure) throw new Error(outcome.failure);
      return outcome.answer as never;
    },
    async close() {
      await browser.close();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
