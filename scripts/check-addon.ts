/** Mozilla's linter on the Firefox build: no error, and no warning but those explained here. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { execPath, exit } from 'node:process';
import { ROOT, run } from './bootstrap.mjs';

/** Why a warning may stay, by its code, and how many of it there are. */
const explained: Readonly<Record<string, { readonly times: number; readonly because: string }>> = {
  UNSAFE_VAR_ASSIGNMENT: {
    times: 1,
    because:
      'Preact can set innerHTML for dangerouslySetInnerHTML, which nothing of ours uses (tests/repository.test.ts)',
  },
};

interface Found {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
}

const built = await run(execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', 'firefox']);
if (built !== 0) exit(built);
const lint = spawnSync(
  execPath,
  [
    join(ROOT, 'node_modules/web-ext/bin/web-ext.js'),
    'lint',
    '--no-config-discovery',
    `--source-dir=${join(ROOT, '.output/firefox-mv3')}`,
    '--output=json',
  ],
  { encoding: 'utf8', maxBuffer: 1e8 },
);
const { errors, warnings } = JSON.parse(lint.stdout) as { errors: Found[]; warnings: Found[] };
const unexplained = warnings.filter(({ code }, index) => {
  const earlier = warnings.slice(0, index).filter((one) => one.code === code).length;
  return earlier >= (explained[code]?.times ?? 0);
});
for (const { code, message, file } of [...errors, ...unexplained])
  console.error(`${code} ${file ?? ''}: ${message}`);
for (const { code, file } of warnings)
  if (explained[code])
    console.log(`explained: ${code} in ${file ?? 'the package'}: ${explained[code].because}`);
console.log(
  `web-ext lint: ${errors.length} errors, ${warnings.length} warnings, ${unexplained.length} unexplained`,
);
exit(errors.length + unexplained.length === 0 ? 0 : 1);
