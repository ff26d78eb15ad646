/** Enrolments that take more than one QR code: a PIN, half of a key made here, an export in several parts. */
import { beforeEach, describe, expect, it } from 'vitest';
import { decodeBase32 } from '@/lib/otp/base32';
import { exportPart } from '@/tests/fakes/google-export';
import { type FakeWorld, createWorld, tabId } from '@/tests/fakes/walk-ports';
import { withoutExport } from './collect-parts';
import { enrol } from './enrol';
import { enrolText } from './enrol-texts';
import { pointAgain } from './point';
import { goOn, resumeAll } from './resume';

const aim = { srcUrl: null, targetElementId: null };
const motp = 'motp://Intranet:zoe?secret=e3152afee62599c8';

let world: FakeWorld;
beforeEach(() => {
  world = createWorld();
});

const scan = async (...texts: string[]) => {
  world.page.qrTexts = texts;
  await enrol(world.ports, tabId, aim);
};
const card = () => world.record().card;
const secrets = () => world.content.accounts.map(({ otp }) => otp.secret);

describe('an account whose codes need a PIN', () => {
  const give = (pin: string) => goOn(world.ports, tabId, (gesture) => ({ ...gesture, pin }));

  it('is asked for it before anything is saved, then saved whole and typed', async () => {
    world.nowMs = 165_892_293_000;
    await scan(motp);
    expect(card()).toEqual({ kind: 'pin', issuer: 'Intranet', name: 'zoe' });
    expect(world.content.accounts).toEqual([]);
    await give('1234');
    expect(world.content.accounts).toMatchObject([
      { issuer: 'Intranet', name: 'zoe', otp: { kind: 'motp', pin: '1234' } },
    ]);
    expect(card()).toMatchObject({ kind: 'enrolled', fill: { kind: 'filled' } });
    expect(world.typed.map(({ code }) => code)).toEqual(['e7d8b6']);
  });

  it('keeps the PIN through an unlock', async () => {
    world.vaultState = { kind: 'locked' };
    await scan(motp);
    await give('1234');
    expect(card()).toEqual({ kind: 'locked', gesture: 'enrol' });
    world.vaultState = null;
    await resumeAll(world.ports, [tabId]);
    expect(world.content.accounts).toMatchObject([{ otp: { kind: 'motp', pin: '1234' } }]);
  });

  it('takes the PIN typed now in the place of the one typed before', async () => {
    await scan(motp);
    await give('1234');
    await scan(motp);
    await give('4321');
    expect(world.content.accounts).toMatchObject([{ otp: { pin: '4321' } }]);
    expect(card()).toMatchObject({ known: true });
  });

  it('is named in the choice between several QR codes', async () => {
    await scan(motp, 'otpauth://totp/Acme:alice?secret=JBSWY3DPEHPK3PXP');
    expect(card()).toMatchObject({
      kind: 'choose',
      options: [
        { issuer: 'Intranet', name: 'zoe' },
        { issuer: 'Acme', name: 'alice' },
      ],
    });
  });
});

describe('a two-step enrolment', () => {
  const half =
    'otpauth://totp/pi:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&2step_salt=8&2step_output=20&2step_difficulty=1000';

  it('saves the whole key, shows the part to type, and types no code meanwhile', async () => {
    await scan(half);
    const seen = card();
    expect(seen).toMatchObject({ kind: 'enrolled', fill: { kind: 'nothing' }, outcome: 'waiting' });
    expect(seen?.kind === 'enrolled' && seen.clientPart).toMatch(/^[A-Z2-7]{20}$/);
    expect(world.typed).toEqual([]);
    const [secret = ''] = secrets();
    expect(decodeBase32(secret)).toHaveLength(20);
    expect(secret).not.toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  });

  it('has the same part when the same QR code is scanned again, and no second account', async () => {
    await scan(half);
    const before = card();
    await scan(half);
    expect(card()).toMatchObject({ known: true });
    const part = (seen: typeof before) => seen?.kind === 'enrolled' && seen.clientPart;
    expect(part(card())).toBe(part(before));
    expect(world.content.accounts).toHaveLength(1);
  });

  it('keeps the part through an unlock, and makes another for another QR code', async () => {
    world.vaultState = { kind: 'locked' };
    await scan(half);
    const { madePart } = world.record();
    world.vaultState = null;
    await resumeAll(world.ports, [tabId]);
    expect(world.record().madePart).toEqual(madePart);
    await scan(half.replace('alice', 'bob'));
    expect(world.record().madePart?.part).not.toBe(madePart?.part);
  });

  it('is refused with its reason when a number in it cannot be', async () => {
    await scan(half.replace('1000', '99999999999'));
    expect(card()).toMatchObject({ kind: 'failed', failure: { code: 'uri-two-step' } });
    expect(world.content.accounts).toEqual([]);
  });
});

describe('an export in several QR codes', () => {
  const people = ['alice', 'bob', 'carol', 'dave'];
  const accountOf = (name: string) => ({ secret: `key of ${name.padEnd(13)}`, name, issuer: 'Acme' });
  const part = (index: number, names: string[], { batchId = 77, size = 3 } = {}) =>
    exportPart(names.map(accountOf), { batchId, index, size });
  const parts = [part(0, ['alice', 'bob']), part(1, ['carol']), part(2, ['dave'])];
  const names = () => world.content.accounts.map(({ name }) => name);

  it.each([
    ['in order', [0, 1, 2]],
    ['out of order', [2, 0, 1]],
    ['one of them twice', [1, 1, 0, 2]],
  ])('is collected %s, each part saved at once', async (_, order) => {
    const have = new Set<number>();
    for (const index of order) {
      await scan(parts[index]!);
      have.add(index + 1);
      const seen = { kind: 'collected', size: 3, have: [...have].sort(), known: 0, other: false };
      expect(card()).toMatchObject(seen);
      expect(names()).toHaveLength(have.size + (have.has(1) ? 1 : 0));
    }
    expect(names().toSorted()).toEqual(people);
    expect(card()).toMatchObject({ added: 4 });
    expect(world.typed).toEqual([]);
    // Whole: the next export begins anew.
    expect(world.record().exportSoFar).toBeUndefined();
  });

  it('is collected at once from a page that shows all its parts', async () => {
    await scan(...parts);
    expect(card()).toMatchObject({ kind: 'collected', have: [1, 2, 3], added: 4 });
  });

  it('adds nobody twice', async () => {
    await scan(part(0, ['alice'], { batchId: 5, size: 1 }));
    expect(card()).toMatchObject({ kind: 'enrolled' });
    await scan(parts[0]!);
    expect(card()).toMatchObject({ added: 1, known: 1 });
  });

  it('never mixes with another export, unless the person starts over with it', async () => {
    await scan(parts[0]!);
    const foreign = part(1, ['erin'], { batchId: 78 });
    await scan(foreign);
    expect(card()).toMatchObject({ kind: 'collected', have: [1], other: true });
    expect(names()).toEqual(['alice', 'bob']);

    await scan(parts[1]!);
    expect(card()).toMatchObject({ have: [1, 2], other: false });

    await scan(foreign);
    await world.ports.records.change(tabId, withoutExport);
    await goOn(world.ports, tabId, (gesture) => gesture);
    expect(card()).toMatchObject({ kind: 'collected', size: 3, have: [2], added: 1, other: false });
    expect(names()).toContain('erin');
  });

  it('of the same number but another size is another export', async () => {
    await scan(parts[0]!);
    await scan(part(1, ['erin'], { size: 2 }));
    expect(card()).toMatchObject({ other: true });
  });

  it('says how many of its accounts could not be read', async () => {
    await scan(
      exportPart([accountOf('alice'), { ...accountOf('bob'), secret: '' }], {
        batchId: 1,
        index: 0,
        size: 2,
      }),
    );
    expect(card()).toMatchObject({ added: 1, unread: 1, have: [1] });
  });

  it('goes on after another account was scanned in between', async () => {
    await scan(parts[0]!);
    await scan('otpauth://totp/Acme:zed?secret=JBSWY3DPEHPK3PXP');
    await scan(parts[2]!);
    expect(card()).toMatchObject({ have: [1, 3] });
  });

  it('asks before it is kept from a private window, and waits for a locked vault', async () => {
    world.page.privateWindow = true;
    await scan(parts[0]!);
    expect(card()).toEqual({ kind: 'private-window' });
    expect(names()).toEqual([]);
    world.vaultState = { kind: 'locked' };
    await goOn(world.ports, tabId, (gesture) => ({ ...gesture, privateWindowAllowed: true }));
    expect(card()).toEqual({ kind: 'locked', gesture: 'enrol' });
    world.vaultState = null;
    await resumeAll(world.ports, [tabId]);
    expect(card()).toMatchObject({ kind: 'collected', have: [1] });
  });
});

describe('a QR code of another company’s app', () => {
  const push = 'phonefactor://activate_account?code=123456789&url=https%3A%2F%2Fx.example%2Factivatev2%2F1';
  const link = { role: 'another-app', words: 'Je souhaite utiliser une autre application' } as const;

  it('is named, and its link pointed out in the same gesture; nothing is saved', async () => {
    world.page.points = { page: 'microsoft', link };
    await scan(push);
    expect(card()).toEqual({
      kind: 'other-app',
      app: 'Microsoft Authenticator',
      advice: 'microsoft',
      link,
      byPage: false,
    });
    expect(world.pointed).toEqual(['microsoft']);
    expect(world.shown).toEqual([tabId]);
    expect(world.events).toEqual([]);
  });

  it.each([
    ['duo://abc-def', 'Duo Mobile', 'duo', 'duo'],
    ['oktaverify://a/?t=1', 'Okta Verify', 'okta', 'okta'],
    ['vipaccess://x', 'Symantec VIP Access', 'app', null],
    ['FIDO:/123', '', 'passkey', null],
  ] as const)('%s has its own advice, link or not', async (text, app, advice, pointed) => {
    await scan(text);
    expect(card()).toEqual({ kind: 'other-app', app, advice, link: null, byPage: false });
    expect(world.pointed).toEqual([pointed]);
  });

  it('of CA leads to the page about its tokens, with nothing to look for on this one', async () => {
    await scan('otp://p?u=x&n=a&c=1');
    expect(card()).toMatchObject({ kind: 'other-app', app: 'CA Mobile OTP', advice: 'token', byPage: false });
    expect(world.pointed).toEqual([]);
  });

  it('is looked for again when asked, on the page as it is by then', async () => {
    await scan(push);
    expect(card()).toMatchObject({ link: null });
    world.page.points = { page: null, link };
    await pointAgain(world.ports, tabId);
    expect(card()).toMatchObject({ kind: 'other-app', link });
    world.page.qrTexts = null;
    await pointAgain(world.ports, tabId);
    expect(card()).toMatchObject({ kind: 'other-app', link: null });
  });

  it('says no words of the page but one line of eighty characters, without marks of direction', async () => {
    const words = `\u202euse\n another  app ${'x'.repeat(100)}`;
    world.page.points = { page: null, link: { role: 'another-app', words } };
    await scan(push);
    const seen = card();
    const said = seen?.kind === 'other-app' ? (seen.link?.words ?? '') : '';
    expect(said).toMatch(/^use another app x+$/);
    expect(said).toHaveLength(80);
  });

  it.each([
    ['https://example.org/app', 'qr-web-address'],
    ['WIFI:S:Clinique;;', 'qr-wifi'],
    ['hello', 'qr-not-an-account'],
  ])('%s has a sentence of its own, and advice only where the page has a link', async (text, code) => {
    await scan(text);
    expect(card()).toMatchObject({ kind: 'failed', failure: { code } });
    world.page.points = { page: null, link: { role: 'other-method', words: 'Other options' } };
    await scan(text);
    expect(card()).toMatchObject({ kind: 'failed', failure: { code } });
    world.page.points = { page: null, link };
    await scan(text);
    expect(card()).toMatchObject({ kind: 'other-app', advice: 'not-an-app', link });
  });

  it('is known by the page where the QR code cannot be read', async () => {
    world.page.points = { page: 'microsoft', link };
    await scan('blurred');
    expect(card()).toMatchObject({ kind: 'other-app', advice: 'microsoft', byPage: true, link });
    world.page.points = { page: null, link };
    await scan('blurred');
    expect(card()).toMatchObject({ kind: 'failed', failure: { code: 'qr-unreadable' } });
    world.page.points = { page: 'microsoft', link: null };
    await scan();
    expect(card()).toMatchObject({ kind: 'failed', failure: { code: 'qr-none' } });
  });

  it('from anywhere but a page is named without a link being looked for', async () => {
    await enrolText(world.ports, tabId, push, null);
    expect(card()).toMatchObject({ kind: 'other-app', advice: 'microsoft', link: null });
    expect(world.pointed).toEqual([]);
  });
});

it('a key alone is no account yet: it is kept for the form that asks whose it is', async () => {
  await scan('GEZD GNBV GY3T QOJQ');
  expect(card()).toEqual({ kind: 'failed', failure: { code: 'qr-bare-key' } });
  expect(world.record().pending).toMatchObject({ texts: ['GEZD GNBV GY3T QOJQ'] });
  expect(world.content.accounts).toEqual([]);
});

it('a part of a series from another computer is named, and nothing of it is kept', async () => {
  await scan('SECONDE/1/2/5/ABCDEFGHIJKLMNOP/MFRGG');
  expect(card()).toEqual({ kind: 'failed', failure: { code: 'qr-series' } });
  expect(world.record().pending).toBeNull();
  expect(world.content.accounts).toEqual([]);
});
