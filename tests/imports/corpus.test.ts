import { describe, expect, it } from 'vitest';
import { recogniseFile } from '@/lib/transfer/file-registry';
import { hasSamples, rowOf, sampleFile, samples } from './corpus';
import { readBy } from './read-sample';

describe.skipIf(!hasSamples)('real files of other programs', () => {
  it.each(samples)(
    '$path gives exactly what it holds',
    async ({ path, format, password, rows, problems }) => {
      const file = sampleFile(path);
      expect(recogniseFile(file)?.id).toBe(format);
      const needs = recogniseFile(file)?.needs(file);
      expect(needs).toMatchObject({
        ok: true,
        value: { secret: password === undefined ? 'nothing' : 'password' },
      });
      const read = await readBy(file, password ?? null);
      if (!read.ok) throw new Error(read.failure.code);
      expect(read.value.entries.map(rowOf)).toEqual(rows);
      expect(read.value.problems).toHaveLength(problems ?? 0);
    },
  );

  it.each(samples.filter(({ password }) => password !== undefined))(
    '$path says that another password is wrong',
    async ({ path, password }) => {
      const read = await readBy(sampleFile(path), `${password}x`);
      expect(read).toMatchObject({ ok: false, failure: { code: 'file-key-wrong' } });
    },
  );
});
