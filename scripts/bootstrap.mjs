/**
 * What `npm run try` and `npm test` do first, on a clone with nothing installed: the packages, then Node 24 from among
 * them. Imports nothing but Node. Works with Node 20 and later, without a terminal.
 */
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { execPath, env, exit, platform } from 'node:process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LOCK = new URL('../package-lock.json', import.meta.url);
const INSTALLED = new URL('../node_modules/.package-lock.json', import.meta.url);
const NODE = new URL(`../node_modules/node/bin/node${platform === 'win32' ? '.exe' : ''}`, import.meta.url);

/** Runs a program in the project's folder with its output shown; answers its exit code. */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.once('error', (error) => {
      console.error(`${program}: ${error.message}`);
      resolve(127);
    });
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 130 : 1)));
  });
}

/** Runs npm, the one that runs us when there is one. */
export function npm(...args) {
  if (env.npm_execpath) return run(execPath, [env.npm_execpath, ...args]);
  return run(platform === 'win32' ? 'npm.cmd' : 'npm', args, { shell: platform === 'win32' });
}

/** `npm install` writes its lock file a moment after the packages: that is not an older install. */
const SAME_MOMENT = 10_000;

function isInstalled() {
  if (!existsSync(INSTALLED) || !existsSync(NODE)) return false;
  return statSync(INSTALLED).mtimeMs + SAME_MOMENT >= statSync(LOCK).mtimeMs;
}

/** `npm ci` when the packages are absent or older than the lock file. Ends the process when that fails. */
export async function ensureDependencies() {
  if (isInstalled()) return;
  console.log('Installing the packages (npm ci)…');
  const code = await npm('ci', '--include=dev');
  if (code !== 0) exit(code);
}

/** Runs a script of the project with its own Node 24 and ends with its exit code. */
export async function handOver(script, args) {
  exit(await run(fileURLToPath(NODE), [fileURLToPath(new URL(script, import.meta.url)), ...args]));
}
