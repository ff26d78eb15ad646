import { describe, expect, it } from 'vitest';
import { createWorld, origin, tabId } from '@/tests/fakes/walk-ports';
import { emptyHand } from '@/lib/otp/by-hand';
import {
  enrolByHand,
  enrolSelection,
  enrolText,
  lookAtTexts,
  originOfPicture,
  previewCode,
} from './enrol-texts';
import { gestureLifeMs } from './tab-record';

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const address = `otpauth://totp/C%C3%A9gep:alice?secret=${secret}&issuer=C%C3%A9gep`;
const key = 'gezd gnbv gy3t qojq gezd gnbv gy3t qojq';

describe('a text from anywhere', () => {
  it('is saved and entered in the page that gave it, which is tied', async () => {
    const world = createWorld();
    await enrolText(world.ports, tabId, address, origin);
    expect(world.events).toEqual(['saved', 'typed', 'saved']);
    expect(world.content.accounts).toMatchObject([{ issuer: 'Cégep', name: 'alice', sites: [origin] }]);
    expect(world.record().card).toMatchObject({ kind: 'enrolled', fill: { kind: 'filled' } });
  });

  it('is saved only, and ties no site, when no page is known to have given it', async () => {
    const world = createWorld();
    await enrolText(world.ports, tabId, address, null);
    expect(world.typed).toEqual([]);
    expect(world.content.accounts).toMatchObject([{ sites: [] }]);
    expect(world.record().card).toMatchObject({ kind: 'enrolled', fill: { kind: 'nothing' } });
  });

  it('adds all accounts of a list at once, and fills nothing', async () => {
    const world = createWorld();
    const other = 'otpauth://totp/Omnivox:2412345?secret=JBSWY3DPEHPK3PXP';
    await enrolText(world.ports, tabId, `${address}\n${other}`, origin);
    expect(world.content.accounts.map(({ issuer }) => issuer)).toEqual(['Cégep', 'Omnivox']);
    expect(world.typed).toEqual([]);
    expect(world.record().card).toMatchObject({ kind: 'enrolled', others: 1 });
  });

  it('waits for a locked vault', async () => {
    const world = createWorld();
    world.vaultState = { kind: 'locked' };
    await enrolText(world.ports, tabId, address, origin);
    expect(world.record()).toMatchObject({
      card: { kind: 'locked', gesture: 'enrol' },
      pending: { texts: [address], origin },
    });
  });

  it.each([
    ['qr-web-address', 'https://www.example.org/'],
    ['qr-empty', ''],
    ['qr-not-an-account', 'x'.repeat(100_000)],
    ['secret-missing', 'otpauth://totp/x?secret='],
    ['secret-too-long', `otpauth://totp/x?secret=${'A'.repeat(10_000)}`],
  ])('says %s and stores nothing', async (code, text) => {
    const world = createWorld();
    await enrolText(world.ports, tabId, text, origin);
    expect(world.record().card).toEqual({ kind: 'failed', failure: expect.objectContaining({ code }) });
    expect(world.events).toEqual([]);
  });

  it('keeps a hostile label short, on one line and without direction marks', async () => {
    const world = createWorld();
    const label = encodeURIComponent(`<b>\u202E${'x'.repeat(10_000)}\n`);
    await enrolText(
      world.ports,
      tabId,
      `otpauth://totp/${label}?secret=${secret}&issuer=%3Cimg%20src%3Dx%3E`,
      null,
    );
    const [account] = world.content.accounts;
    expect(account?.issuer).toBe('<img src=x>');
    expect(account?.name).toMatch(/^<b>x+$/);
    expect(account?.name).toHaveLength(300);
  });
});

describe('the picture of a page', () => {
  const taken = { origin, atMs: 1_700_000_000_000 };

  it('speaks for its page while the tab is still there', async () => {
    const world = createWorld();
    expect(await originOfPicture(world.ports, tabId, taken)).toBe(origin);
  });

  it.each([
    ['another origin', 'https://other.example.org/'],
    ['an address that is no longer known', null],
  ])('does not when the tab went to %s', async (_where, url) => {
    const world = createWorld();
    world.page.url = url;
    expect(await originOfPicture(world.ports, tabId, taken)).toBeNull();
  });

  it('does not for ever', async () => {
    const world = createWorld();
    world.nowMs = taken.atMs + gestureLifeMs + 1;
    expect(await originOfPicture(world.ports, tabId, taken)).toBeNull();
  });

  it('does not when none was taken, or of a page that has no origin', async () => {
    const world = createWorld();
    expect(await originOfPicture(world.ports, tabId, null)).toBeNull();
    expect(await originOfPicture(world.ports, tabId, { ...taken, origin: null })).toBeNull();
  });
});

describe('a selected text', () => {
  it('is added at once when it is an address', async () => {
    const world = createWorld();
    expect(await enrolSelection(world.ports, tabId, ` ${address}\n`, origin)).toBeNull();
    expect(world.content.accounts).toMatchObject([{ issuer: 'Cégep', sites: [origin] }]);
  });

  it('is given to the form when it is a key, and stores nothing', async () => {
    const world = createWorld();
    expect(await enrolSelection(world.ports, tabId, `Clé secrète : ${key}`, origin)).toEqual({ key });
    expect(world.events).toEqual([]);
    expect(world.record().card).toBeNull();
  });

  it('has a sentence when it is neither', async () => {
    const world = createWorld();
    expect(await enrolSelection(world.ports, tabId, 'Bonjour madame', origin)).toBeNull();
    expect(world.record().card).toEqual({ kind: 'failed', failure: { code: 'text-without-key' } });
    expect(world.shown).toEqual([tabId]);
  });
});

describe('a key typed by hand', () => {
  const fields = {
    ...emptyHand,
    key,
    issuer: 'Garderie',
    name: 'zoé',
    digits: 8,
    algorithm: 'SHA256' as const,
  };

  it('is an account, of no site', async () => {
    const world = createWorld();
    expect(await enrolByHand(world.ports, tabId, fields)).toEqual({ ok: true, value: null });
    expect(world.content.accounts).toMatchObject([
      {
        issuer: 'Garderie',
        name: 'zoé',
        sites: [],
        otp: { kind: 'totp', secret, digits: 8, algorithm: 'SHA256', periodSeconds: 30 },
      },
    ]);
    expect(world.typed).toEqual([]);
  });

  it('that cannot be read is answered to the form: nothing is stored, no card is shown', async () => {
    const world = createWorld();
    expect(await enrolByHand(world.ports, tabId, { ...fields, key: 'GEZ0' })).toMatchObject({
      ok: false,
      failure: { code: 'secret-character' },
    });
    expect(world.events).toEqual([]);
    expect(world.record().card).toBeNull();
  });

  it.each([
    // RFC 6238, appendix B: T = 59 s.
    ['totp' as const, { digits: 8 }, '94287082', 60_000],
    // RFC 4226, appendix D: counter 1.
    ['hotp' as const, { counter: 1 }, '287082', null],
  ])('has its code as %s without being kept', (kind, change, code, expiresAtMs) => {
    expect(previewCode({ ...emptyHand, key, kind, ...change }, 59_000)).toEqual({
      ok: true,
      value: {
        code,
        expiresAtMs,
        periodSeconds: expiresAtMs === null ? null : 30,
        keyLength: 32,
        short: false,
      },
    });
  });
});

it('says whose account each text is, or why it is none', () => {
  expect(lookAtTexts([address, 'WIFI:S:x;;', `${address}\notpauth://totp/b?secret=${secret}`])).toEqual([
    { kind: 'account', issuer: 'Cégep', name: 'alice', others: 0 },
    { kind: 'failure', failure: { code: 'qr-wifi' } },
    { kind: 'account', issuer: 'Cégep', name: 'alice', others: 1 },
  ]);
});
