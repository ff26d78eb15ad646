import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeWorld, account, createWorld, origin, tabId } from '@/tests/fakes/walk-ports';
import { fill, giveBackFrame } from './fill';
import {
  askedForFrame,
  fillChosenField,
  fillFrame,
  fillOtherAccount,
  isFillReady,
  neverFillHere,
  showCorrection,
} from './site-answers';

const asked = { frameId: null, focusedOnly: false, accountId: null, confirmedHost: null };
const candidate = (key: string, label: string, score = 2) => ({
  key,
  label,
  place: 'Valider',
  class: 'none' as const,
  score,
  reasons: [],
});

let world: FakeWorld;
beforeEach(() => {
  world = createWorld();
  world.content = { schema: 1, accounts: [account({ sites: [origin] })] };
});

const card = () => world.record().card;

describe('a page without a sure field', () => {
  beforeEach(async () => {
    world.page.field = { certainty: 'unsure' };
    world.page.candidates = [candidate('k1', 'Code'), candidate('k2', 'Numéro')];
    await fill(world.ports, tabId, asked);
  });

  it('is shown as a list, with what could not be told', () => {
    expect(world.typed).toHaveLength(0);
    expect(card()).toEqual({
      kind: 'pick-field',
      host: 'id.example.org',
      accountId: 'a1',
      failure: { code: 'field-unsure' },
      options: [
        { label: 'Code', place: 'Valider' },
        { label: 'Numéro', place: 'Valider' },
      ],
    });
  });

  it('is shown without what turns the words of our own sentence round', async () => {
    world.page.candidates = [{ ...candidate('k1', 'C\u202Eode\u0007'), place: '\u2067Oui\u2028non' }];
    await fill(world.ports, tabId, asked);
    expect(card()).toMatchObject({ options: [{ label: 'Code', place: 'Oui non' }] });
  });

  it('gets the chosen field pointed out, filled and remembered', async () => {
    await fillChosenField(world.ports, tabId, 1);
    expect(world.events).toEqual(['pointed k2', 'saved', 'typed']);
    expect(world.typed[0]).toMatchObject({ candidateKey: 'k2', focusedOnly: false });
    expect(world.content.sites).toEqual({ [origin]: { field: 'k2' } });
  });

  it('says that the page changed when the field is gone, and remembers nothing', async () => {
    world.page.candidates = [];
    await fillChosenField(world.ports, tabId, 1);
    expect(world.typed).toHaveLength(0);
    expect(world.content.sites).toBeUndefined();
    expect(card()).toMatchObject({ failure: { code: 'page-changed' } });
  });

  it('takes no answer to a list that is not there', async () => {
    await fillChosenField(world.ports, tabId, 7);
    expect(world.typed).toHaveLength(0);
    expect(card()).toMatchObject({ failure: { code: 'gesture-expired' } });
  });
});

it('offers no field that waits for a code by message', async () => {
  world.page.field = null;
  world.page.candidates = [{ ...candidate('k1', 'Code reçu par texto'), class: 'delivered' }];
  await fill(world.ports, tabId, asked);
  expect(card()).toMatchObject({ kind: 'signing-in', fill: { failure: { code: 'field-none' } } });
});

describe('several accounts of one site', () => {
  beforeEach(() => {
    world.content = {
      schema: 1,
      accounts: [account({ sites: [origin] }), account({ id: 'a2', name: 'bob', sites: [origin] })],
    };
  });

  it('are told apart by the only name that the page shows', async () => {
    world.page.shows = [false, true];
    await fill(world.ports, tabId, asked);
    expect(world.typed).toHaveLength(1);
    expect(world.record().last).toMatchObject({ accountId: 'a2', unattended: false });
  });

  it.each([[[true, true]], [[false, false]], [[]]])(
    'are asked about when the page shows %j',
    async (shows) => {
      world.page.shows = shows;
      await fill(world.ports, tabId, asked);
      expect(world.typed).toHaveLength(0);
      expect(card()).toMatchObject({ kind: 'pick-account' });
    },
  );

  it('go by the one chosen for the site before', async () => {
    world.content = { ...world.content, sites: { [origin]: { accountId: 'a2' } } };
    world.page.shows = [true, false];
    await fill(world.ports, tabId, asked);
    expect(world.record().last?.accountId).toBe('a2');
  });
});

describe('a frame of another site', () => {
  const frame = 'https://login.example.net';
  beforeEach(async () => {
    world.content = { schema: 1, accounts: [account({ sites: [frame] })] };
    world.page.field = null;
    world.page.foreignFrames = [frame, 'http://insecure.example'];
    await fill(world.ports, tabId, asked);
  });

  const given = async () => {
    await askedForFrame(world.ports, tabId, frame);
    world.access.set(frame, 'once');
    world.page.field = {};
    world.page.frameId = 3;
    world.page.surveyOrigin = frame;
    await fillFrame(world.ports, tabId, frame);
  };

  it('is named with the page around it, and only where it is secure', () => {
    expect(card()).toMatchObject({
      kind: 'ask-frame',
      topHost: 'id.example.org',
      frames: [{ origin: frame, host: 'login.example.net' }],
    });
  });

  it('is filled once the browser lets us in, once, and the permission goes', async () => {
    await given();
    expect(world.typed).toMatchObject([{ expectedOrigin: frame }]);
    expect(world.access.size).toBe(0);
    await fillFrame(world.ports, tabId, frame);
    expect(world.typed).toHaveLength(1);
  });

  it('keeps a permission that the person gave to stay', async () => {
    world.access.set(frame, 'kept');
    await askedForFrame(world.ports, tabId, frame);
    world.page.field = {};
    world.page.frameId = 3;
    world.page.surveyOrigin = frame;
    await fillFrame(world.ports, tabId, frame);
    expect(world.access.get(frame)).toBe('kept');
  });

  it('says so when the browser does not let us in', async () => {
    await askedForFrame(world.ports, tabId, frame);
    await fillFrame(world.ports, tabId, frame);
    expect(card()).toMatchObject({ failure: { code: 'frame-foreign' } });
  });

  it('is not asked about for an origin that the card did not name', async () => {
    await askedForFrame(world.ports, tabId, 'https://evil.example');
    expect(world.record().pending).toBeNull();
  });

  it('of a site that the account does not belong to is asked about again, both hosts named', async () => {
    world.content = { schema: 1, accounts: [account({ sites: ['https://else.example'] })] };
    await given();
    expect(world.typed).toHaveLength(0);
    expect(card()).toMatchObject({ kind: 'ask-site', host: 'login.example.net', framedBy: 'id.example.org' });
    expect(world.access.has(frame)).toBe(true);
    const left = world.record();
    await giveBackFrame(world.ports, tabId);
    expect(world.access.has(frame)).toBe(false);
    world.access.set(frame, 'once');
    await world.ports.records.change(tabId, () => left);
    await fill(world.ports, tabId, {
      ...asked,
      accountId: 'a1',
      confirmedHost: 'login.example.net',
      confirmedTop: 'id.example.org',
    });
    expect(world.typed).toHaveLength(1);
    expect(world.access.has(frame)).toBe(false);
  });
});

it('asks, naming both, when a confirmed site is framed by another page, even where the browser lets us in', async () => {
  world.page.url = 'https://evil.example/frames';
  world.page.frameId = 2;
  await fill(world.ports, tabId, asked);
  expect(world.typed).toHaveLength(0);
  expect(card()).toMatchObject({ kind: 'ask-site', host: 'id.example.org', framedBy: 'evil.example' });
  await fill(world.ports, tabId, { ...asked, accountId: 'a1', confirmedHost: 'id.example.org' });
  expect(world.typed).toHaveLength(0);
  await fill(world.ports, tabId, {
    ...asked,
    accountId: 'a1',
    confirmedHost: null,
    confirmedTop: 'evil.example',
  });
  expect(world.typed).toHaveLength(1);
});

describe('an insecure page', () => {
  beforeEach(() => {
    world.page.url = 'http://intranet.example/x';
    world.page.surveyOrigin = 'http://intranet.example';
    world.page.secureContext = false;
    world.content = { schema: 1, accounts: [account({ sites: ['http://intranet.example'] })] };
  });

  it('is refused by a card of its own', async () => {
    await fill(world.ports, tabId, asked);
    expect(world.typed).toHaveLength(0);
    expect(card()).toMatchObject({ kind: 'insecure', host: 'intranet.example' });
  });

  it('is filled once the person allowed its host by name', async () => {
    world.content = { ...world.content, httpHosts: ['intranet.example'] };
    await fill(world.ports, tabId, asked);
    expect(world.typed).toMatchObject([{ expectedOrigin: 'http://intranet.example', insecureAllowed: true }]);
  });

  it('is not filled because another host was allowed', async () => {
    world.content = { ...world.content, httpHosts: ['intranet.example:8080', 'example'] };
    await fill(world.ports, tabId, asked);
    expect(world.typed).toHaveLength(0);
  });
});

describe('the question about a new site', () => {
  beforeEach(() => {
    world.content = { schema: 1, accounts: [account({ sites: ['https://id.examp1e.org'] })] };
  });

  it('says what the host resembles', async () => {
    await fill(world.ports, tabId, asked);
    expect(card()).toMatchObject({
      kind: 'ask-site',
      resembles: { kind: 'letters', host: 'id.example.org', known: 'id.examp1e.org' },
    });
  });

  it('says which known host has the same owner', async () => {
    world.page.url = 'https://login.live.com/';
    world.page.surveyOrigin = 'https://login.live.com';
    world.content = {
      schema: 1,
      accounts: [account({ id: 'z' }), account({ sites: ['https://login.microsoftonline.com'] })],
    };
    await fill(world.ports, tabId, asked);
    expect(card()).toMatchObject({ kind: 'pick-account', options: [{ id: 'a1' }, { id: 'z' }] });
    await fill(world.ports, tabId, { ...asked, accountId: 'a1' });
    expect(card()).toMatchObject({ kind: 'ask-site', kin: 'login.microsoftonline.com' });
  });

  it.each([
    ['example.org', ['example.org']],
    ['org', undefined],
    ['evil.org', undefined],
  ])('widens to %s only what lies under it', async (widenTo, domains) => {
    await fill(world.ports, tabId, { ...asked, accountId: 'a1', confirmedHost: 'id.example.org', widenTo });
    expect(world.typed).toHaveLength(1);
    expect(world.content.accounts[0]?.domains).toEqual(domains);
    expect(world.content.accounts[0]?.sites).toContain(origin);
  });

  it('widens nothing without the yes for this host', async () => {
    world.content = { schema: 1, accounts: [account({ sites: [origin] })] };
    await fill(world.ports, tabId, { ...asked, widenTo: 'example.org' });
    expect(world.content.accounts[0]?.domains).toBeUndefined();
  });
});

describe('this was wrong', () => {
  beforeEach(async () => {
    world.content = {
      schema: 1,
      accounts: [account({ sites: [origin] }), account({ id: 'a2', name: 'bob' })],
    };
    world.page.field = { reasons: ['label'] };
    world.page.candidates = [candidate('k1', 'Code'), candidate('k2', 'Numéro')];
    await fill(world.ports, tabId, asked);
    await showCorrection(world.ports, tabId);
  });

  it('says which field, which account and why, and what it could be instead', () => {
    expect(card()).toMatchObject({
      kind: 'correct',
      accountId: 'a1',
      host: 'id.example.org',
      field: { label: 'Code', place: 'Valider' },
      reasons: ['label'],
      accounts: [{ id: 'a2' }],
      fields: [{ label: 'Numéro' }],
    });
  });

  it('puts it right with another account, for the next times too', async () => {
    await fillOtherAccount(world.ports, tabId, 'a2');
    expect(world.record().last?.accountId).toBe('a2');
    expect(world.content.sites).toEqual({ [origin]: { accountId: 'a2' } });
    await fill(world.ports, tabId, asked);
    expect(world.record().last?.accountId).toBe('a2');
  });

  it('puts it right with another field', async () => {
    await fillChosenField(world.ports, tabId, 0);
    expect(world.typed.at(-1)).toMatchObject({ candidateKey: 'k2' });
    expect(world.content.sites).toEqual({ [origin]: { field: 'k2' } });
  });

  it('never enters anything there again, and says so', async () => {
    await neverFillHere(world.ports, tabId);
    const before = world.typed.length;
    await fill(world.ports, tabId, asked);
    expect(world.typed).toHaveLength(before);
    expect(card()).toMatchObject({ kind: 'never-here', host: 'id.example.org' });
  });
});

describe('Enter in the popup', () => {
  it('is ready where one sure field waits and an account belongs', async () => {
    expect(await isFillReady(world.ports, tabId)).toBe(true);
  });

  it.each([
    ['no field', () => (world.page.field = null)],
    ['an unsure field', () => (world.page.field = { certainty: 'unsure' })],
    ['another host', () => (world.page.surveyOrigin = 'https://other.example')],
    ['a frame of another page', () => Object.assign(world.page, { frameId: 2, url: 'https://top.example' })],
    [
      'a site where nothing is to be entered',
      () => (world.content = { ...world.content, sites: { [origin]: { never: true } } }),
    ],
  ])('is not ready: %s', async (_name, arrange) => {
    arrange();
    expect(await isFillReady(world.ports, tabId)).toBe(false);
  });
});
