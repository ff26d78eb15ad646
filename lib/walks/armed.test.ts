import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeWorld, createWorld, origin, tabId } from '@/tests/fakes/walk-ports';
import { disarm, fillArmed, followArmed, isArmed } from './armed';
import { enrol } from './enrol';
import { fill } from './fill';
import { emptyRecord, gestureLifeMs } from './tab-record';

const aim = { srcUrl: null, targetElementId: null };
const uri = 'otpauth://totp/C%C3%A9gep:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=C%C3%A9gep';
const elsewhere = 'https://elsewhere.example';

let world: FakeWorld;
/** The QR code is at one step, the field of the code at the next. */
beforeEach(async () => {
  world = createWorld();
  world.page.qrTexts = [uri];
  world.page.field = null;
  await enrol(world.ports, tabId, aim);
});

const state = () => {
  const { card } = world.record();
  return card?.kind === 'enrolled' ? card.fill.kind : null;
};

/** What makes a page ask for the code, and its script say so. */
async function asks(change: Partial<FakeWorld['page']> = {}, from = origin): Promise<void> {
  world.page.field = {};
  Object.assign(world.page, change);
  await fillArmed(world.ports, tabId, from);
}

describe('an enrolment whose page asks for the code later', () => {
  it('is armed, says so, and has the page wait for ten minutes', () => {
    expect(world.record().card).toMatchObject({
      fill: { kind: 'armed', host: 'id.example.org', untilMs: world.nowMs + gestureLifeMs },
    });
    expect(world.armed).toEqual([{ expectedOrigin: origin, digits: 6, forMs: gestureLifeMs }]);
    expect(world.typed).toEqual([]);
  });

  it('enters the code once the page asks, with a device name, and ties the site', async () => {
    await asks();
    expect(world.typed).toHaveLength(1);
    expect(state()).toBe('filled');
    expect(world.content.accounts).toMatchObject([{ sites: [origin], deviceName: 'Seconde sur ordinateur' }]);
    expect(world.armed.at(-1)).toBeNull();
    expect(world.shown).toContain(tabId);
  });

  it('goes on at the next page of the same site', async () => {
    world.nowMs += 60_000;
    await followArmed(world.ports, tabId);
    expect(state()).toBe('armed');
    expect(world.armed.at(-1)).toEqual({
      expectedOrigin: origin,
      digits: 6,
      forMs: gestureLifeMs - 60_000,
    });
    await asks();
    expect(world.typed).toHaveLength(1);
  });

  it('leaves boxes to the person, as on the page of the QR code', async () => {
    await asks({ field: { shape: 'boxes' } });
    expect(world.typed).toEqual([]);
    expect(state()).toBe('ready');
  });

  it('has entered its code when the person was quicker', async () => {
    world.page.field = {};
    await fill(world.ports, tabId, {
      frameId: null,
      focusedOnly: false,
      accountId: null,
      confirmedHost: null,
    });
    await asks();
    expect(world.typed).toHaveLength(1);
  });
});

describe('is not armed', () => {
  const enrolWith = async (change: Partial<FakeWorld['page']>, arrange: () => void = () => undefined) => {
    world = createWorld();
    Object.assign(world.page, { qrTexts: [uri], ...change });
    arrange();
    await enrol(world.ports, tabId, aim);
    return isArmed(world.record());
  };

  it.each<[string, Partial<FakeWorld['page']>]>([
    ['where the code went in at once', {}],
    ['where the field holds something of the person', { field: { replaceable: false } }],
    ['on an insecure address', { secureContext: false }],
    ['in a sandboxed frame', { surveyOrigin: 'null', field: null }],
    ['where the browser does not let us in', { outcome: 'grant-lost', field: null }],
  ])('%s', async (_, change) => {
    expect(await enrolWith(change)).toBe(false);
  });

  it('when the person turned off entering codes at enrolment', async () => {
    const off = () => {
      world.settings = { ...world.settings, fillAtEnrolment: false };
    };
    expect(await enrolWith({ field: null }, off)).toBe(false);
  });

  it('for an account that is verified already', async () => {
    world.content = {
      ...world.content,
      accounts: world.content.accounts.map((one) => ({ ...one, confirmed: true })),
    };
    await enrol(world.ports, tabId, aim);
    expect(isArmed(world.record())).toBe(false);
  });
});

describe('never', () => {
  const nothing = async (change?: Partial<FakeWorld['page']>, from?: string): Promise<void> => {
    await asks(change, from);
    expect(world.typed).toEqual([]);
  };

  it('a second time', async () => {
    await asks();
    await asks();
    await followArmed(world.ports, tabId);
    await asks();
    expect(world.typed).toHaveLength(1);
  });

  it('twice for two hints at the same moment', async () => {
    world.page.field = {};
    await Promise.all([1, 2, 3].map(() => fillArmed(world.ports, tabId, origin)));
    expect(world.typed).toHaveLength(1);
  });

  it('after ten minutes', async () => {
    world.nowMs += gestureLifeMs;
    await nothing();
    expect(state()).toBe('nothing');
  });

  it('on the word of another origin', () => nothing({}, elsewhere));

  it('in a frame of this origin inside another site, and that ends it', async () => {
    await nothing({ url: `${elsewhere}/` });
    expect(state()).toBe('nothing');
    await nothing({ url: `${origin}/enrol` });
  });

  it('in a field of another origin', async () => {
    await nothing({ surveyOrigin: elsewhere });
    expect(state()).toBe('armed');
  });

  it.each<[string, Partial<FakeWorld['page']>]>([
    ['another origin', { url: `${elsewhere}/` }],
    ['a page that nobody may know', { url: null }],
    ['a page that does not let us in', { outcome: 'grant-lost' }],
  ])('after the tab went to %s, back again or not', async (_, change) => {
    Object.assign(world.page, change);
    await followArmed(world.ports, tabId);
    expect(state()).toBe('nothing');
    await nothing({ url: `${origin}/enrol`, outcome: 'unchanged' });
  });

  it.each<[string, NonNullable<FakeWorld['page']['field']>]>([
    ['a field for a code sent by message or e-mail', { class: 'delivered' }],
    ['a field for a recovery code', { class: 'recovery' }],
    ['an unsure field', { certainty: 'unsure' }],
    ['a hidden field', { visible: false }],
    ['a field with somebody’s work in it', { replaceable: false }],
  ])('in %s; it goes on waiting', async (_, field) => {
    await nothing({ field });
    expect(state()).toBe('armed');
  });

  it('after *Stop*', async () => {
    await disarm(world.ports, tabId);
    expect(world.armed.at(-1)).toBeNull();
    await nothing();
  });

  it('after *Done*, or once the tab is closed', async () => {
    await world.ports.records.change(tabId, () => emptyRecord);
    await nothing();
  });

  it('another account than the one that was enrolled', async () => {
    world.content = {
      ...world.content,
      accounts: world.content.accounts.map((one) => ({ ...one, id: 'another' })),
    };
    await nothing();
  });

  it('of a vault that was locked meanwhile', async () => {
    world.ports.vault.content = async () => ({ ok: false, failure: { code: 'vault-locked' } });
    await nothing();
  });
});

it('types at most one code, of this account, at this origin, whatever a page does and says', async () => {
  const happening = fc.oneof(
    fc.record({
      hint: fc.constantFrom(origin, elsewhere),
      url: fc.constantFrom(`${origin}/next`, `${elsewhere}/`, null),
      surveyOrigin: fc.constantFrom(origin, elsewhere),
      field: fc.constantFrom(null, {}, { class: 'delivered' as const }, { certainty: 'unsure' as const }),
    }),
    fc.record({ navigate: fc.constantFrom(`${origin}/next`, `${elsewhere}/`, null) }),
    fc.record({ wait: fc.integer({ min: 0, max: gestureLifeMs }) }),
    fc.constant('stop' as const),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 8 }), async (happenings) => {
      world = createWorld();
      Object.assign(world.page, { qrTexts: [uri], field: null });
      await enrol(world.ports, tabId, aim);
      const beganMs = world.nowMs;
      let over = false;
      for (const one of happenings) {
        if (one === 'stop') await disarm(world.ports, tabId);
        else if ('wait' in one) world.nowMs += one.wait;
        else if ('navigate' in one) {
          world.page.url = one.navigate;
          await followArmed(world.ports, tabId);
        } else {
          const { hint, ...page } = one;
          Object.assign(world.page, page);
          const before = world.typed.length;
          const late = world.nowMs - beganMs >= gestureLifeMs;
          await fillArmed(world.ports, tabId, hint);
          const isRight = hint === origin && page.url === `${origin}/next` && page.surveyOrigin === origin;
          if (over || late || !isRight) expect(world.typed).toHaveLength(before);
        }
        over ||= one === 'stop' || ('navigate' in one && one.navigate !== `${origin}/next`);
      }
      expect(world.typed.length).toBeLessThanOrEqual(1);
      for (const { expectedOrigin } of world.typed) expect(expectedOrigin).toBe(origin);
    }),
    { numRuns: 300 },
  );
});
