/** What the built packages name of other hosts: nothing that could be fetched, and the one WebAssembly that is ours to serve. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { browsers, extensionDirs } from '../journeys/seconde.ts';

/** Names of languages, which nothing ever fetches. */
const names = [
  'http://www.w3.org/1998/Math/MathML',
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/1999/xlink',
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/XML/1998/namespace',
];
/** Hosts of packages, however the rest of the address is put together. The Public Suffix List names some, without a scheme. */
const deliverers = /:\/\/[^\s"'`]*(?:jsdelivr|unpkg|cdnjs|esm\.sh|skypack|cloudflare|googleapis)|npm\/zxing/i;

describe.each(browsers)('the package for %s', (browser) => {
  const folder = extensionDirs[browser];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name))
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const texts = files.map(({ name, bytes }) => ({ name, text: bytes.toString('latin1') }));

  it('names no address of another host where code or WebAssembly could come from', () => {
    const named = texts
      .filter(({ name }) => /\.(js|html|css|json|wasm)$/.test(name))
      .flatMap(({ name, text }) => {
        const addresses = text.match(/(?:https?|wss?):\/\/[\w.-]+\.[a-z]{2,}[^\s"'`\\)]*/g) ?? [];
        return addresses.filter((one) => !names.includes(one)).map((one) => `${name}: ${one}`);
      });
    expect(named.filter((one) => /\.(?:m?js|wasm)(?:$|[?#])|\/npm\//.test(one))).toEqual([]);
    expect(texts.filter(({ text }) => deliverers.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it('holds the WebAssembly of the QR reader, byte for byte the package’s own, and no page of a site may ask for it', () => {
    const held = files.filter(({ name }) => name.endsWith('.wasm'));
    expect(held.map(({ name }) => name)).toEqual(['zxing-reader.wasm']);
    const own = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
    const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect(digest(held[0]!.bytes)).toBe(digest(readFileSync(own)));
    const manifest = JSON.parse(texts.find(({ name }) => name === 'manifest.json')!.text) as object;
    expect(manifest).not.toHaveProperty('web_accessible_resources');
  });

  it('keeps the heavy readers out of everything but their worker', () => {
    const holding = (mark: string) =>
      texts.filter(({ name, text }) => name.endsWith('.js') && text.includes(mark)).map(({ name }) => name);
    expect(holding('readBarcodesFromPixmap')).toEqual(['qr-worker.js']);
    expect(holding('inversionAttempts')).toEqual(['qr-worker.js']);
  });
});
