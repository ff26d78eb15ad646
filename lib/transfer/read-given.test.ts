import { describe, expect, it } from 'vitest';
import { utf8 } from '@/lib/crypto/bytes';
import { quietTools } from '@/tests/imports/read-sample';
import { importLimits } from './file-format';
import { type GivenAnswers, readGiven } from './read-given';
import { seeFile } from './see-file';
import { writeZip } from './testing/write-zip';
import { readZipOfFiles } from './zip-of-files';

const line = 'otpauth://totp/I:n?secret=4SJHB4GSD43FZBAI7C2HLRJGPQ&issuer=I';
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0]);
const nothing: GivenAnswers = { formatId: null, secret: null };
const read = (bytes: Uint8Array<ArrayBuffer>, answers = nothing, change = {}) =>
  readGiven('x', bytes, answers, quietTools(change));
const aegisClosed = (n: number) =>
  utf8(
    JSON.stringify({
      header: { slots: [{ type: 1, n, r: 8, p: 1, salt: '00', key: '00', key_params: {} }], params: {} },
      db: 'AAAA',
    }),
  );

describe('a picture', () => {
  it('is read for QR codes; what is no account is named', async () => {
    const readQr = async () => [line, 'WIFI:S:x;;'];
    expect(await read(png, nothing, { readQr })).toMatchObject({
      kind: 'read',
      formatId: 'picture',
      file: { entries: [{ issuer: 'I', name: 'n' }], problems: [{ failure: { code: 'qr-wifi' } }] },
    });
  });

  it('without any says so', async () => {
    expect(await read(png)).toMatchObject({ kind: 'failed', failure: { code: 'qr-none' } });
  });
});

describe('a file that asks for something', () => {
  it('names what, and says when it was wrong', async () => {
    expect(await read(aegisClosed(1024))).toMatchObject({
      kind: 'secret',
      format: 'Aegis',
      wrong: false,
      memoryMiB: 0,
    });
    expect(await read(aegisClosed(1024), { formatId: null, secret: 'x' })).toMatchObject({
      kind: 'secret',
      wrong: true,
    });
  });

  it('says the memory that a key takes, where a person should agree first', async () => {
    expect(await read(aegisClosed(2 ** 19))).toMatchObject({ kind: 'secret', memoryMiB: 512 });
  });
});

describe('a costly key', () => {
  const closed = { formatId: null, secret: 'x' };
  it('is not derived before the person agreed to its memory, whatever the password was given for', async () => {
    const asked = { kind: 'secret', format: 'Aegis', wrong: false, memoryMiB: 512 };
    expect(await read(aegisClosed(2 ** 19), closed)).toMatchObject(asked);
    expect(await read(aegisClosed(2 ** 19), { ...closed, agreedMiB: 511 })).toMatchObject(asked);
    const zip = writeZip([
      { name: 'a.json', content: utf8(line) },
      { name: 'b.json', content: aegisClosed(2 ** 19) },
    ]);
    expect(await read(zip, closed)).toMatchObject(asked);
  });

  it('is asked of few slots of a file', async () => {
    const slots = Array.from({ length: 9 }, () => ({ type: 1, n: 1024, r: 8, p: 1, salt: '00', key: '00' }));
    const bytes = utf8(JSON.stringify({ header: { slots, params: {} }, db: 'AAAA' }));
    expect(await read(bytes, closed)).toMatchObject({ kind: 'failed', failure: { code: 'file-cost' } });
  });
});

describe('a file that is unknown', () => {
  it('is nothing, or what the person says it is', async () => {
    const bytes = new Uint8Array(64).fill(1);
    expect(await read(bytes)).toMatchObject({ kind: 'unknown', possible: [{ id: 'andotp-closed' }] });
    expect(await read(bytes, { formatId: 'andotp-closed', secret: null })).toMatchObject({ kind: 'secret' });
    expect(await read(utf8('a shopping list'))).toEqual({ kind: 'unknown', possible: [] });
  });

  it('empty, or larger than anything is read, says so', async () => {
    expect(await read(new Uint8Array(0))).toMatchObject({ failure: { code: 'file-empty' } });
    const limits = { ...importLimits, fileBytes: 10 };
    expect(await read(utf8(line), nothing, { limits })).toMatchObject({
      failure: { code: 'file-too-large' },
    });
  });

  it('known and without an account in it says that', async () => {
    expect(await read(utf8('{"schemaVersion":4,"services":[]}'))).toMatchObject({
      kind: 'failed',
      format: '2FAS',
      failure: { code: 'file-empty' },
    });
  });
});

describe('a zip of files', () => {
  it('is all that is known in it; the rest is passed over', async () => {
    const zip = writeZip([
      { name: 'a/list.txt', content: utf8(line) },
      { name: 'b.png', content: png },
      { name: 'readme.md', content: utf8('hello') },
      { name: '__MACOSX/list.txt', content: utf8(line) },
    ]);
    const answer = await read(zip, nothing, { readQr: async () => [line.replace('I:n', 'I:other')] });
    expect(answer).toMatchObject({
      kind: 'read',
      formatId: 'zip',
      file: { entries: [{ name: 'n' }, { name: 'other' }], problems: [] },
    });
  });

  it('names the file in it that goes over what is taken at once, and keeps the others', async () => {
    const more = [line, line.replace('I:n', 'I:m'), line.replace('I:n', 'I:o')].join('\n');
    const zip = writeZip([
      { name: 'few.txt', content: utf8(line) },
      { name: 'many.txt', content: utf8(more) },
      { name: 'last.txt', content: utf8(line) },
    ]);
    const limits = { ...importLimits, entries: 3 };
    expect(await read(zip, nothing, { limits })).toMatchObject({
      file: {
        entries: [{ name: 'n' }, { name: 'n' }],
        problems: [{ where: 'many.txt', failure: { code: 'file-too-many', details: { count: '3' } } }],
      },
    });
  });

  it('opens ten closed files at most, and names the rest', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `${at}.json`);
    const zip = writeZip(names.map((name) => ({ name, content: utf8(name) })));
    const opened: (string | null)[] = [];
    const file = { entries: [], problems: [], notes: [] };
    const answer = await readZipOfFiles(
      seeFile('x.zip', zip, importLimits),
      { formatId: null, secret: 'x' },
      quietTools({}),
      async (_name, _bytes, { secret }) => {
        opened.push(secret);
        return secret === null
          ? { kind: 'secret', format: 'Aegis', secret: 'password', hint: '', memoryMiB: 0, wrong: false }
          : { kind: 'read', format: 'Aegis', formatId: 'aegis', closed: true, file };
      },
    );
    expect(opened.filter((secret) => secret !== null)).toHaveLength(10);
    expect(answer).toMatchObject({
      kind: 'read',
      file: { problems: [{ where: '10.json' }, { where: '11.json', failure: { code: 'file-cost' } }] },
    });
  });

  it('with nothing known in it is unknown', async () => {
    const zip = writeZip([{ name: 'readme.md', content: utf8('hello') }]);
    expect(await read(zip)).toEqual({ kind: 'unknown', possible: [] });
  });
});
