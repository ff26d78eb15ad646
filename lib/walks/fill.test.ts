import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeWorld, account, createWorld, origin, tabId } from '@/tests/fakes/walk-ports';
import { fill } from './fill';
import { look } from './look';
import { resumeAll } from './resume';

const asked = { frameId: null, focusedOnly: false, accountId: null, confirmedHost: null };

let world: FakeWorld;
beforeEach(() => {
  world = createWorld();
  world.content = { schema: 1, accounts: [account({ sites: [origin] })] };
});

it('types one code of the account of this site, and no card stays', async () => {
  await fill(world.ports, tabId, asked);
  expect(world.typed).toEqual([
    { expectedOrigin: origin, code: expect.stringMatching(/^\d{6}$/), focusedOnly: false, deviceName: null },
  ]);
  expect(world.record().card).toBeNull();
});

it('waits for the next step instead of typing a code twice', async () => {
  await fill(world.ports, tabId, asked);
  const firstAtMs = world.nowMs;
  await fill(world.ports, tabId, asked);
  expect(world.typed[1]?.code).not.toBe(world.typed[0]?.code);
  expect(Math.floor(world.nowMs / 30_000)).toBe(Math.floor(firstAtMs / 30_000) + 1);
});

it('says why it waits where the code was used already, and only there', async () => {
  await fill(world.ports, tabId, asked);
  expect(world.shown).toEqual([]);
  const said: unknown[] = [];
  const { show } = world.ports.surfaces;
  Object.assign(world.ports.surfaces, {
    show: (id: number) => {
      said.push(world.record().card);
      return show(id);
    },
  });
  await fill(world.ports, tabId, { ...asked, accountId: 'a1' });
  expect(said).toMatchObject([{ kind: 'signing-in', fill: { kind: 'waiting', used: true } }]);
  world.nowMs = Math.floor(world.nowMs / 30_000) * 30_000 + 57_000;
  await fill(world.ports, tabId, asked);
  expect(said).toHaveLength(1);
});

it('names the device that the site may list, and says when it could not be chosen', async () => {
  world.content = { schema: 1, accounts: [account({ sites: [origin], deviceName: 'Poste 12' })] };
  await fill(world.ports, tabId, asked);
  expect(world.typed[0]?.device).toBe('Poste 12');
  expect(world.record().card).toBeNull();
  world.page.fillReport = () => ({ kind: 'filled', rung: 'set', deviceName: null, deviceUnchosen: true });
  await fill(world.ports, tabId, asked);
  expect(world.record().card).toMatchObject({ fill: { kind: 'filled', deviceUnchosen: 'Poste 12' } });
});

it('stops waiting when the person did something else meanwhile', async () => {
  await fill(world.ports, tabId, asked);
  const { sleep } = world.ports.clock;
  Object.assign(world.ports.clock, {
    sleep: async (ms: number) => {
      await sleep(ms);
      await world.ports.records.change(tabId, (record) => ({ ...record, card: null }));
    },
  });
  await fill(world.ports, tabId, asked);
  expect(world.typed).toHaveLength(1);
});

describe('an account that is not tied to this host', () => {
  beforeEach(() => {
    world.content = { schema: 1, accounts: [account({ sites: ['https://other.example'] })] };
  });

  it('is typed only after a yes, and is tied by it', async () => {
    await fill(world.ports, tabId, { ...asked, accountId: 'a1' });
    expect(world.typed).toHaveLength(0);
    expect(world.record().card).toMatchObject({
      kind: 'ask-site',
      host: 'id.example.org',
      knownHosts: ['other.example'],
    });
    await fill(world.ports, tabId, { ...asked, accountId: 'a1', confirmedHost: 'id.example.org' });
    expect(world.typed).toHaveLength(1);
    expect(world.content.accounts[0]?.sites).toEqual(['https://other.example', origin]);
  });

  it('is asked about again when the yes was for another host', async () => {
    await fill(world.ports, tabId, {
      ...asked,
      accountId: 'a1',
      confirmedHost: 'id.example.org.evil.example',
    });
    expect(world.typed).toHaveLength(0);
    expect(world.record().card).toMatchObject({ kind: 'ask-site' });
  });
});

describe('a site that the file of an account named', () => {
  const suggestion = 'https://www.id.example.org';
  beforeEach(() => {
    world.content = {
      schema: 1,
      accounts: [account({ id: 'a0', sites: [] }), account({ sites: [], suggestedSites: [suggestion] })],
    };
  });

  it('is asked about once, with the yes at hand; typing there ties it and the suggestion has served', async () => {
    await fill(world.ports, tabId, asked);
    expect(world.typed).toHaveLength(0);
    expect(world.record().card).toMatchObject({ kind: 'ask-site', accountId: 'a1', suggested: true });
    await fill(world.ports, tabId, { ...asked, accountId: 'a1', confirmedHost: 'id.example.org' });
    expect(world.typed).toHaveLength(1);
    const tied = world.content.accounts.find(({ id }) => id === 'a1');
    expect(tied?.sites).toEqual([origin]);
    expect(tied).not.toHaveProperty('suggestedSites');
  });

  it('is no suggestion of another site under the same name', async () => {
    world.page.surveyOrigin = 'https://id.example.org.evil.example';
    await fill(world.ports, tabId, { ...asked, accountId: 'a1' });
    expect(world.record().card).not.toHaveProperty('suggested');
  });
});

it('asks which account when several belong here', async () => {
  world.content = {
    schema: 1,
    accounts: [
      account({ sites: [origin] }),
      account({ id: 'a2', name: 'bob', sites: [origin] }),
      account({ id: 'a3' }),
    ],
  };
  await fill(world.ports, tabId, asked);
  expect(world.typed).toHaveLength(0);
  expect(world.record().card).toMatchObject({ kind: 'pick-account', options: [{ id: 'a1' }, { id: 'a2' }] });
});

it.each([
  ['no field', () => (world.page.field = null), 'field-none'],
  ['only an unsure field', () => (world.page.field = { certainty: 'unsure' }), 'field-unsure'],
  ['a field for a code sent by message', () => (world.page.field = { class: 'delivered' }), 'field-none'],
  ['a hidden field', () => (world.page.field = { visible: false }), 'field-hidden'],
  ['a field that holds something else', () => (world.page.field = { replaceable: false }), 'field-occupied'],
  ['an insecure page', () => (world.page.secureContext = false), 'page-insecure'],
  ['a sandboxed frame', () => (world.page.surveyOrigin = 'null'), 'frame-opaque'],
  ['an http page', () => (world.page.surveyOrigin = 'http://intranet.example'), 'page-insecure'],
])('types nothing and says why: %s', async (_name, arrange, code) => {
  arrange();
  await fill(world.ports, tabId, asked);
  expect(world.typed).toHaveLength(0);
  expect(world.record().card).toMatchObject({
    kind: 'signing-in',
    accountId: 'a1',
    fill: { kind: 'failed', failure: { code } },
  });
});

it('takes the field the person pointed at, whatever it is called', async () => {
  world.page.field = { class: 'none', score: 1, certainty: 'unsure' };
  await fill(world.ports, tabId, { ...asked, focusedOnly: true });
  expect(world.typed).toHaveLength(1);
});

it('confirms an account by its first accepted sign-in', async () => {
  await fill(world.ports, tabId, asked);
  world.page.outcome = 'accepted';
  await look(world.ports, tabId);
  expect(world.content.accounts[0]?.confirmed).toBe(true);
});

describe('a locked vault', () => {
  beforeEach(async () => {
    world.vaultState = { kind: 'locked' };
    await fill(world.ports, tabId, asked);
    world.vaultState = null;
  });

  it('goes on with the fill by itself after the unlock', async () => {
    await resumeAll(world.ports, [tabId]);
    expect(world.typed).toHaveLength(1);
    expect(world.record().card).toBeNull();
  });

  it('types nothing when the tab went elsewhere meanwhile', async () => {
    world.page.url = 'https://elsewhere.example/';
    await resumeAll(world.ports, [tabId]);
    expect(world.typed).toHaveLength(0);
    expect(world.record().card).toMatchObject({ kind: 'failed', failure: { code: 'page-changed' } });
  });
});
