/** The pages of particular systems, without a browser: what they show, what they accept, what they refuse. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBase32 } from './base32.ts';
import { startPracticeSite } from './server.ts';
import type { PracticeSite } from './server.ts';
import { defaultPolicy, totpCode } from './verifier.ts';
import { qrOfPage, readQr, Visitor } from './visitor.ts';

let site: PracticeSite;
let nowMs = 1_800_000_000_000;
beforeAll(async () => {
  site = await startPracticeSite({ clock: () => nowMs });
});
afterAll(() => site.close());

const codeNow = (secret: string): string => totpCode(fromBase32(secret.toUpperCase()), nowMs, defaultPolicy);

describe('the work account', () => {
  interface Registration {
    readonly qr: { readonly image: string };
    readonly key?: string;
  }
  const arrive = async (options = ''): Promise<Visitor> => {
    const visitor = new Visitor(site.url);
    await visitor.go(`/microsoft/?user=ana@chde.example&enter=1&${options}`);
    return visitor;
  };
  const begin = async (visitor: Visitor, app: string) => {
    const registration = (await visitor.json('/microsoft/api/begin', { app })) as Registration;
    const text = readQr(Buffer.from(registration.qr.image.split(',')[1] ?? '', 'base64'));
    return { ...registration, text };
  };

  it.each([
    ['', /^https:\/\/login\.microsoftonline\.com\/authenticatorApp\/activateAccount\?accountType=mfa&/],
    ['form=phonefactor', /^phonefactor:\/\/activate_account\?code=\d{9}&url=https%3A%2F%2F/],
    ['form=personal', /activateAccount\?source=qrCode&accountType=msa&code=M\.C5_/],
  ])('shows a code without a key for the own app: %s', async (options, form) => {
    const { text, key } = await begin(await arrive(options), 'microsoft');
    expect(text).toMatch(form);
    expect(key).toBeUndefined();
  });

  it('shows another app a key in small letters, and a label with a plus and an encoded colon', async () => {
    const { text, key } = await begin(await arrive(), 'other');
    expect(key).toMatch(/^[a-z2-7]{16}$/);
    expect(text).toBe(
      `otpauth://totp/Soins+%2B+Recherche+des+%C3%89rables%3Aana%40chde.example?secret=${key}&issuer=Microsoft`,
    );
  });

  it('accepts the code of that key, then asks for one at each sign-in, and none for a text message', async () => {
    const visitor = await arrive();
    const { key = '' } = await begin(visitor, 'other');
    expect(await visitor.json('/microsoft/api/verify', { code: '12345' })).toEqual({ accepted: false });
    expect(await visitor.json('/microsoft/api/verify', { code: codeNow(key) })).toEqual({ accepted: true });
    nowMs += 30_000;
    await visitor.go('/microsoft/sign-out');
    await visitor.go('/microsoft/', { loginfmt: 'ana@chde.example' });
    const asked = await visitor.go('/microsoft/', { loginfmt: 'ana@chde.example', passwd: 'x' });
    expect(asked.text).toMatch(/id="idTxtBx_SAOTCC_OTC"/);
    const sms = { AuthMethodId: 'OneWaySMS', otc: codeNow(key) };
    expect((await visitor.go('/microsoft/SAS/ProcessAuth', sms)).text).toContain('idSpan_SAOTCC_Error_OTC');
    const app = { AuthMethodId: 'PhoneAppOTP', otc: codeNow(key) };
    expect((await visitor.go('/microsoft/SAS/ProcessAuth', app)).text).toContain('KmsiCheckboxField');
  });

  it('gives another key each time it is begun, and none that came too late', async () => {
    site.state.reset('ana@chde.example');
    const visitor = await arrive('timeout=60');
    const { key: first = '' } = await begin(visitor, 'other');
    nowMs += 61_000;
    expect(await visitor.json('/microsoft/api/verify', { code: codeNow(first) })).toEqual({ expired: true });
    const { key: second = '' } = await begin(visitor, 'other');
    expect(second).not.toBe(first);
    expect(await visitor.json('/microsoft/api/verify', { code: codeNow(first) })).toEqual({
      accepted: false,
    });
    expect(await visitor.json('/microsoft/api/verify', { code: codeNow(second) })).toEqual({
      accepted: true,
    });
  });

  it('hides the link to another app where the institution says so', async () => {
    const visitor = await arrive('link=none');
    site.state.reset('ana@chde.example');
    await visitor.go('/microsoft/?user=ana@chde.example&enter=1&link=none');
    expect((await visitor.go('/microsoft/security-info')).text).toContain('"link":"none"');
  });
});

describe('Keycloak of other years', () => {
  const required = (id: string) => `/${id}/login-actions/required-action`;
  const authenticate = (id: string) => `/${id}/login-actions/authenticate`;

  /** A person with two devices, at the page that asks for a code; the keys of both. */
  async function enrolTwice(id: string): Promise<{ visitor: Visitor; keys: string[] }> {
    const visitor = new Visitor(site.url);
    const keys: string[] = [];
    let { text } = await visitor.go(`/${id}/?user=ines&enter=1`);
    for (const userLabel of ['Bureau', 'Portatif']) {
      const key = /secret=([A-Z2-7]+)/.exec(qrOfPage(text) ?? '')?.[1] ?? '';
      keys.push(key);
      await visitor.go(`${required(id)}?execution=CONFIGURE_TOTP`, { totp: codeNow(key), userLabel });
      ({ text } = await visitor.go(`${required(id)}?execution=CONFIGURE_TOTP&kc_action=CONFIGURE_TOTP`));
    }
    nowMs += 30_000;
    await visitor.go(`/${id}/sign-out`);
    await visitor.go(`/${id}/?user=ines&enter=1`);
    return { visitor, keys };
  }

  it('asks for the code in a field called as the one of the enrolment, and for no device', async () => {
    const { visitor, keys } = await enrolTwice('keycloak-oldest');
    const { text } = await visitor.go(authenticate('keycloak-oldest'));
    expect(text).toMatch(/id="kc-totp-login-form"[\s\S]*id="totp" name="totp" autocomplete="off"/);
    expect(text).not.toContain('selectedCredentialId');
    const wrong = await visitor.go(authenticate('keycloak-oldest'), { totp: '000000' });
    expect(wrong.text).toContain('kc-feedback-text');
    const right = await visitor.go(authenticate('keycloak-oldest'), { totp: codeNow(keys[0] ?? '') });
    expect(right.url.pathname).toBe('/keycloak-oldest/account');
  });

  it('names algorithms as Java does, in its manual mode', async () => {
    const visitor = new Visitor(site.url);
    await visitor.go('/keycloak-oldest/?user=java&enter=1&algorithm=SHA256');
    const { text } = await visitor.go(`${required('keycloak-oldest')}?mode=manual`);
    expect(text).toMatch(/id="kc-totp-algorithm"[^<]*: HmacSHA256/);
  });

  it('takes the code of the card whose hidden field has a name', async () => {
    const { visitor, keys } = await enrolTwice('keycloak-cards');
    const { text } = await visitor.go(authenticate('keycloak-cards'));
    const cards = [...text.matchAll(/type="hidden" value="([^"]+)"/g)].map(([, id = '']) => id);
    expect(cards).toHaveLength(2);
    const form = { otp: codeNow(keys[1] ?? ''), selectedCredentialId: cards[1] ?? '' };
    expect((await visitor.go(authenticate('keycloak-cards'), form)).url.pathname).toBe(
      '/keycloak-cards/account',
    );
  });

  it.each([
    ['keycloak-v2', /<li>([A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4})<\/li>/g],
    ['keycloak-base', /<li><span>\d+:<\/span> ([A-Z0-9-]{14})<\/li>/g],
  ])('shows recovery codes, then takes the one it asks for by number: %s', async (id, items) => {
    const visitor = new Visitor(site.url);
    const enrol = `${required(id)}?execution=CONFIGURE_TOTP`;
    const first = await visitor.go(`/${id}/?user=rec&enter=1&recovery=1`);
    const key = /secret=([A-Z2-7]+)/.exec(qrOfPage(first.text) ?? '')?.[1] ?? '';
    const shown = await visitor.go(enrol, { totp: codeNow(key), userLabel: '' });
    expect(shown.url.search).toContain('CONFIGURE_RECOVERY_AUTHN_CODES');
    const codes = [...shown.text.matchAll(items)].map(([, code = '']) => code);
    expect(codes).toHaveLength(12);
    await visitor.go(`${required(id)}?execution=CONFIGURE_RECOVERY_AUTHN_CODES`, { generatedAt: '1' });
    await visitor.go(`/${id}/sign-out`);
    await visitor.go(`/${id}/?user=rec&enter=1`);
    const entry = `${authenticate(id)}?authenticator=recovery`;
    expect((await visitor.go(entry)).text).toContain('Recovery code #1');
    const early = await visitor.go(entry, { recoveryCodeInput: codes[1] ?? '' });
    expect(early.text).toContain('Invalid recovery authentication code');
    const right = await visitor.go(entry, { recoveryCodeInput: codes[0] ?? '' });
    expect(right.url.pathname).toBe(`/${id}/account`);
    expect((await visitor.go(entry)).text).toContain('Recovery code #2');
  });
});

describe('the virtual token', () => {
  it('shows the link that its QR code holds, and what the link is made of', async () => {
    const { text } = await new Visitor(site.url).go('/virtual-token/?lang=fr');
    const link = /href="(otp:[^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(qrOfPage(text)).toBe(link);
    const parts = new URLSearchParams(link.slice('otp://p?'.length));
    expect(Object.fromEntries(parts)).toEqual({
      u: 'https://jeton.reseau.example/arcotafm/controller_aotp.jsp?profile=exercice',
      n: 'tremj001',
      c: '48151623',
    });
    for (const said of ['URL du Serveur', 'Nom d&#39;utilisateur', 'Code d&#39;activation'])
      expect(text).toContain(said);
  });
});
