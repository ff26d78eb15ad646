import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeWorld, createWorld, origin, tabId } from '@/tests/fakes/walk-ports';
import { createPageLinks, type PageLinks } from './page-links';
import { goOn } from './resume';
import { gestureLifeMs } from './tab-record';

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const address = `otpauth://totp/C%C3%A9gep:alice?secret=${secret}&issuer=C%C3%A9gep`;
const other = 'otpauth://totp/Omnivox:2412345?secret=JBSWY3DPEHPK3PXP&issuer=Omnivox';

let world: FakeWorld;
let links: PageLinks;
beforeEach(() => {
  world = createWorld();
  world.access.set(origin, 'kept');
  world.linkSites.add(origin);
  links = createPageLinks(world.ports);
});
const yes = () => goOn(world.ports, tabId, (gesture) => gesture);

describe('a click on an account link of a page', () => {
  it('asks, and saves nothing', async () => {
    await links.offer(tabId, origin, address);
    expect(world.record()).toMatchObject({
      card: { kind: 'page-link', host: new URL(origin).host, issuer: 'Cégep', name: 'alice', others: 0 },
      pending: { kind: 'enrol', origin, texts: [address] },
    });
    expect(world.shown).toEqual([tabId]);
    expect(world.events).toEqual([]);
  });

  it('goes on after a yes as an enrolment from that page', async () => {
    await links.offer(tabId, origin, address);
    await yes();
    expect(world.events).toEqual(['saved', 'typed', 'saved']);
    expect(world.content.accounts).toMatchObject([{ issuer: 'Cégep', name: 'alice', sites: [origin] }]);
    expect(world.record().card).toMatchObject({ kind: 'enrolled' });
  });

  it('waits for a locked vault after the yes', async () => {
    world.vaultState = { kind: 'locked' };
    await links.offer(tabId, origin, address);
    expect(world.record().card).toMatchObject({ kind: 'page-link' });
    await yes();
    expect(world.record()).toMatchObject({ card: { kind: 'locked' }, pending: { texts: [address] } });
    expect(world.events).toEqual([]);
  });

  it('dies after ten minutes', async () => {
    await links.offer(tabId, origin, address);
    world.nowMs += gestureLifeMs + 1;
    await yes();
    expect(world.record().card).toEqual({ kind: 'failed', failure: { code: 'gesture-expired' } });
    expect(world.events).toEqual([]);
  });

  it('takes the place of the one before, but not within a second', async () => {
    await links.offer(tabId, origin, address);
    world.nowMs += 999;
    await links.offer(tabId, origin, other);
    expect(world.record().card).toMatchObject({ issuer: 'Cégep' });
    world.nowMs += 1;
    await links.offer(tabId, origin, other);
    expect(world.record()).toMatchObject({ card: { issuer: 'Omnivox' }, pending: { texts: [other] } });
    expect(world.shown).toHaveLength(2);
    await yes();
    expect(world.content.accounts).toMatchObject([{ issuer: 'Omnivox' }]);
  });

  it('says how many come besides the first', async () => {
    await links.offer(tabId, origin, `${address}\n${other}`);
    expect(world.record().card).toMatchObject({ kind: 'page-link', issuer: 'Cégep', others: 1 });
  });

  it('shows hostile names short and without marks of direction', async () => {
    const label = encodeURIComponent(`<b>\u202E${'x'.repeat(4000)}\n`);
    await links.offer(tabId, origin, `otpauth://totp/${label}?secret=${secret}`);
    const card = world.record().card;
    expect(card?.kind === 'page-link' && card.name).toMatch(/^<b>x{97}$/);
  });

  it('has a sentence when the link holds no account, with nothing to say yes to', async () => {
    await links.offer(tabId, origin, 'otpauth://totp/x?secret=');
    expect(world.record()).toMatchObject({
      card: { kind: 'failed', failure: { code: 'secret-missing' } },
      pending: null,
    });
    await yes();
    expect(world.events).toEqual([]);
  });

  it('does not write over a walk that is under way', async () => {
    await world.ports.records.change(tabId, (record) => ({
      ...record,
      card: { kind: 'working', gesture: 'enrol' },
    }));
    await links.offer(tabId, origin, address);
    expect(world.record()).toMatchObject({ card: { kind: 'working' }, pending: null });
    expect(world.shown).toEqual([]);
  });
});

describe('nothing at all happens', () => {
  it.each<[string, () => void]>([
    ['where it was not chosen', () => world.linkSites.clear()],
    ['where the permission is gone', () => world.access.clear()],
    ['where the permission is for once', () => world.access.set(origin, 'once')],
    ['when the tab is not in front', () => (world.page.active = false)],
    ['when the tab is on another site', () => (world.page.url = 'https://other.example/')],
  ])('%s', async (_where, change) => {
    change();
    await links.offer(tabId, origin, address);
    expect(world.record()).toMatchObject({ card: null, pending: null });
    expect(world.shown).toEqual([]);
    expect(world.events).toEqual([]);
  });
});
