import { describe, expect, it } from 'vitest';
import type { FileFormat } from '@/lib/transfer/file-format';
import { possibleFormats, recogniseFile } from '@/lib/transfer/file-registry';
import { type Sample, hasSamples, rowOf, sampleFile, samples } from './corpus';
import { quietTools } from './read-sample';

/** The row that recognises it, or that it may be where it has no mark; no other. */
function formatOf({ path, format, byHand }: Sample): FileFormat {
  const file = sampleFile(path);
  const recognised = recogniseFile(file);
  expect(recognised?.id).toBe(byHand ? undefined : format);
  const found = recognised ?? possibleFormats(file).find(({ id }) => id === format);
  if (!found) throw new TypeError(`no row reads ${path}`);
  return found;
}

/** Some derive their key from 64 MiB, many times. */
const slowestMs = 60_000;

describe.skipIf(!hasSamples)('real files of other programs', () => {
  it.each(samples)(
    '$path gives exactly what it holds',
    async (sample) => {
      const file = sampleFile(sample.path);
      const format = formatOf(sample);
      const needs = format.needs(file);
      if (!needs.ok) throw new Error(needs.failure.code);
      expect(needs.value.secret !== 'nothing').toBe(sample.password !== undefined);
      const read = await format.read(file, sample.password ?? null, quietTools());
      if (!read.ok) throw new Error(read.failure.code);
      expect(read.value.entries.map(rowOf)).toEqual(sample.rows);
      expect(read.value.problems).toHaveLength(sample.problems ?? 0);
    },
    slowestMs,
  );

  it.each(samples.filter(({ password }) => password !== undefined))(
    '$path says that another password is wrong',
    async (sample) => {
      const wrong = (sample.password ?? '').replace(/.$/, (last) => (last === '1' ? '2' : '1'));
      const read = await formatOf(sample).read(sampleFile(sample.path), wrong, quietTools());
      expect(read).toMatchObject({ ok: false, failure: { code: 'file-key-wrong' } });
    },
    slowestMs,
  );
});
