import { describe, expect, it } from 'vitest';

import { fail, ok } from '@/lib/errors';
import { createWorld } from '@/tests/fakes/walk-ports';
import type { WalkPorts } from './ports';
import { readPage } from './read-page';

const account = 'otpauth://totp/Example:alice?secret=JBSWY3DPEHPK3PXP&issuer=Example';
const request = { srcUrl: null, targetElementId: null };
/** The side of a picture is its name here. */
const picture = (side: number, aimed = false) => ({
  width: side,
  height: side,
  luma: btoa('\0'.repeat(side * side)),
  lumaOnBlack: null,
  aimed,
});
const screen = { width: 9, height: 9, data: new Uint8ClampedArray(9 * 9 * 4) };

interface Look {
  readonly side: number;
  readonly effort: 'quick' | 'whole';
  readonly leftMs: number;
}

/** `reads`: whether a look at a picture reads the account. */
function houseWith(pictures: readonly ReturnType<typeof picture>[], reads: (look: Look) => boolean) {
  const world = createWorld();
  const looks: Look[] = [];
  const ports: WalkPorts = {
    ...world.ports,
    pages: {
      ...world.ports.pages,
      capture: async () => ok({ origin: 'https://example.com', pictures, aimed: true }),
      screenshot: async () => ok(screen),
    },
    readQr: async ({ width: side }, _onBlack, deadlineMs, effort = 'whole') => {
      const look = { side, effort, leftMs: deadlineMs - world.nowMs };
      looks.push(look);
      return { texts: reads(look) ? [account] : [], sawCode: false };
    },
  };
  return {
    looks,
    reading: () => readPage(ports, 1, request),
    order: () => looks.map(({ side, effort }) => `${side} ${effort}`),
  };
}

describe('the pictures of a page', () => {
  it('what was pointed at is read with all means, and decides alone', async () => {
    const { reading, order } = houseWith([picture(2), picture(3, true)], ({ side }) => side === 3);
    expect(await reading()).toEqual(ok({ origin: 'https://example.com', texts: [account] }));
    expect(order()).toEqual(['3 whole']);
  });

  it('what was pointed at leaves the picture of the tab some time', async () => {
    const { reading, looks } = houseWith([picture(3, true)], () => false);
    await reading();
    const [aimed, tab] = looks;
    expect(aimed!.leftMs).toBeLessThan(tab!.leftMs);
  });

  it('the others are looked at quickly, then the tab with all means, then they again', async () => {
    const { reading, order } = houseWith([picture(2), picture(4)], () => false);
    expect(await reading()).toEqual(fail('qr-none'));
    expect(order()).toEqual(['2 quick', '4 quick', '9 whole', '2 whole', '4 whole']);
  });

  it('a hard one out of view is read last, and the rest is left', async () => {
    const hard = houseWith([picture(2), picture(4)], ({ side, effort }) => side === 2 && effort === 'whole');
    expect((await hard.reading()).ok).toBe(true);
    expect(hard.order()).toEqual(['2 quick', '4 quick', '9 whole', '2 whole']);
  });
});
