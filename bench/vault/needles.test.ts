import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Needle, search } from './needles.ts';

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const raw = Buffer.from('12345678901234567890');
const needle: Needle = { name: 'secret', text: secret, bytes: raw };

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'seconde-needles-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function found(content: Buffer | string): string[] {
  writeFileSync(join(folder, 'file'), content);
  return search(folder, [needle]).hits.map(({ encoding }) => encoding);
}

describe('a search of a profile', () => {
  const around = (middle: Buffer) => Buffer.concat([Buffer.from('before'), middle, Buffer.from('after')]);

  it.each([
    ['text', around(Buffer.from(secret))],
    ['UTF-16', around(Buffer.from(secret, 'utf16le'))],
    ['its bytes', around(raw)],
    ['hexadecimal', raw.toString('hex')],
    ['capital hexadecimal', Buffer.from(secret).toString('hex').toUpperCase()],
  ])('finds %s', (_, content) => {
    expect(found(content)).not.toEqual([]);
  });

  it.each([0, 1, 2, 3, 4])('finds Base64 with %i bytes before it', (before) => {
    const content = Buffer.concat([Buffer.from('*'.repeat(before)), Buffer.from(secret), Buffer.from('?*')]);
    expect(found(content.toString('base64'))).not.toEqual([]);
    expect(found(content.toString('base64url'))).not.toEqual([]);
  });

  it('finds what an address holds, and the name of a file', () => {
    mkdirSync(join(folder, 'named'));
    writeFileSync(join(folder, 'named', encodeURIComponent('marie à Québec')), '');
    const name: Needle = { name: 'name', text: 'marie à Québec' };
    expect(search(folder, [name]).hits).toMatchObject([{ needle: 'name', encoding: 'URL' }]);
    rmSync(join(folder, 'named'), { recursive: true });
  });

  it('finds nothing where there is something else', () => {
    expect(found(secret.toLowerCase().slice(1))).toEqual([]);
    expect(found('')).toEqual([]);
  });
});
