import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '@/lib/vault/account';
import { type FakeWorld, createWorld, origin, tabId } from '@/tests/fakes/walk-ports';
import { keep, putBack } from './attempts';
import { enrol } from './enrol';
import { conclude } from './look';

const aim = { srcUrl: null, targetElementId: null };
const secrets = [
  'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  'MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK',
  'NBSWY3DPFQQHO33SNRSCCIJBNBSWY3DP',
];
const uri = (secret: number, name = 'alice') =>
  `otpauth://totp/Cegep:${name}?secret=${secrets[secret] ?? ''}&issuer=Cegep`;

let world: FakeWorld;
beforeEach(() => {
  world = createWorld();
});

async function attempt(secret: number, name?: string, at = origin): Promise<void> {
  world.page.qrTexts = [uri(secret, name)];
  world.page.surveyOrigin = at;
  await enrol(world.ports, tabId, aim);
}
async function confirm(): Promise<void> {
  const { card } = world.record();
  if (card?.kind === 'enrolled') await conclude(world.ports, tabId, card, true);
}
const card = () => {
  const { card: seen } = world.record();
  if (seen?.kind !== 'enrolled') throw new Error('an enrolled card expected');
  return seen;
};
const kept = () => world.content.accounts.map(({ otp }) => secrets.indexOf(otp.secret ?? ''));
const thrown = () =>
  (world.content.trash ?? []).map(({ account }) => secrets.indexOf(account.otp.secret ?? ''));

describe('a page that started over', () => {
  it('takes the place of an attempt that was never verified, and says so', async () => {
    await attempt(0);
    await attempt(1);
    expect(kept()).toEqual([1]);
    expect(thrown()).toEqual([0]);
    expect(card().replaced).toHaveLength(1);
    expect(card().known).toBe(false);
  });

  it('knows it again also where no code was ever entered', async () => {
    world.page.field = null;
    await attempt(0);
    expect(world.content.accounts[0]).toMatchObject({ sites: [], enrolledFrom: origin });
    await attempt(1);
    expect(kept()).toEqual([1]);
  });

  it('puts the earlier one back when asked, and keeps both', async () => {
    await attempt(0);
    await attempt(1);
    expect((await putBack(world.ports, tabId)).ok).toBe(true);
    expect(kept().toSorted()).toEqual([0, 1]);
    expect(thrown()).toEqual([]);
    expect(card().replaced).toBeUndefined();
    expect((await putBack(world.ports, tabId)).ok).toBe(false);
  });

  it('brings back an attempt whose page was gone back to, as it was', async () => {
    await attempt(0);
    const [first] = world.content.accounts;
    await attempt(1);
    await attempt(0);
    expect(world.content.accounts.map(({ id }) => id)).toEqual([first?.id]);
    expect(thrown()).toEqual([1]);
  });

  it.each([
    ['another name', () => attempt(1, 'bob')],
    ['another site', () => attempt(1, 'alice', 'https://elsewhere.example')],
  ])('leaves %s alone', async (_, second) => {
    await attempt(0);
    await second();
    expect(kept()).toEqual([0, 1]);
    expect(card().replaced).toBeUndefined();
  });

  it('compares nothing for a picture that came from no page', async () => {
    await attempt(0);
    await attempt(1, 'alice', 'null');
    expect(kept()).toEqual([0, 1]);
  });
});

describe('a new secret beside a verified one', () => {
  beforeEach(async () => {
    await attempt(0);
    await confirm();
    await attempt(1);
  });

  it('stays beside it, and asks nothing, until it is verified too', async () => {
    expect(kept()).toEqual([0, 1]);
    expect(card()).toMatchObject({ known: false });
    expect(card().replaced).toBeUndefined();
    expect(card().older).toBeUndefined();
    expect((await keep(world.ports, tabId, 'newest')).ok).toBe(false);
    expect(kept()).toEqual([0, 1]);
  });

  it('asks then which to keep: the newest', async () => {
    await confirm();
    expect(card().older).toHaveLength(1);
    await keep(world.ports, tabId, 'newest');
    expect(kept()).toEqual([1]);
    expect(thrown()).toEqual([0]);
    expect(card().older).toBeUndefined();
  });

  it('or both', async () => {
    await confirm();
    await keep(world.ports, tabId, 'both');
    expect(kept()).toEqual([0, 1]);
    expect(card().older).toBeUndefined();
  });

  it('is itself replaced by a third attempt, the verified one never', async () => {
    await attempt(2);
    expect(kept()).toEqual([0, 2]);
    expect(thrown()).toEqual([1]);
  });
});

it('lets an imported account stay that is typed at this site, though nobody saw it verified, and asks in the end', async () => {
  await attempt(0);
  const [first] = world.content.accounts as [Account];
  const { enrolledFrom: _, ...imported } = first;
  world.content = { ...world.content, accounts: [{ ...imported, sites: [origin] }] };
  await attempt(1);
  expect(kept()).toEqual([0, 1]);
  expect(thrown()).toEqual([]);
  expect(card().replaced).toBeUndefined();
  await confirm();
  expect(card().older).toHaveLength(1);
});

it('never keeps two unverified attempts of one name, and never loses a verified one, whatever the pages do', async () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('attempt' as const),
      secret: fc.nat(3),
      name: fc.constantFrom('alice', 'bob'),
      at: fc.constantFrom(origin, 'https://elsewhere.example'),
      field: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('confirm' as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      world = createWorld();
      const verified = new Set<string>();
      for (const one of steps) {
        if (one.kind === 'attempt') {
          world.page.field = one.field ? {} : null;
          await attempt(one.secret, one.name, one.at);
        } else await confirm();
        const { accounts } = world.content;
        const unverified = accounts.filter((account) => !account.confirmed).map(attemptOf);
        expect(new Set(unverified).size).toBe(unverified.length);
        expect(new Set(accounts.map(({ otp }) => otp.secret)).size).toBe(accounts.length);
        for (const { id, confirmed } of accounts) if (confirmed) verified.add(id);
        for (const id of verified) expect(accounts.some((account) => account.id === id)).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

const attemptOf = ({ issuer, name, enrolledFrom }: Account) => `${issuer} ${name} ${enrolledFrom ?? ''}`;
