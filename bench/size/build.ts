import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type { Browser } from './manifest.ts';
import type { Build } from './measure.ts';

const root = join(import.meta.dirname, '../..');

interface Package {
  readonly name: string;
  readonly version: string;
}

/**
 * The production build and package of one browser, as they would be published.
 *
 * @throws Error when the build fails or leaves no package; what it printed is on standard error
 */
export function buildFor(browser: Browser): Build {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Package;
  const zip = join(root, `.output/${name}-${version}-${browser}.zip`);
  // A package of an earlier build must not be measured for this one.
  rmSync(zip, { force: true });
  const { status } = spawnSync(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'zip', '-b', browser], {
    cwd: root,
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
  });
  if (status !== 0) throw new Error(`the production build for ${browser} failed`);
  if (!existsSync(zip)) throw new Error(`the production build for ${browser} left no package`);
  return { browser, outDir: join(root, `.output/${browser}-mv3`), zip };
}
