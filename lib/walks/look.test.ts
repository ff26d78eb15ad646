import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeWorld, createWorld, origin, tabId } from '@/tests/fakes/walk-ports';
import { enrol } from './enrol';
import { look, noteSubmitted } from './look';

const aim = { srcUrl: null, targetElementId: null };
const uri = 'otpauth://totp/C%C3%A9gep:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=C%C3%A9gep';

let world: FakeWorld;
beforeEach(() => {
  world = createWorld();
  world.page.qrTexts = [uri];
});

const card = () => {
  const { card: seen } = world.record();
  if (seen?.kind !== 'enrolled') throw new Error(`expected an enrolled card, got ${JSON.stringify(seen)}`);
  return seen;
};

describe('what the site made of the code', () => {
  beforeEach(() => enrol(world.ports, tabId, aim));

  it('confirms on positive evidence only', async () => {
    world.page.outcome = 'accepted';
    await look(world.ports, tabId);
    expect(card().outcome).toBe('accepted');
    expect(world.content.accounts[0]?.confirmed).toBe(true);
  });

  it('never takes silence for a yes: it asks', async () => {
    world.page.outcome = 'silent';
    await look(world.ports, tabId);
    expect(card().outcome).toBe('waiting');
    await noteSubmitted(world.ports, tabId, { origin, cancelled: false });
    world.nowMs += 3001;
    await look(world.ports, tabId);
    expect(card().outcome).toBe('unknown');
    expect(world.content.accounts[0]?.confirmed).toBe(false);
  });

  it('asks where the grant is gone', async () => {
    world.page.outcome = 'grant-lost';
    await look(world.ports, tabId);
    expect(card().outcome).toBe('unknown');
  });

  it('looks again where the page only did not answer', async () => {
    world.page.outcome = 'no-answer';
    await look(world.ports, tabId);
    expect(card().outcome).toBe('waiting');
    world.page.outcome = 'accepted';
    await look(world.ports, tabId);
    expect(card().outcome).toBe('accepted');
  });

  it('believes a refusal, and a later acceptance', async () => {
    world.page.outcome = 'refused';
    await look(world.ports, tabId);
    expect(card().outcome).toBe('refused');
    world.page.outcome = 'accepted';
    await look(world.ports, tabId);
    expect(card().outcome).toBe('accepted');
  });

  it('ignores a submit hint of another origin', async () => {
    const evil = { origin: 'https://evil.example', cancelled: false };
    expect(await noteSubmitted(world.ports, tabId, evil)).toBe(false);
    expect(await noteSubmitted(world.ports, tabId, { origin, cancelled: false })).toBe(true);
  });

  it.each(['silent', 'grant-lost'] as const)('says that a cancelled page was left: %s', async (outcome) => {
    await noteSubmitted(world.ports, tabId, { origin, cancelled: true });
    await look(world.ports, tabId);
    expect(card().outcome).toBe('waiting');
    world.page.outcome = outcome;
    await look(world.ports, tabId);
    expect(card().outcome).toBe('left');
    expect(world.content.accounts[0]?.confirmed).toBe(false);
  });

  it('believes a page that was sent after all', async () => {
    await noteSubmitted(world.ports, tabId, { origin, cancelled: true });
    await noteSubmitted(world.ports, tabId, { origin, cancelled: false });
    world.page.outcome = 'accepted';
    await look(world.ports, tabId);
    expect(card().outcome).toBe('accepted');
  });

  it('asks where the code has gone without having been seen to be sent, and not before a while', async () => {
    world.page.outcome = 'silent';
    await look(world.ports, tabId);
    world.nowMs += 2000;
    world.page.outcome = 'unchanged';
    await look(world.ports, tabId);
    world.page.outcome = 'silent';
    await look(world.ports, tabId);
    world.nowMs += 2000;
    await look(world.ports, tabId);
    expect(card().outcome).toBe('waiting');
    world.nowMs += 2000;
    await look(world.ports, tabId);
    expect(card().outcome).toBe('unknown');
  });
});
