import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Bytes } from '@/lib/crypto/bytes';
import { encodeQrPath } from '@/lib/qr/encode';
import { codeOf, valueOf } from '@/tests/fakes/vault-worlds';
import { sealForSeries } from '@/lib/vault/sealed-series';
import { sampleAccount } from '@/tests/fakes/accounts';
import { openSeries } from './open-series';
import { addPart, assembled, readSeriesPart, seriesTexts, type SeriesPart, type SeriesSoFar } from './series';
import { readSeriesCode, seriesCodeBytes, seriesCodeFrom } from './series-code';

vi.mock('hash-wasm', () => import('@/tests/fakes/quick-argon2'));

const bytes = (length: number, seed = 1): Bytes =>
  Uint8Array.from({ length }, (_, at) => (at * 31 + seed * 7) % 256);

function parts(whole: Bytes): SeriesPart[] {
  return valueOf(seriesTexts(whole)).map((text) => {
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
    for (const text of valueOf(seriesTexts(bytes(1200))))
      expect(valueOf(encodeQrPath(text)).size).toBeLessThanOrEqual(77);
  });
});

describe('accounts in a series', () => {
  const code = seriesCodeFrom(bytes(seriesCodeBytes));
  const content = { schema: 1, accounts: [sampleAccount(1), sampleAccount(2)] } as const;

  it('are opened by its code and by no other, and by nothing that was changed', async () => {
    const sealed = await sealForSeries(content, code);
    const entries = valueOf(await openSeries(sealed, code));
    expect(entries.map(({ account }) => account)).toEqual(content.accounts);
    expect(codeOf(await openSeries(sealed, seriesCodeFrom(bytes(seriesCodeBytes, 2))))).toBe(
      'series-code-wrong',
    );
    for (const at of [1, 20, 60, sealed.length - 1]) {
      const changed = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte));
      expect(codeOf(await openSeries(changed, code))).toBe('series-code-wrong');
    }
    expect(
      codeOf(
        await openSeries(
          sealed.map((byte, at) => (at === 0 ? 2 : byte)),
          code,
        ),
      ),
    ).toBe('vault-newer');
    expect(codeOf(await openSeries(bytes(20), code))).toBe('series-damaged');
  });

  it('are refused when nobody would wait for them', () => {
    expect(codeOf(seriesTexts(bytes(20_000)))).toBe('series-too-long');
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
