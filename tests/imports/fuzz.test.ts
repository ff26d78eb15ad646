import { describe, expect, it } from 'vitest';
import { rezipped } from '@/bench/readers/rezip';
import { type Way, ways } from '@/bench/readers/mutate';
import { seedsOf } from '@/bench/readers/seeds';
import { tryInput } from '@/bench/readers/try-input';
import { seeded } from '@/lib/qr/testing/pictures';
import { fileFormats } from '@/lib/transfer/file-registry';

const inputs = 90;
const all: Readonly<Record<string, Way>> = { ...ways, 'a member changed': rezipped };
const names = Object.keys(all);

/** As the bench `readers`, with fewer files, and none whose key takes long. */
describe('a changed file', () => {
  it.each(fileFormats)('of $id is read or refused, and never more', async (format) => {
    const seeds = await seedsOf(format, true);
    const random = seeded(7);
    for (let at = 0; at < inputs && seeds.length > 0; at += 1) {
      const [base, donor] = [seeds[at % seeds.length], seeds[Math.floor(random() * seeds.length)]];
      const way = names[at % names.length] ?? 'cut off';
      const bytes = await all[way]?.(
        base?.bytes ?? new Uint8Array(0),
        donor?.bytes ?? new Uint8Array(0),
        random,
      );
      if (!bytes) continue;
      const outcome = await tryInput(format, bytes, base?.password ?? null).catch((error: unknown) => {
        throw new Error(`${format.id}, ${way}, ${at}: ${String(error)}`, { cause: error });
      });
      if (outcome.kind === 'read') expect(outcome.broken).toEqual([]);
    }
  });
});

it('nested beyond sense is no JSON', async () => {
  const format = fileFormats.find(({ id }) => id === 'lastpass-authenticator');
  if (!format) throw new TypeError('no such row');
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const text = `{"accounts":[{"issuerName":"","timeStep":0,"secret":"AAAA","x":${deep}}]}`;
  const outcome = await tryInput(format, new TextEncoder().encode(text), null);
  expect(outcome).toEqual({ kind: 'unrecognised' });
});
