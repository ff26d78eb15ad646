import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { firstLoadFiles } from './first-load.ts';
import { installWarnings, staticallyInjected } from './manifest.ts';
import { measureBuild } from './measure.ts';

let outDir: string;
beforeEach(() => {
  outDir = mkdtempSync(join(tmpdir(), 'size-'));
});
afterEach(() => rmSync(outDir, { recursive: true }));

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(outDir, name)), { recursive: true });
    writeFileSync(join(outDir, name), text);
  }
}
const firstLoad = () => firstLoadFiles(outDir, 'popup.html').map((path) => path.slice(outDir.length + 1));

describe('the first load of a page', () => {
  it('follows static imports and no others', () => {
    write({
      'popup.html': `<!doctype html><script type="module" crossorigin src="/chunks/popup.js"></script>
        <link rel="modulepreload" href="/chunks/shared.js"><link rel="stylesheet" href="/assets/popup.css">
        <link rel="icon" href="/icon.png">`,
      'chunks/popup.js': `import{a as b}from"./shared.js";import"./side.js";export*from"./all.js";
        const text='import "./text.js"';b(()=>import("./later.js"));`,
      'chunks/shared.js': `export{c as a}from"./deep.js"`,
      'chunks/side.js': `import"./popup.js"`,
      'chunks/all.js': '',
      'chunks/deep.js': 'export const c=1',
      'chunks/later.js': 'import "./never.js"',
      'assets/popup.css': '@import "./base.css"; a{}',
      'assets/base.css': '',
    });
    expect(firstLoad()).toEqual([
      'assets/base.css',
      'assets/popup.css',
      ...['all', 'deep', 'popup', 'shared', 'side'].map((name) => `chunks/${name}.js`),
    ]);
  });

  it('names what is absent', () => {
    expect(firstLoad).toThrow('popup.html is absent from the build');
    write({ 'popup.html': '<script type=module src=/a.js></script>', 'a.js': 'import "./b.js"' });
    expect(firstLoad).toThrow('b.js is absent from the build');
  });
});

describe('warnings at installation', () => {
  const silent = ['activeTab', 'scripting', 'contextMenus', 'storage', 'unlimitedStorage', 'alarms', 'idle'];

  it('are none for what Seconde asks', () => {
    expect(installWarnings({ permissions: silent }, 'firefox')).toEqual([]);
    expect(installWarnings({ permissions: [...silent, 'sidePanel', 'offscreen'] }, 'chrome')).toEqual([]);
  });

  it.each([
    ['a permission that warns', { permissions: ['tabs', 'storage'] }, ['tabs']],
    ['a host', { host_permissions: ['https://*/*'] }, ['https://*/*']],
    [
      'a static content script',
      { content_scripts: [{ matches: ['<all_urls>'], js: ['a.js'] }] },
      ['<all_urls>'],
    ],
    ['a permission nobody knows', { permissions: ['new.thing'] }, ['new.thing']],
    ['developer tools', { devtools_page: 'devtools.html' }, ['devtools_page']],
  ])('are counted for %s', (_name, manifest, expected) => {
    expect(installWarnings(manifest, 'chrome')).toEqual(expected);
  });

  it('differ by browser', () => {
    expect(installWarnings({ permissions: ['sidePanel'] }, 'firefox')).toEqual(['sidePanel']);
  });
});

it('counts each injected file once', () => {
  const script = { js: ['a.js'], css: ['a.css'] };
  expect(staticallyInjected({ content_scripts: [script, script] })).toEqual(['a.js', 'a.css']);
  expect(staticallyInjected({})).toEqual([]);
});

describe('measureBuild', () => {
  const measured = () => measureBuild({ browser: 'chrome', outDir, zip: join(outDir, 'package.zip') });
  const figure = (name: string) => measured().figures.find(({ figure: full }) => full === `chrome: ${name}`);

  it('reports a build that holds to every goal', () => {
    write({
      'manifest.json': '{"permissions":["storage"]}',
      'package.zip': 'x'.repeat(1024),
      'popup.html': '<script type="module" src="/popup.js"></script>',
      'popup.js': 'console.log(1)',
      'fill.js': '1234',
      'content-scripts/capture.js': '123',
    });
    expect(measured().figures.filter(({ holds }) => holds === false)).toEqual([]);
    expect(measured().details.missing).toEqual([]);
    expect(figure('package, zip')?.value).toBe(1);
    expect(figure('fill.js')?.value).toBe(4);
    expect(figure('capture.js')?.value).toBe(3);
    expect(Object.keys(measured().details.firstLoad)).toEqual(['popup.js']);
  });

  it('says what does not hold', () => {
    const noise = Array.from({ length: 60_000 }, (_, i) => ((i * 7919) % 65521).toString(36)).join('');
    write({
      'manifest.json':
        '{"permissions":["tabs"],"content_scripts":[{"matches":["<all_urls>"],"js":["all.js"]}]}',
      'package.zip': '',
      'all.js': '12345',
      'popup.html': '<script type="module" src="/popup.js"></script>',
      'popup.js': `"${noise}"`,
    });
    expect(figure('popup, JS and CSS of the first load, gzip')?.holds).toBe(false);
    expect(figure('given to pages that did not ask')).toMatchObject({ value: 5, holds: false });
    expect(figure('warnings at installation')).toMatchObject({ value: 2, holds: false });
    expect(measured().details.warnings).toEqual(['<all_urls>', 'tabs']);
  });

  it('measures the rest when the popup and the scripts are absent', () => {
    write({ 'manifest.json': '{}', 'package.zip': '' });
    expect(figure('popup, JS and CSS of the first load, gzip')).toMatchObject({ value: null, holds: false });
    expect(figure('fill.js')).toMatchObject({ value: null, holds: null });
    expect(measured().details.missing).toEqual(
      [
        'fill.js is absent from the build',
        'capture.js is absent from the build',
        'popup.html is absent from the build',
      ].sort((a, b) => (a.startsWith('popup') ? -1 : b.startsWith('popup') ? 1 : 0)),
    );
  });
});
