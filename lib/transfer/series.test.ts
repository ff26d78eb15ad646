import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bytes } from '@/lib/crypto/bytes';
import { encodeQrPath } from '@/lib/qr/encode';
import { codeOf, valueOf } from '@/tests/fakes/vault-worlds';
import { addPart, assembled, readSeriesPart, seriesTexts, type SeriesPart, type SeriesSoFar } from './series';
import { readSeriesCode, seriesCodeBytes, seriesCodeFrom } from './series-code';
import { fileOfSeries, seriesOfFile } from './series-file';

const bytes = (length: number, seed = 1): Bytes =>
  Uint8Array.from({ length }, (_, at) => (at * 31 + seed * 7) % 256);

function parts(whole: Bytes): SeriesPart[] {
  return seriesTexts(whole).map((text) => {
    const part = readSeriesPart(text);
    if (!part) throw new RangeError('a part expected');
    return part;
  });
}

function all(list: readonly SeriesPart[]): SeriesSoFar {
  let soFar: SeriesSoFar | null = null;
  for (const part of list) {
    const added = addPart(soFar, part);
    if (added.kind !== 'other') soFar = added.soFar;
  }
  if (soFar === null) throw new RangeError('a part expected');
  return soFar;
}

describe('a series', () => {
  it('comes together in any order, however often a part is seen', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 2000 }).chain((whole) => {
          const list = parts(new Uint8Array(whole));
          const seen = fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 });
          return fc.tuple(fc.constant(whole), seen);
        }),
        ([whole, seen]) => {
          expect(assembled(all(seen))).toEqual(new Uint8Array(whole));
        },
      ),
    );
  });

  it('says how far it is, and gives nothing before the last part', () => {
    const list = parts(bytes(1200));
    expect(list).toHaveLength(5);
    const soFar = all(list.slice(1));
    expect([soFar.parts.size, soFar.size]).toEqual([4, 5]);
    expect(assembled(soFar)).toBeNull();
    expect(addPart(soFar, list[2]!).kind).toBe('known');
    expect(addPart(soFar, list[0]!).kind).toBe('new');
  });

  it('takes no part of another', () => {
    const [one] = parts(bytes(1200, 1));
    const [other] = parts(bytes(1200, 2));
    expect(addPart(all([one!]), other!)).toEqual({ kind: 'other' });
  });

  it('finds that a part was changed', () => {
    const list = parts(bytes(600));
    const changed = { ...list[1]!, data: list[1]!.data.map((byte) => byte ^ 1) };
    expect(assembled(all([list[0]!, changed, list[2]!]))).toBe('damaged');
  });

  it.each([
    '',
    'https://exemple.test',
    'otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ',
    'SECONDE/2/1/1/ABCDEFGHIJKLMNOP/AA',
    'SECONDE/1/0/1/ABCDEFGHIJKLMNOP/AA',
    'SECONDE/1/2/1/ABCDEFGHIJKLMNOP/AA',
    'SECONDE/1/1/999/ABCDEFGHIJKLMNOP/AA',
    'SECONDE/1/1/1/ABC/AA',
  ])('knows that “%s” is none of its parts', (text) => {
    expect(readSeriesPart(text)).toBeNull();
  });

  it('fits codes that a camera reads from a screen', () => {
    for (const text of seriesTexts(bytes(1200)))
      expect(valueOf(encodeQrPath(text)).size).toBeLessThanOrEqual(77);
  });
});

describe('a file in a series', () => {
  const file = { fmt: 'seconde-vault', body: { ct: 'é'.repeat(900) } };
  it('comes out with the same content', async () => {
    const texts = valueOf(await seriesOfFile(JSON.stringify(file, null, 2)));
    const whole = assembled(all(texts.map((text) => readSeriesPart(text)!)));
    if (whole === null || whole === 'damaged') throw new RangeError('a whole expected');
    expect(JSON.parse(valueOf(await fileOfSeries(whole)))).toEqual(file);
  });

  it('is refused when nobody would wait for it', async () => {
    const noise = Array.from(crypto.getRandomValues(new Uint8Array(30_000)));
    expect(codeOf(await seriesOfFile(JSON.stringify(noise)))).toBe('series-too-long');
  });

  it('is refused when it is no file of ours', async () => {
    expect(codeOf(await fileOfSeries(bytes(300)))).toBe('series-damaged');
  });
});

describe('the code of a series', () => {
  it('is read however it is typed, and says in which group a letter is wrong', () => {
    const code = seriesCodeFrom(bytes(seriesCodeBytes));
    expect(code).toMatch(/^(?:[0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
    expect(valueOf(readSeriesCode(` ${code.toLowerCase().replaceAll('-', '  ')} `))).toBe(code);
    const groups = code.split('-');
    const slip = groups.with(
      2,
      groups[2]!.startsWith('A') ? `B${groups[2]!.slice(1)}` : `A${groups[2]!.slice(1)}`,
    );
    expect(readSeriesCode(slip.join('-'))).toEqual({
      ok: false,
      failure: { code: 'series-code-malformed', details: { position: '3' } },
    });
    expect(codeOf(readSeriesCode(groups.slice(0, 3).join('-')))).toBe('series-code-malformed');
  });
});
