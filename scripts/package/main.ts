/**
 * Builds for each browser, and puts into .output/package a zip for each store, the sources that Mozilla's reviewers ask for,
 * and SHA256SUMS. The same commit gives the same bytes on any machine: that is how a published package is verified.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, execPath, exit } from 'node:process';
import { ROOT, run } from '../bootstrap.mjs';
import { archiveOf, checksumLine, filesUnder, type NamedFile } from './archive.ts';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const out = argv[2] ?? join(ROOT, '.output/package');

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
let sums = '';
for (const browser of ['chrome', 'edge', 'firefox']) {
  const code = await run(execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', browser]);
  if (code !== 0) exit(code);
  keep(`seconde-${version}-${browser}.zip`, filesUnder(join(ROOT, `.output/${browser}-mv3`)));
}
keep(`seconde-${version}-sources.zip`, sources());
writeFileSync(join(out, 'SHA256SUMS'), sums);
console.log(`\n${out}\n${sums}`);

function keep(name: string, files: readonly NamedFile[]): void {
  const bytes = archiveOf(files);
  writeFileSync(join(out, name), bytes);
  sums += checksumLine(name, bytes);
}

/** What the repository holds at its last commit; what is not committed has no place in a package. */
function sources(): NamedFile[] {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: ROOT, maxBuffer: 1e9 });
  const list = git('ls-tree', '-r', '-z', '--name-only', 'HEAD')
    .stdout.toString()
    .split('\0')
    .filter(Boolean);
  if (list.length === 0) throw new TypeError('npm run package needs the repository: git knows no files here');
  return list.map((path) => ({ path, bytes: git('show', `HEAD:${path}`).stdout }));
}
