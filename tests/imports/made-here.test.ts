import { describe, expect, it } from 'vitest';
import { importLimits } from '@/lib/transfer/file-format';
import { fileFormats } from '@/lib/transfer/file-registry';
import { seeFile } from '@/lib/transfer/see-file';
import { rowOf } from './corpus';
import type { MadeFile } from './made/made-file';
import { madeFiles } from './made-here';
import { quietTools } from './read-sample';

const fileOf = ({ name, bytes }: MadeFile) => seeFile(name, bytes, importLimits);

function formatOf(made: MadeFile) {
  const found = fileFormats.filter((format) => format.recognises(fileOf(made)));
  expect(found[0]?.id).toBe(made.format);
  const [format] = found;
  if (!format) throw new TypeError(`no row reads ${made.name}`);
  return format;
}

describe('files written here', () => {
  it.each(madeFiles)('$format: $name gives exactly what it holds', async (made) => {
    const format = formatOf(made);
    const needs = format.needs(fileOf(made));
    if (!needs.ok) throw new Error(needs.failure.code);
    const asks = needs.value.secret !== 'nothing' && needs.value.optional !== true;
    if (!asks) expect(made.password === undefined || needs.value.optional).toBeTruthy();
    const read = await format.read(fileOf(made), made.password ?? null, quietTools());
    if (!read.ok) throw new Error(read.failure.code);
    expect(read.value.entries.map(rowOf)).toEqual(made.rows);
    expect(read.value.problems.map(({ failure }) => failure.code)).toEqual(made.problems ?? []);
    expect(read.value.notes.map(({ code }) => code)).toEqual(made.notes ?? []);
  });

  it.each(madeFiles.filter(({ password }) => password !== undefined))(
    '$format: $name says that another password is wrong, and that there is none',
    async (made) => {
      for (const password of ['quatre mot', null]) {
        const read = await formatOf(made).read(fileOf(made), password, quietTools());
        expect(read).toMatchObject({ ok: false, failure: { code: 'file-key-wrong' } });
      }
    },
  );

  it.each(madeFiles)('$format: $name stops when it is asked to', async (made) => {
    const read = formatOf(made).read(
      fileOf(made),
      made.password ?? null,
      quietTools({ signal: AbortSignal.abort() }),
    );
    await expect(read).rejects.toThrow('abort');
  });
});
