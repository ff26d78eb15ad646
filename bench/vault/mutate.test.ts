import { describe, expect, it } from 'vitest';

import { seeded } from '@/lib/qr/testing/pictures';
import { ways } from './mutate.ts';

const envelope = {
  fmt: 'f',
  gen: 7,
  slots: [{ id: 'a', kdf: { memoryKiB: 65_536, passes: 3, lanes: 1 }, ct: 'AAAABBBB' }],
  body: { ct: 'CCCCDDDD', len: 4096 },
};
const text = JSON.stringify(envelope);
const donor = JSON.stringify({
  ...envelope,
  gen: 8,
  slots: [{ id: 'b', ct: 'EEEE' }],
  body: { ct: 'FFFF', len: 8192 },
});

describe.each(Object.entries(ways))('a change of an envelope: %s', (_, way) => {
  it('is one often enough, and the same at every run', () => {
    const made = (seed: number) => way(text, donor, seeded(seed));
    const seeds = Array.from({ length: 40 }, (_, seed) => seed);
    const changed = seeds.filter((seed) => made(seed) !== text).length;
    expect(changed).toBeGreaterThan(10);
    expect(made(1)).toBe(made(1));
  });
});
