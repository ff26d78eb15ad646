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

/** Of the tab with something scrolled into view. */
const scrolled = { width: 11, height: 11, data: new Uint8ClampedArray(11 * 11 * 4) };

interface Look {
  readonly side: number;
  readonly effort: 'quick' | 'whole';
  readonly leftMs: number;
}

/** `reads`: whether a look at a picture reads the account. */
interface Unread {
  readonly count: number;
  readonly aimed: boolean;
  readonly moved: boolean;
}

function houseWith(
  pictures: readonly ReturnType<typeof picture>[],
  reads: (look: Look) => boolean,
  unread?: Unread,
) {
  const steps: string[] = [];
  const world = createWorld();
  const looks: Look[] = [];
  const ports: WalkPorts = {
    ...world.ports,
    pages: {
      ...world.ports.pages,
      capture: async () =>
        ok({ origin: 'https://example.com', pictures, aimed: true, ...(unread && { unread }) }),
      screenshot: async () => {
        steps.push('picture');
        return ok(steps.at(-2)?.startsWith('show') && unread?.moved ? scrolled : screen);
      },
      show: async (_tab, index) => {
        steps.push(`show ${index}`);
        return ok({ moved: unread?.moved ?? false, place: null });
      },
      putBack: async () => void steps.push('back'),
    },
    readQr: async ({ width: side }, _onBlack, deadlineMs, effort = 'whole') => {
      const look = { side, effort, leftMs: deadlineMs - world.nowMs };
      looks.push(look);
      return { texts: reads(look) ? [account] : [], sawCode: false };
    },
  };
  return {
    steps,
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

describe('pictures that no script may read', () => {
  const pointedAt = { count: 1, aimed: true, moved: true };
  const found = { count: 2, aimed: false, moved: true };

  it('one pointed at is shown, and read before anything else, with the page as it was again', async () => {
    const house = houseWith([picture(2)], ({ side }) => side === 11, pointedAt);
    expect(await house.reading()).toEqual(ok({ origin: 'https://example.com', texts: [account] }));
    expect(house.order()).toEqual(['11 whole']);
    expect(house.steps).toEqual(['show 0', 'picture', 'back']);
  });

  it('one in full view is cut out of the picture that is taken anyway', async () => {
    const house = houseWith([], () => false, { ...pointedAt, moved: false });
    await house.reading();
    expect(house.order()).toEqual(['9 whole', '9 whole']);
    expect(house.steps).toEqual(['show 0', 'picture']);
  });

  it('nothing is scrolled for a code that is in view', async () => {
    const house = houseWith([], ({ side }) => side === 9, found);
    expect((await house.reading()).ok).toBe(true);
    expect(house.steps).toEqual(['picture']);
  });

  it('of several on a page, the first that holds an account ends it', async () => {
    const house = houseWith([picture(2)], ({ side }) => side === 11, found);
    expect((await house.reading()).ok).toBe(true);
    expect(house.order()).toEqual(['2 quick', '9 quick', '11 quick']);
    expect(house.steps).toEqual(['picture', 'show 0', 'picture', 'back']);
  });

  it('those that are hard to read are looked at again, after the tab', async () => {
    const house = houseWith([], ({ side, effort }) => side === 11 && effort === 'whole', found);
    expect((await house.reading()).ok).toBe(true);
    expect(house.order()).toEqual(['9 quick', '11 quick', '11 quick', '9 whole', '11 whole']);
    expect(house.steps.filter((step) => step === 'back')).toHaveLength(2);
  });
});
