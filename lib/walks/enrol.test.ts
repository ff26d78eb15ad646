import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeWorld, createWorld, origin, tabId } from '@/tests/fakes/walk-ports';
import { fillFromCard } from './confirm-in-page';
import { enrol } from './enrol';
import { fill } from './fill';
import { noteSubmitted } from './look';
import { goOn, resumeAll } from './resume';
import { gestureLifeMs } from './tab-record';

const aim = { srcUrl: null, targetElementId: null };
const uri = 'otpauth://totp/C%C3%A9gep:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=C%C3%A9gep';
const other = 'otpauth://totp/Daycare:bob?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Daycare';
const counted = 'otpauth://hotp/Cegep:carol?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Cegep&counter=0';

const shortcut = { frameId: null, focusedOnly: false, accountId: null, confirmedHost: null };

let world: FakeWorld;
let askedElsewhere: string[];
const elsewhere = async (accountId: string) => void askedElsewhere.push(accountId);
beforeEach(() => {
  askedElsewhere = [];
  world = createWorld();
  world.page.qrTexts = [uri];
});

const card = () => {
  const { card: seen } = world.record();
  if (seen?.kind !== 'enrolled') throw new Error(`expected an enrolled card, got ${JSON.stringify(seen)}`);
  return seen;
};

describe('a page that shows one QR code and asks for its code', () => {
  it('saves before it types, types the code and a device name, and ties the site', async () => {
    await enrol(world.ports, tabId, aim);
    expect(world.events[0]).toBe('saved');
    expect(world.typed).toEqual([
      {
        expectedOrigin: origin,
        code: expect.stringMatching(/^\d{6}$/),
        focusedOnly: false,
        deviceName: 'Seconde sur ordinateur',
      },
    ]);
    expect(world.content.accounts).toMatchObject([
      {
        issuer: 'Cégep',
        name: 'alice',
        sites: [origin],
        confirmed: false,
        deviceName: 'Seconde sur ordinateur',
      },
    ]);
    expect(card()).toMatchObject({
      known: false,
      outcome: 'waiting',
      button: 'Enregistrer',
      fill: { kind: 'filled', host: 'id.example.org' },
    });
    expect(world.shown).toContain(tabId);
  });

  it('keeps one account for the same secret shown twice', async () => {
    await enrol(world.ports, tabId, aim);
    await enrol(world.ports, tabId, aim);
    expect(world.content.accounts).toHaveLength(1);
    expect(card().known).toBe(true);
  });

  it('asks whose computer this is after the first account, once', async () => {
    world.settings = { ...world.settings, computer: null };
    await enrol(world.ports, tabId, aim);
    expect(card().askComputer).toBe(true);
    world.page.qrTexts = [other];
    await enrol(world.ports, tabId, aim);
    expect(card().askComputer).toBe(false);
  });

  it('types nothing when the person turned that off', async () => {
    world.settings = { ...world.settings, fillAtEnrolment: false };
    await enrol(world.ports, tabId, aim);
    expect(world.typed).toHaveLength(0);
    expect(world.content.accounts).toMatchObject([{ sites: [] }]);
  });

  it('leaves boxes for the card, which fills them on the press of its button', async () => {
    world.page.field = { shape: 'boxes' };
    await enrol(world.ports, tabId, aim);
    expect(world.typed).toHaveLength(0);
    expect(card().fill).toEqual({ kind: 'ready', host: 'id.example.org', why: 'boxes' });
    expect(world.content.accounts).toMatchObject([{ sites: [] }]);
    await fillFromCard(world.ports, tabId, elsewhere);
    expect(world.typed).toHaveLength(1);
    expect(card().fill.kind).toBe('filled');
    expect(world.content.accounts).toMatchObject([{ sites: [origin] }]);
  });

  it('enters nothing in a frame of that site inside another page, by no gesture, without asking', async () => {
    world.page.field = { shape: 'boxes' };
    await enrol(world.ports, tabId, aim);
    Object.assign(world.page, { url: 'https://evil.example/', frameId: 3 });
    const asked: string[] = [];
    await fillFromCard(world.ports, tabId, async (id) => void asked.push(id));
    expect(asked).toEqual([card().accountId]);
    await fill(world.ports, tabId, {
      frameId: null,
      focusedOnly: false,
      accountId: null,
      confirmedHost: null,
    });
    expect(world.typed).toEqual([]);
    expect(world.record().card).toMatchObject({ kind: 'ask-site', framedBy: 'evil.example' });
  });

  it('moves the counter of an HOTP account past the code it typed', async () => {
    world.page.qrTexts = [counted];
    await enrol(world.ports, tabId, aim);
    expect(world.typed[0]?.code).toBe('755224');
    expect(world.content.accounts[0]?.otp).toMatchObject({ kind: 'hotp', counter: 1 });
  });

  it('waits for a fresh code when this one is about to die', async () => {
    world.nowMs = Math.floor(world.nowMs / 30_000) * 30_000 + 27_000;
    await enrol(world.ports, tabId, aim);
    expect(world.nowMs % 30_000).toBe(0);
    expect(world.countDowns.at(-1)).toBeNull();
    expect(card().fill.kind).toBe('filled');
  });

  it('gives a fresh code from the card, never the one already typed', async () => {
    await enrol(world.ports, tabId, aim);
    await fillFromCard(world.ports, tabId, elsewhere);
    expect(world.typed[1]?.code).not.toBe(world.typed[0]?.code);
  });
});

describe('a page that does not take the code', () => {
  it.each([
    ['no field', () => (world.page.field = null)],
    ['a search box', () => (world.page.field = { class: 'none', score: 0, certainty: 'unsure' })],
    ['an unsure field', () => (world.page.field = { certainty: 'unsure' })],
    ['a field for a code sent by message', () => (world.page.field = { class: 'delivered' })],
    ['a hidden field', () => (world.page.field = { visible: false })],
    ['an insecure address', () => (world.page.secureContext = false)],
    ['a field in a sandboxed frame', () => (world.page.surveyOrigin = 'null')],
  ])('%s: the account is saved without a site and nothing is typed', async (_name, arrange) => {
    arrange();
    await enrol(world.ports, tabId, aim);
    expect(world.typed).toHaveLength(0);
    expect(world.content.accounts).toMatchObject([{ issuer: 'Cégep', sites: [] }]);
  });

  it('says when the page refuses the code, and does not tie the site', async () => {
    world.page.fillReport = () => ({ kind: 'refused', why: 'field-refused' });
    await enrol(world.ports, tabId, aim);
    expect(card().fill).toEqual({ kind: 'failed', failure: { code: 'field-refused' } });
    expect(world.content.accounts).toMatchObject([{ sites: [] }]);
  });
});

describe('bad input changes nothing', () => {
  it.each([
    ['https://example.org/', 'qr-web-address'],
    ['WIFI:T:WPA;S:x;P:y;;', 'qr-wifi'],
    ['otpauth://totp/a?secret=GEZDGNBV1&issuer=x', 'secret-character'],
    ['otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ&algorithm=SHA3', 'algorithm-unknown'],
    ['otpauth://totp/a', 'secret-missing'],
    ['blurred', 'qr-unreadable'],
  ])('%s: %s', async (text, code) => {
    world.page.qrTexts = [text];
    await enrol(world.ports, tabId, aim);
    expect(world.record().card).toMatchObject({ kind: 'failed', failure: { code } });
    expect(world.events).toEqual([]);
  });

  it('says so when there is no code, and where scripts may not run', async () => {
    world.page.qrTexts = [];
    await enrol(world.ports, tabId, aim);
    expect(world.record().card).toMatchObject({ failure: { code: 'qr-none' } });
    world.page.qrTexts = null;
    await enrol(world.ports, tabId, aim);
    expect(world.record().card).toMatchObject({ failure: { code: 'page-protected' } });
  });
});

describe('several codes', () => {
  it('takes the one pointed at', async () => {
    world.page.aimedText = other;
    await enrol(world.ports, tabId, aim);
    expect(world.content.accounts).toMatchObject([{ issuer: 'Daycare' }]);
  });

  it('asks which, and saves only that one', async () => {
    world.page.qrTexts = [uri, other];
    await enrol(world.ports, tabId, aim);
    expect(world.record().card).toEqual({
      kind: 'choose',
      options: [
        { issuer: 'Cégep', name: 'alice' },
        { issuer: 'Daycare', name: 'bob' },
      ],
    });
    await goOn(world.ports, tabId, (gesture) => ({ ...gesture, texts: gesture.texts.slice(1) }));
    expect(world.content.accounts).toMatchObject([{ issuer: 'Daycare' }]);
  });

  it('leaves out codes that are no account', async () => {
    world.page.qrTexts = ['https://example.org/', uri];
    await enrol(world.ports, tabId, aim);
    expect(world.content.accounts).toMatchObject([{ issuer: 'Cégep' }]);
  });
});

describe('a page that shows a key as text', () => {
  const parameters = { kind: 'hotp', algorithm: 'SHA512', digits: '8', moving: '3' } as const;
  const key = { key: 'JBSW Y3DP EHPK 3PXP', issuer: 'Réseau', parameters };
  const lone = { ...key, issuer: '', parameters: null };

  it('is taken at its word where it lists all that makes a code', async () => {
    world.page.qrTexts = [];
    world.page.written = [key];
    await enrol(world.ports, tabId, aim);
    expect(world.content.accounts).toMatchObject([
      {
        issuer: 'Réseau',
        otp: { kind: 'hotp', secret: 'JBSWY3DPEHPK3PXP', algorithm: 'SHA512', digits: 8 },
      },
    ]);
    expect(card().warnings).toEqual(['name-missing']);
    expect(world.typed).toHaveLength(1);
  });

  it('is asked about where the key stands alone, and saved only after the yes', async () => {
    world.page.qrTexts = [];
    world.page.written = [lone];
    await enrol(world.ports, tabId, aim);
    expect(world.record().card).toEqual({
      kind: 'choose',
      options: [{ issuer: 'id.example.org', name: '' }],
      written: true,
    });
    expect([world.content.accounts, world.typed]).toEqual([[], []]);
    await goOn(world.ports, tabId, (gesture) => gesture);
    expect(world.content.accounts).toMatchObject([{ issuer: 'id.example.org', name: '' }]);
    expect(world.typed).toHaveLength(1);
  });

  it('is not asked about when a QR code can be read', async () => {
    world.page.written = [lone];
    await enrol(world.ports, tabId, aim);
    expect(world.content.accounts).toMatchObject([{ issuer: 'Cégep' }]);
  });
});

it('tells of a private window before it saves', async () => {
  world.page.privateWindow = true;
  await enrol(world.ports, tabId, aim);
  expect(world.record().card).toEqual({ kind: 'private-window' });
  expect(world.content.accounts).toHaveLength(0);
  await goOn(world.ports, tabId, (gesture) => ({ ...gesture, privateWindowAllowed: true }));
  expect(world.content.accounts).toHaveLength(1);
});

describe('a locked vault', () => {
  beforeEach(async () => {
    world.vaultState = { kind: 'locked' };
    await enrol(world.ports, tabId, aim);
  });

  it('keeps the gesture and goes on by itself after the unlock', async () => {
    expect(world.record().card).toEqual({ kind: 'locked', gesture: 'enrol' });
    expect(world.content.accounts).toHaveLength(0);
    world.vaultState = null;
    await resumeAll(world.ports, [tabId]);
    expect(world.content.accounts).toMatchObject([{ sites: [origin] }]);
    expect(world.typed).toHaveLength(1);
  });

  it('types nothing if the page is another by then', async () => {
    world.vaultState = null;
    world.page.surveyOrigin = 'https://elsewhere.example';
    await resumeAll(world.ports, [tabId]);
    expect(world.content.accounts).toMatchObject([{ sites: [] }]);
    expect(world.typed).toHaveLength(0);
  });

  it('forgets the gesture after ten minutes', async () => {
    world.vaultState = null;
    world.nowMs += gestureLifeMs + 1;
    await resumeAll(world.ports, [tabId]);
    expect(world.content.accounts).toHaveLength(0);
    expect(world.record().card).toMatchObject({ failure: { code: 'gesture-expired' } });
  });
});

it('knows a code as entered when the page went on with it before it could report', async () => {
  world.page.fillReport = () => {
    void noteSubmitted(world.ports, tabId, { origin, cancelled: false });
    return { kind: 'refused', why: 'field-refused' };
  };
  await enrol(world.ports, tabId, aim);
  expect(card().fill.kind).toBe('filled');
  expect(world.record().watch?.submittedAtMs).not.toBeNull();
});

it('watches nothing after a page that took no code', async () => {
  world.page.fillReport = () => ({ kind: 'refused', why: 'field-refused' });
  await enrol(world.ports, tabId, aim);
  expect(card().fill.kind).toBe('failed');
  expect(world.record().watch).toBeNull();
});

describe('a page whose field comes after its QR code', () => {
  beforeEach(async () => {
    world.page.field = null;
    await enrol(world.ports, tabId, aim);
    world.page.field = {};
  });

  it('takes the code by the shortcut, without a question', async () => {
    await fill(world.ports, tabId, shortcut);
    expect(world.typed).toHaveLength(1);
    expect(card().fill.kind).toBe('filled');
    expect(world.content.accounts[0]?.sites).toEqual([origin]);
  });

  it('takes it by the button of the card', async () => {
    await fillFromCard(world.ports, tabId, elsewhere);
    expect(world.typed).toHaveLength(1);
    expect(world.content.accounts[0]?.sites).toEqual([origin]);
  });

  it('is not the page that took its place: there it is asked first', async () => {
    world.page.surveyOrigin = 'https://elsewhere.example';
    await fillFromCard(world.ports, tabId, elsewhere);
    await fill(world.ports, tabId, shortcut);
    expect(world.typed).toHaveLength(0);
    expect(askedElsewhere).toEqual([world.content.accounts[0]?.id]);
    expect(world.record().card).toMatchObject({ kind: 'ask-site', host: 'elsewhere.example' });
  });
});
