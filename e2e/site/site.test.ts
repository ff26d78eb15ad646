import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBase32 } from './base32.ts';
import { startPracticeSite } from './server.ts';
import type { PracticeSite } from './server.ts';
import { hotpCode } from './verifier.ts';
import type { Algorithm } from './verifier.ts';
import { qrOfPage, readQr, Visitor } from './visitor.ts';

const oathtool = spawnSync('oathtool', ['--version']).status === 0;
if (!oathtool) console.warn('oathtool is absent: codes come from node:crypto');

let site: PracticeSite;
let nowMs = 1_800_000_000_000;
let people = 0;

beforeAll(async () => {
  site = await startPracticeSite({ clock: () => nowMs });
});
afterAll(() => site.close());

/** The code that the account in an `otpauth:` address shows, `step` periods (or counters) from now. */
function codeOf(uri: string, step = 0): string {
  const { host, searchParams } = new URL(uri);
  const secret = searchParams.get('secret') ?? '';
  const algorithm = (searchParams.get('algorithm') ?? 'SHA1') as Algorithm;
  const digits = Number(searchParams.get('digits'));
  const period = Number(searchParams.get('period') ?? 30);
  const moving = host === 'hotp' ? step : Math.floor(nowMs / 1000 / period) + step;
  if (!oathtool) return hotpCode(fromBase32(secret), moving, { algorithm, digits });
  const time = `@${moving * period}`;
  // oathtool has HOTP for SHA-1 only; a TOTP step is the same computation.
  const kind = host === 'hotp' ? ['--hotp', `--counter=${moving}`] : [`--totp=${algorithm}`, `--now=${time}`];
  const run = spawnSync(
    'oathtool',
    [...kind, `--time-step-size=${period}s`, `--digits=${digits}`, '--base32', secret].filter(
      (argument) => host !== 'hotp' || !argument.startsWith('--time-step-size'),
    ),
  );
  return run.stdout.toString().trim();
}

function nextStep(periods = 1): void {
  nowMs += periods * 30_000;
}

interface System {
  readonly id: string;
  readonly enrol: string;
  readonly signIn: string;
  readonly enrolFields: (code: string, device: string) => Record<string, string>;
  readonly codeFields: (code: string) => Record<string, string>;
  readonly refusedAtEnrolment: string;
  readonly refusedAtSignIn: string;
}

const keycloak = (id: string, refusedAtSignIn: string): System => ({
  id,
  enrol: `/${id}/login-actions/required-action?execution=CONFIGURE_TOTP`,
  signIn: `/${id}/login-actions/authenticate`,
  enrolFields: (totp, userLabel) => ({ totp, userLabel }),
  codeFields: (otp) => ({ otp }),
  refusedAtEnrolment: 'input-error-otp-code',
  refusedAtSignIn,
});

const systems: readonly System[] = [
  keycloak('keycloak-base', 'input-error-otp-code'),
  keycloak('keycloak-v2', 'input-error-otp'),
  {
    id: 'generic',
    enrol: '/generic/enrol',
    signIn: '/generic/sign-in',
    enrolFields: (code, deviceName) => ({ code, deviceName }),
    codeFields: (code) => ({ code }),
    refusedAtEnrolment: 'pas valide',
    refusedAtSignIn: 'pas valide',
  },
];

async function begin(
  system: System,
  query = '',
): Promise<{ user: string; visitor: Visitor; uri: string; text: string }> {
  people += 1;
  const user = `zoe${people}@exemple.test`;
  const visitor = new Visitor(site.url);
  const { text } = await visitor.go(`/${system.id}/?user=${encodeURIComponent(user)}&enter=1${query}`);
  const uri = qrOfPage(text);
  if (uri === null) throw new Error('the enrolment page shows no readable QR code');
  return { user, visitor, uri, text };
}

async function enrolled(system: System, query = ''): Promise<Awaited<ReturnType<typeof begin>>> {
  const start = await begin(system, query);
  const code = codeOf(start.uri);
  const done = await start.visitor.go(system.enrol, system.enrolFields(code, 'Ordinateur'));
  expect(done.text).toContain('Authentification configurée');
  expect(done.text).toContain('Ordinateur');
  return start;
}

async function signInAgain(system: System, visitor: Visitor, user: string): Promise<string> {
  await visitor.go(`/${system.id}/sign-out`);
  const { text } = await visitor.go(`/${system.id}/`, { username: user, password: 'x' });
  return text;
}

describe.each(systems)('$id', (system) => {
  it('enrols with the code of its QR, then signs in with the next one', async () => {
    const { user, visitor, uri } = await enrolled(system);
    nextStep();
    await signInAgain(system, visitor, user);
    const done = await visitor.go(system.signIn, system.codeFields(codeOf(uri)));
    expect(done.text).toContain('Authentification configurée');
    expect(site.state.snapshot(user)).toMatchObject([
      { page: system.id, accepted: 2, devices: [{ label: 'Ordinateur', usedSteps: { length: 2 } }] },
    ]);
  });

  it('refuses a wrong code and leaves nobody enrolled', async () => {
    const { user, visitor, uri } = await begin(system);
    const wrong = String((Number(codeOf(uri)) + 1) % 1_000_000).padStart(6, '0');
    const { text, status } = await visitor.go(system.enrol, system.enrolFields(wrong, 'Ordinateur'));
    expect(status).toBe(200);
    expect(text).toContain(system.refusedAtEnrolment);
    expect(qrOfPage(text)).toBe(uri);
    expect(site.state.snapshot(user)[0]?.devices).toEqual([]);
  });

  it('refuses the enrolment code at the sign-in that follows at once', async () => {
    const { user, visitor, uri } = await enrolled(system);
    await signInAgain(system, visitor, user);
    const { text } = await visitor.go(system.signIn, system.codeFields(codeOf(uri)));
    expect(text).toContain(system.refusedAtSignIn);
    expect(site.state.snapshot(user)[0]?.attempts.at(-1)?.outcome).toBe('already-used');
  });

  it('refuses an expired code and one of the future, and takes the previous one', async () => {
    const { user, visitor, uri } = await enrolled(system);
    nextStep(5);
    await signInAgain(system, visitor, user);
    await visitor.go(system.signIn, system.codeFields(codeOf(uri, -2)));
    await visitor.go(system.signIn, system.codeFields(codeOf(uri, 1)));
    await visitor.go(system.signIn, system.codeFields(codeOf(uri, -1)));
    const outcomes = site.state.snapshot(user)[0]?.attempts.map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['accepted', 'expired', 'early', 'accepted']);
  });

  it.each([
    '&kind=hotp',
    '&kind=hotp&digits=8',
    '&algorithm=SHA256&digits=8&period=60',
    '&algorithm=SHA512&digits=7',
  ])('enrols under the policy %s', async (query) => {
    const { user, visitor, uri } = await enrolled(system, query);
    nextStep(2);
    await signInAgain(system, visitor, user);
    await visitor.go(system.signIn, system.codeFields(codeOf(uri, uri.startsWith('otpauth://hotp') ? 1 : 0)));
    expect(site.state.snapshot(user)[0]?.accepted).toBe(2);
  });

  it('sends a strict policy and dates its answers by its own clock', async () => {
    const { headers } = await new Visitor(site.url).go(`/${system.id}/`);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('date')).toBe(new Date(nowMs).toUTCString());
  });

  it('asks nothing of the account page without the code', async () => {
    const { user, visitor } = await enrolled(system);
    const text = await signInAgain(system, visitor, user);
    expect(text).not.toContain('Authentification configurée');
    expect((await visitor.go(`/${system.id}/account`)).text).not.toContain('Authentification configurée');
  });
});

describe('Keycloak', () => {
  const [base, v2] = systems as [System, System, System];

  it.each([base, v2])('$id shows one secret in its three spellings', async (system) => {
    const { visitor, uri, text } = await begin(system);
    const secret = new URL(uri).searchParams.get('secret');
    const manual = await visitor.go(`${system.enrol}&mode=manual`);
    const key = /id="kc-totp-secret-key"[^>]*>([^<]+)</.exec(manual.text)?.[1];
    const hidden = /name="totpSecret"[^>]*value="([^"]+)"/.exec(text)?.[1] ?? '';
    expect(key?.replaceAll(' ', '')).toBe(secret);
    expect(Buffer.from(fromBase32(secret ?? '')).toString('ascii')).toBe(hidden);
    expect(manual.text).not.toContain('kc-totp-secret-qr-code');
  });

  it.each([base, v2])('$id spells the address as Keycloak does', async (system) => {
    const { uri, user } = await begin(system);
    const issuer = 'R%C3%A9seau%20de%20la%20sant%C3%A9';
    expect(uri).toMatch(
      new RegExp(
        `^otpauth://totp/${issuer}:${encodeURIComponent(user)}\\?secret=[A-Z2-7]{32}&digits=6&algorithm=SHA1&issuer=${issuer}&period=30$`,
      ),
    );
  });

  it('v2 keeps its traps', async () => {
    const { visitor, text } = await begin(v2);
    expect(text).toContain('src="data:image/png;base64, iVBOR');
    expect(text.match(/for="form-vertical-name"/g)).toHaveLength(2);
    expect(text).not.toContain('id="form-vertical-name"');
    expect(text).toMatch(/id="logout-sessions"[^>]*\bchecked\b/);
    expect(text).toMatch(/id="mode-manual"/);
    expect(text).not.toContain('cancelTOTPBtn');
    expect((await visitor.go(`${v2.enrol}&kc_action=CONFIGURE_TOTP`)).text).toContain('cancelTOTPBtn');
  });

  it.each([base, v2])('$id wants a name for a second device, then asks which one', async (system) => {
    const { user, visitor, uri: first } = await enrolled(system);
    nextStep();
    const { text } = await visitor.go(system.enrol);
    const second = qrOfPage(text) ?? '';
    expect(second).not.toBe(first);
    const unnamed = await visitor.go(system.enrol, system.enrolFields(codeOf(second), ''));
    expect(unnamed.text).toContain('input-error-otp-label');
    expect(unnamed.text).toContain('Veuillez entrer le nom de votre appareil.');
    await visitor.go(system.enrol, system.enrolFields(codeOf(second), 'Portable'));
    nextStep();
    const page = await signInAgain(system, visitor, user);
    const tiles = [...page.matchAll(/id="kc-otp-credential-(\d)"/g)].map(([, index]) => index);
    expect(tiles).toEqual(['0', '1']);
    expect(page.includes('type="radio"')).toBe(system === base);
    expect(page.includes('id="selectedCredentialId"')).toBe(system === v2);
    const portable = site.state.snapshot(user)[0]?.devices[1]?.id ?? '';
    const refused = await visitor.go(system.signIn, { otp: codeOf(second) });
    expect(refused.text).toContain(system.refusedAtSignIn);
    const done = await visitor.go(system.signIn, { otp: codeOf(second), selectedCredentialId: portable });
    expect(done.text).toContain('Authentification configurée');
  });

  it('shows a new secret at each drawing when it imitates an old server', async () => {
    const { visitor, uri } = await begin(v2, '&renew=1');
    const again = await visitor.go(`${v2.enrol}&renew=1`);
    expect(qrOfPage(again.text)).not.toBe(uri);
  });

  it('serves its style sheets and nothing outside their folder', async () => {
    const visitor = new Visitor(site.url);
    expect((await visitor.go('/keycloak-base/resources/css/login.css')).status).toBe(200);
    const outside = await fetch(`${site.url}/keycloak-base/resources/..%2f..%2f..%2f..%2fstories/intro.css`);
    expect(outside.status).toBe(404);
  });
});

describe('the ordinary site', () => {
  const generic = systems[2] as System;

  it('answers a script and a form alike', async () => {
    const { user, visitor, uri } = await begin(generic, '&after=pushstate');
    expect(await visitor.json('/generic/api/enrol', { code: '000000' })).toMatchObject({ accepted: false });
    const answer = await visitor.json('/generic/api/enrol', { code: codeOf(uri), deviceName: 'Ordinateur' });
    expect(answer).toMatchObject({ accepted: true });
    expect(site.state.snapshot(user)[0]?.accepted).toBe(1);
  });

  it('goes on at its other origin', async () => {
    const { visitor, uri } = await begin(generic, '&after=redirect-other-origin');
    const done = await visitor.go(generic.enrol, generic.enrolFields(codeOf(uri), 'Ordinateur'));
    expect(done.url.origin).toBe(site.otherUrl);
    expect(done.text).toContain('Authentification configurée');
  });

  it('gives its QR by address, to the cookie or to the ticket of the other origin', async () => {
    const visitor = new Visitor(site.url);
    const { text } = await visitor.go('/generic/?user=url-person&enter=1&delivery=cross-origin');
    const source = /id="qr"[^>]*src="([^"]+)"/s.exec(text)?.[1] ?? '';
    expect(source.startsWith(site.otherUrl)).toBe(true);
    const secret = site.state.snapshot('url-person')[0]?.pendingSecret ?? '?';
    const uri = readQr(Buffer.from(await (await fetch(source)).arrayBuffer()));
    expect(uri).toContain(`secret=${secret}`);
    expect((await fetch(`${site.url}/generic/qr.png`)).status).toBe(404);
  });

  it('draws a box for each digit', async () => {
    const { text } = await begin(generic, '&boxes=1&digits=8');
    expect(text.match(/class="box"/g)).toHaveLength(8);
  });
});

describe('the college portal', () => {
  it('enrols and signs in through its calls, and shows no secret at sign-in', async () => {
    const visitor = new Visitor(site.url);
    const { text } = await visitor.go('/omnivox/?user=1234567&enter=1&delivery=img');
    const image = /data:image\/png;base64,([^"]+)"/.exec(text)?.[1] ?? '';
    const uri = readQr(Buffer.from(image, 'base64')) ?? '';
    expect(await visitor.json('/omnivox/api/enrol', { code: '12345' })).toMatchObject({ accepted: false });
    expect(await visitor.json('/omnivox/api/enrol', { code: codeOf(uri) })).toEqual({ accepted: true });
    nextStep();
    await visitor.go('/omnivox/sign-out');
    const again = await visitor.go('/omnivox/', { NoDA: '1234567', PasswordEtu: 'x' });
    expect(again.url.pathname).toBe('/omnivox/apps/mfa/login');
    expect(again.text).not.toContain('data:image/png');
    expect(await visitor.json('/omnivox/api/sign-in', { code: codeOf(uri) })).toEqual({ accepted: true });
    expect((await visitor.go('/omnivox/account')).text).toContain('Authentification configurée');
  });

  it('accepts no code where it says that one was sent by e-mail', async () => {
    const visitor = new Visitor(site.url);
    await visitor.go('/omnivox/?user=mailed&enter=1');
    expect((await visitor.go('/omnivox/apps/mfa/login?method=mail')).text).toContain('"start":"mail"');
    expect(await visitor.json('/omnivox/api/mail', { code: '123456' })).toMatchObject({ accepted: false });
  });

  it('serves its script', async () => {
    const { status, headers } = await new Visitor(site.url).go('/omnivox/application.js');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('javascript');
  });
});

describe("the daycare's software", () => {
  it('shows its QR and the same key only at the sign-in after the switch', async () => {
    const visitor = new Visitor(site.url);
    const first = await visitor.go('/daycare/?user=educatrice&enter=1');
    expect(first.url.pathname).toBe('/daycare/settings');
    expect(qrOfPage(first.text)).toBeNull();
    await visitor.go('/daycare/settings', {});
    await visitor.go('/daycare/sign-out');
    const { text } = await visitor.go('/daycare/', { username: 'educatrice' });
    const uri = qrOfPage(text) ?? '';
    expect(/id="key">([A-Z2-7]+)</.exec(text)?.[1]).toBe(new URL(uri).searchParams.get('secret'));
    expect((await visitor.go('/daycare/enrol', { code: '000000' })).text).toContain('pas valide');
    expect((await visitor.go('/daycare/enrol', { code: codeOf(uri) })).text).toContain(
      'Authentification configurée',
    );
    await visitor.go('/daycare/sign-out');
    await visitor.go('/daycare/', { username: 'educatrice' });
    expect((await visitor.go('/daycare/sign-in', { code: codeOf(uri) })).text).toContain('pas valide');
    nextStep();
    expect((await visitor.go('/daycare/sign-in', { code: codeOf(uri) })).text).toContain('configurée');
  });
});

describe('traps', () => {
  it.each([
    ['web-address', 'https://exemple.test/'],
    ['wifi', 'WIFI:'],
    ['microsoft', 'phonefactor://'],
    ['wrong-character', 'P!P'],
    ['unknown-algorithm', 'SHA3-256'],
    ['webmail', 'otpauth://totp/Courrier'],
  ])('%s holds what it says', async (name, part) => {
    expect(qrOfPage((await new Visitor(site.url).go(`/traps/${name}`)).text)).toContain(part);
  });

  it.each(['damaged', 'no-qr', 'sms'])('%s holds nothing readable', async (name) => {
    expect(qrOfPage((await new Visitor(site.url).go(`/traps/${name}`)).text)).toBeNull();
  });

  it('remembers what was posted and accepts none of it', async () => {
    const { text } = await new Visitor(site.url).go('/traps/sms', { code: '123456' });
    expect(text).toContain('pas valide');
    const attempts = site.state.snapshot('traps')[0]?.attempts;
    expect(attempts?.at(-1)).toMatchObject({ code: '123456', device: '/sms', outcome: 'wrong' });
  });
});

describe('the site', () => {
  it('lists its pages in both languages', async () => {
    const visitor = new Visitor(site.url);
    expect((await visitor.go('/?lang=fr')).text).toContain('Keycloak, thème de base');
    expect((await visitor.go('/?lang=en')).text).toContain('Keycloak, base theme');
    expect((await visitor.go('/')).text).toContain('Practice site');
  });

  it('tells and forgets a user', async () => {
    const visitor = new Visitor(site.url);
    await visitor.go('/generic/?user=forgotten&enter=1');
    const told = JSON.parse((await visitor.go('/__state?user=forgotten')).text) as unknown[];
    expect(told).toHaveLength(1);
    await visitor.go('/__reset?user=forgotten', {});
    expect(JSON.parse((await visitor.go('/__state?user=forgotten')).text)).toEqual([]);
    expect((await visitor.go('/generic/enrol')).url.pathname).toBe('/generic/');
  });

  it('answers unknown addresses with 404 and keeps user names inert', async () => {
    const visitor = new Visitor(site.url);
    expect((await visitor.go('/nowhere')).status).toBe(404);
    const { text } = await visitor.go(`/generic/?user=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(text).not.toContain('<script>alert');
  });
});
