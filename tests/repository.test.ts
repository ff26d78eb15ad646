import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('..', import.meta.url).pathname;
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');
const json = (path: string): Record<string, unknown> => JSON.parse(read(path)) as Record<string, unknown>;
const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && path !== 'package-lock.json');

it('has the same manifest words in every language', () => {
  const words = readdirSync(`${root}public/_locales`).map(
    (language) =>
      [language, Object.keys(json(`public/_locales/${language}/messages.json`)).toSorted()] as const,
  );
  expect(words.map(([language]) => language).toSorted()).toEqual(['en', 'fr']);
  for (const [, keys] of words) expect(keys).toEqual(words[0]?.[1]);
});

it('has a row in docs/permissions.md for every permission asked at once or later, and no other', () => {
  const config = read('wxt.config.ts');
  const list = (name: string) => {
    const names = new RegExp(`const ${name} = \\[([^\\]]*)\\]`).exec(config)?.[1] ?? '';
    return [...names.matchAll(/'(\w+)'/g)].map(([, permission]) => permission);
  };
  const [atOnce, later] = read('docs/permissions.md')
    .split('## Asked later')
    .map((part) => [...part.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name));
  const asked = [...list('permissions'), ...list('chromiumPermissions')];
  expect(atOnce?.toSorted()).toEqual(asked.toSorted());
  expect(later?.toSorted()).toEqual(list('optionalPermissions').toSorted());
  const hosts = /const optionalHosts = \[([^\]]*)\]/.exec(config)?.[1] ?? '';
  for (const [, pattern = ''] of hosts.matchAll(/'([^']+)'/g))
    expect(read('docs/permissions.md')).toContain(`\`${pattern}\``);
  expect(config).not.toMatch(/\bhost_permissions:/);
});

it('has a sentence in docs/dependencies.md for every dependency, and no other', () => {
  const { dependencies, devDependencies } = json('package.json') as Record<string, Record<string, string>>;
  const listed = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
  expect(listed.toSorted()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).toSorted());
});

it('keeps registry addresses out of the lockfile', () => {
  expect(read('package-lock.json')).not.toContain('"resolved"');
});

it('writes no HTML by hand into a document', () => {
  const own = tracked.filter(
    (path) => /^(lib|components|entrypoints)\/.*\.tsx?$/.test(path) && !path.includes('.test.'),
  );
  for (const path of own)
    expect(read(path), path).not.toMatch(/dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=/);
});

it('switches no test off and runs none alone', () => {
  const tests = tracked.filter((path) => /\.test\.tsx?$/.test(path));
  expect(tests.length).toBeGreaterThan(10);
  for (const path of tests) expect(read(path), path).not.toMatch(/\b(it|test|describe)\.(skip|only|todo)\b/);
});

it('says the same name for a note wherever it is referred to', () => {
  const sources = tracked.filter(
    (path) => /\.(ts|tsx|md)$/.test(path) && path !== 'tests/repository.test.ts',
  );
  const text = sources.map(read).join('\n');
  const notes = new Set([...text.matchAll(/(?<!See )\[Note: ([^\]]+)\]/g)].map(([, name]) => name));
  for (const [, name] of text.matchAll(/See \[Note: ([^\]]+)\]/g)) expect(notes).toContain(name);
});

it('shows every page as it was chosen from its first script on', () => {
  const pages = tracked.filter((path) => /^entrypoints\/(?!offscreen)\w+\/index\.html$/.test(path));
  expect(pages.length).toBeGreaterThan(5);
  for (const path of pages)
    expect(read(path), path).toMatch(/<script vite-ignore src="\/(?:appearance|ask)\.js">/);
});
