/** The confusion matrix of the recognisers over the corpus, and over files that are nothing. */
import { randomBytes } from 'node:crypto';
import { importLimits } from '@/lib/transfer/file-format';
import { fileFormats, recogniseFile } from '@/lib/transfer/file-registry';
import { seeFile } from '@/lib/transfer/see-file';
import { sampleFile, samples } from '../../tests/imports/corpus.ts';
import { type BenchResult, atMost, known } from '../bench.ts';

const nothings = 10_000;

export function measureRecognition(): BenchResult {
  const matrix: Record<string, Record<string, number>> = {};
  const overlaps: string[] = [];
  let wrong = 0;
  for (const { path, format, byHand } of samples) {
    const file = sampleFile(path);
    const expected = byHand ? 'none' : format;
    const found = recogniseFile(file)?.id ?? 'none';
    const row = (matrix[format] ??= {});
    row[found] = (row[found] ?? 0) + 1;
    if (found !== expected) wrong += 1;
    const all = fileFormats.filter((one) => one.recognises(file)).map(({ id }) => id);
    if (all.length > 1) overlaps.push(`${path}: ${all.join(', ')}`);
  }
  const kinds = Object.entries(makers).map(([kind, make]) => {
    const taken: string[] = [];
    for (let index = 0; index < nothings; index++) {
      const file = seeFile('x', new Uint8Array(Buffer.from(make(index))), importLimits);
      const found = recogniseFile(file);
      if (found) taken.push(found.id);
    }
    return { kind, taken };
  });
  const total = kinds.reduce((sum, { taken }) => sum + taken.length, 0);
  return {
    name: 'recognise',
    figures: [
      known('files of the corpus', samples.length, 'files'),
      atMost(0, 'known as another family than theirs, or not at all', wrong, 'files'),
      atMost(0, 'known by more than one row', overlaps.length, 'files'),
      known('files that are nothing: bytes, JSON, XML, CSV, text', kinds.length * nothings, 'files'),
      atMost(0, 'of those, taken for a format', total, 'files'),
    ],
    details: { matrix, overlaps, nothings: kinds },
  };
}

/** Words that exports are made of too, so that chance has one. */
const words = [
  'secret',
  'type',
  'name',
  'items',
  'entries',
  'version',
  'accounts',
  'label',
  'db',
  'otp',
  'url',
  'x',
];
const word = (seed: number): string => words[seed % words.length] ?? 'x';

const makers: Readonly<Record<string, (index: number) => Buffer | string>> = {
  bytes: (index) => randomBytes(1 + (index % 400)),
  JSON: (index) => JSON.stringify(someJson(randomBytes(24), 0, index % 3)),
  XML: (index) =>
    `<?xml version="1.0"?><${word(index)} a="${index}"><${word(index + 1)}>${randomBytes(6).toString('hex')}</${word(index + 1)}></${word(index)}>`,
  CSV: (index) =>
    `${[0, 1, 2].map((at) => word(index * 7 + at * 3)).join(',')}\n${randomBytes(9).toString('base64')},${index},z\n`,
  text: (index) => `${randomBytes(1 + (index % 60)).toString('base64')}\n${word(index)} ${index}\n`,
};

function someJson(seeds: Buffer, at: number, depth: number): unknown {
  const seed = seeds[at] ?? 0;
  if (depth === 0) return [seed, word(seed), null, true, `${seed}`][seed % 5];
  const inner = [1, 2, 3].map((step) => someJson(seeds, at + step * depth, depth - 1));
  return seed % 2 === 0
    ? inner
    : Object.fromEntries(inner.map((value, step) => [word(seed + step * 5), value]));
}
