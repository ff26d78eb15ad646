import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';

import { findBrowser } from '../../scripts/browsers.mjs';
import { processorMs } from '../browser/processor.ts';

export const browserNames = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof browserNames)[number];

/** A browser profile on the disk with an extension in it; no protocol is needed to start it. */
export interface Profile {
  readonly browser: BrowserName;
  readonly folder: string;
  /** Folders in the profile where the extension's storage lies, relative to it. */
  readonly storage: readonly string[];
  /** `raised`: before other programs, where that is allowed; for what is timed. */
  start(priority?: 'usual' | 'raised'): Running;
  remove(): void;
}

export interface Running {
  /** SIGKILL for every process of it, all at one moment. Resolves when the last is gone. */
  kill(): Promise<void>;
  /** Time all its processes have had a core, in ms; `null` where the system does not tell. */
  processorMs(): number | null;
  /** As a person closes it; killed when it does not end in 15 s. */
  close(): Promise<void>;
}

/** A new profile in which `extension`, an unpacked copy, starts with the browser. @throws Error without the browser */
export function newProfile(browser: BrowserName, extension: string): Profile {
  const program = findBrowser(browser);
  if (program === undefined) throw new Error(`${browser} is not installed`);
  const folder = mkdtempSync(join(tmpdir(), `seconde-${browser}-`));
  const parts = browser === 'chromium' ? chromium(folder, extension) : firefox(folder, extension);
  return {
    browser,
    folder,
    storage: parts.storage,
    start: (priority = 'usual') => run(program, parts.switches, priority),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

function chromium(folder: string, extension: string) {
  const id = extensionId(extension);
  return {
    storage: [
      `Default/Local Extension Settings/${id}`,
      `Default/IndexedDB/chrome-extension_${id}_0.indexeddb.leveldb`,
    ],
    switches: [
      `--user-data-dir=${folder}`,
      `--load-extension=${extension}`,
      '--disable-features=DisableLoadExtensionCommandLineSwitch',
      '--headless=new',
      '--no-first-run',
      '--disable-gpu',
      '--disable-sync',
      '--disable-background-networking',
      '--disable-component-update',
      '--hide-crash-restore-bubble',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      'about:blank',
    ],
  };
}

/** Chromium's rule for an unpacked extension without a key: the path's SHA-256 in letters a to p, first 32. */
function extensionId(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex');
  return hash.slice(0, 32).replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

const uuid = '11111111-2222-4333-8444-555555555555';

/** Firefox ESR installs an unsigned extension that lies in the profile, when it is told that it may. */
function firefox(folder: string, extension: string) {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  const { id } = manifest.browser_specific_settings.gecko;
  const preferences = {
    'extensions.autoDisableScopes': 0,
    'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
    'xpinstall.signatures.required': false,
    'toolkit.startup.max_resumed_crashes': -1,
    'browser.sessionstore.resume_from_crash': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.homepage': 'about:blank',
    'browser.startup.homepage_override.mstone': 'ignore',
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.update.enabled': false,
    'browser.safebrowsing.downloads.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
  };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(folder, 'user.js'), lines.join(''));
  mkdirSync(join(folder, 'extensions'));
  cpSync(extension, join(folder, 'extensions', id), { recursive: true });
  return {
    storage: ['storage', 'storage.sqlite'],
    switches: ['--headless', '--no-remote', '--profile', folder, 'about:blank'],
  };
}

function run(program: string, switches: readonly string[], priority: 'usual' | 'raised'): Running {
  const child = spawn(program, switches, { stdio: 'ignore', detached: true });
  if (priority === 'raised' && child.pid !== undefined) raise(child.pid);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  async function kill(): Promise<void> {
    const all = child.pid === undefined ? [] : processTree(child.pid);
    for (const processId of all) signal(processId, 'SIGKILL');
    await ended;
    while (all.some(isAlive)) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return {
    kill,
    processorMs() {
      const times = child.pid === undefined ? [] : processTree(child.pid).map(processorMs);
      const known = times.filter((time) => time !== null);
      return known.length === 0 ? null : known.reduce((sum, time) => sum + time, 0);
    },
    async close() {
      if (child.pid !== undefined) signal(child.pid, 'SIGTERM');
      const late = setTimeout(() => void kill(), 15_000);
      await ended;
      clearTimeout(late);
    },
  };
}

/** What it starts later has the same priority. */
function raise(processId: number): void {
  try {
    setPriority(processId, constants.priority.PRIORITY_HIGH);
  } catch {
    // Not allowed: the figures are noisier, and still ratios.
  }
}

function signal(processId: number, name: NodeJS.Signals): void {
  try {
    process.kill(processId, name);
  } catch {
    // It has ended meanwhile.
  }
}

/** A process that leads a group, and all of the group and of what they started, itself first. */
function processTree(root: number): number[] {
  const tree = new Set([root]);
  const others = processes();
  let before: number;
  do {
    before = tree.size;
    for (const { id, parent, group } of others) if (tree.has(parent) || group === root) tree.add(id);
  } while (tree.size > before);
  return [...tree];
}

function processes(): { id: number; parent: number; group: number }[] {
  const names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return names.flatMap((name) => {
    const [, parent, group] = statOf(name) ?? [];
    return group === undefined ? [] : [{ id: Number(name), parent: Number(parent), group: Number(group) }];
  });
}

/** A killed process that nobody has asked about yet is dead too. */
function isAlive(processId: number): boolean {
  const state = statOf(String(processId))?.[0];
  return state !== undefined && state !== 'Z';
}

/** State, parent and so on: what follows the program's name. */
function statOf(processId: string): string[] | null {
  try {
    const text = readFileSync(`/proc/${processId}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
