/** The fill script in the isolated world of real pages, in both browsers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { FillReport, FillRequest, PageOutcome, Survey } from '@/lib/fields/page-contract';
import { browserNames, createWorld, type World } from './world';
import { bundle } from './bundle';
import * as pages from './pages';

const code = '012345';

describe.each(browserNames)('fill in %s', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(name, ['fill']);
  });
  afterAll(() => world?.close());

  const survey = (page: Page, focusedOnly = false): Promise<Survey> =>
    world.call(page, 'secondeFill', 'survey', { digits: 6, focusedOnly });
  const fill = (page: Page, more: Partial<FillRequest> = {}): Promise<FillReport> =>
    world.call(page, 'secondeFill', 'fill', {
      expectedOrigin: world.origin,
      code,
      focusedOnly: false,
      deviceName: null,
      ...more,
    });
  const outcome = (page: Page, submitted: boolean): Promise<PageOutcome> =>
    world.call(page, 'secondeFill', 'outcome', {
      expectedOrigin: world.origin,
      code,
      deviceName: 'Poste 12',
      submitted,
    });
  const valueOf = (page: Page, selector: string): Promise<string> =>
    page.$$eval(selector, (inputs) =>
      inputs.map((input) => (input as Partial<HTMLInputElement>).value ?? input.textContent).join(''),
    );

  it.each(Object.entries(pages.authenticators))('fills %s', async (_, [html, selector]) => {
    const page = await world.open(html);
    const before = await survey(page);
    expect(before.field).toMatchObject({
      class: 'authenticator',
      certainty: 'sure',
      visible: true,
      replaceable: true,
    });
    expect(await fill(page)).toMatchObject({ kind: 'filled' });
    expect((await valueOf(page, selector)).replace(/\s/g, '')).toBe(code);
  });

  it.each(Object.entries(pages.others))('leaves alone %s', async (_, html) => {
    const page = await world.open(html);
    expect(await fill(page)).toMatchObject({ kind: 'refused' });
    expect(await valueOf(page, 'input:not([type=hidden],[type=submit])')).toBe('');
  });

  it.each(Object.entries(pages.hidden))('refuses a field that is %s', async (_, html) => {
    const page = await world.open(html);
    expect(await fill(page)).toEqual({ kind: 'refused', why: 'field-hidden' });
    expect(await valueOf(page, '#otp')).toBe('');
  });

  it('proposes the device name and names the button on a Keycloak enrolment page', async () => {
    const page = await world.open(pages.keycloakEnrolmentV2);
    expect(await survey(page)).toMatchObject({
      deviceNameField: true,
      button: 'Soumettre',
      secureContext: true,
    });
    expect(await fill(page, { deviceName: 'Poste 12' })).toEqual({
      kind: 'filled',
      rung: 'set',
      deviceName: 'Poste 12',
    });
    expect(await valueOf(page, '#userLabel')).toBe('Poste 12');
    expect(await valueOf(page, '#totp')).toBe(code);
  });

  it('does not write over a device name', async () => {
    const page = await world.open(
      pages.keycloakEnrolmentV2.replace('id="userLabel"', 'id="userLabel" value="Mon poste"'),
    );
    expect(await fill(page, { deviceName: 'Poste 12' })).toMatchObject({ deviceName: null });
    expect(await valueOf(page, '#userLabel')).toBe('Mon poste');
  });

  it('refuses another origin and a field that holds something else', async () => {
    const page = await world.open(
      pages.keycloakEnrolmentV2.replace('id="totp"', 'id="totp" value="bonjour"'),
    );
    expect(await fill(page, { expectedOrigin: 'https://ailleurs.example' })).toEqual({
      kind: 'refused',
      why: 'page-changed',
    });
    expect(await fill(page)).toEqual({ kind: 'refused', why: 'field-occupied' });
    expect(await valueOf(page, '#totp')).toBe('bonjour');
  });

  it('fills a code that was sent only where the person pointed', async () => {
    const page = await world.open(pages.others['a code sent by text message'] as string);
    await page.focus('input');
    expect(await fill(page)).toEqual({ kind: 'refused', why: 'field-unsure' });
    expect(await fill(page, { focusedOnly: true })).toMatchObject({ kind: 'filled' });
  });

  it('says so when the page takes nothing', async () => {
    const page = await world.open(pages.refusing);
    expect(await fill(page)).toEqual({ kind: 'refused', why: 'field-refused' });
  });

  it('fills in a closed shadow root', async () => {
    const page = await world.open(pages.closedShadow);
    expect(await fill(page)).toMatchObject({ kind: 'filled' });
    expect(await page.evaluate(() => (globalThis as unknown as { read(): string }).read())).toBe(code);
  });

  it('lets a page that sends a complete code send it once', async () => {
    const page = await world.open(pages.selfSubmitting);
    expect((await survey(page)).field?.submitsByItself).toBe(true);
    expect(await fill(page)).toMatchObject({ kind: 'filled' });
    expect(await page.evaluate(() => (globalThis as unknown as { sent: string[] }).sent)).toEqual([code]);
  });

  it('leaves nothing of itself in the page', async () => {
    const page = await world.open(pages.keycloakEnrolmentV2);
    const look = (): Promise<string> =>
      page.evaluate(
        () => document.documentElement.outerHTML + Object.getOwnPropertyNames(window).sort().join(),
      );
    const before = await look();
    await fill(page, { deviceName: 'Poste 12' });
    expect(await look()).toBe(before);
  });

  it('hints at a submission, and at one that was called off', async () => {
    const page = await world.open(pages.keycloakEnrolmentV2);
    await fill(page);
    expect(await outcome(page, false)).toBe('unchanged');
    await page.click('#saveTOTPBtn');
    expect(await world.call(page, 'bridge', 'hints')).toEqual([{ name: 'page.submitted', cancelled: false }]);
    await page.click('#cancelTOTPBtn');
    expect(await world.call(page, 'bridge', 'hints')).toEqual([{ name: 'page.submitted', cancelled: true }]);
  });

  it('hints at a submission where there is no form', async () => {
    const page = await world.open(pages.omnivox);
    await fill(page);
    await page.click('button');
    expect(await world.call(page, 'bridge', 'hints')).toEqual([{ name: 'page.submitted', cancelled: false }]);
  });

  it('hints at a submission inside a closed shadow root, and not at that of another form', async () => {
    const page = await world.open(
      pages.closedShadow + '<form id="other"></form><script>other.onsubmit = () => false</script>',
    );
    await fill(page);
    await page.evaluate(() => (document.querySelector('#other') as HTMLFormElement).requestSubmit());
    expect(await world.call(page, 'bridge', 'hints')).toEqual([]);
    await page.evaluate(() => (globalThis as unknown as { press(): void }).press());
    expect(await world.call(page, 'bridge', 'hints')).toEqual([{ name: 'page.submitted', cancelled: false }]);
  });

  it('hints at a submission that the page makes by itself', async () => {
    const page = await world.open('<form method="post"><label>Code 2FA <input name="otp"></label></form>');
    await fill(page);
    await Promise.all([page.waitForNavigation(), page.evaluate(() => document.forms[0]?.submit())]);
    expect(await world.call(page, 'bridge', 'hints')).toEqual([{ name: 'page.submitted', cancelled: false }]);
  });

  it('fills what React controls, and React keeps it', async () => {
    const script = (await bundle('react')).replaceAll('</script', '<\\/script');
    for (const shape of ['single', 'boxes']) {
      const page = await world.open(
        `<h1>Two-factor authentication</h1><p>Authenticator code</p><div id="root" class="${shape}"></div><script>${script}</script>`,
      );
      expect(await fill(page)).toMatchObject({ kind: 'filled' });
      await page.evaluate(() => (globalThis as unknown as { redraw(): void }).redraw());
      expect(await valueOf(page, 'input')).toBe(code);
      expect(await page.$eval('output', (output) => output.textContent)).toBe(code);
    }
  });

  it.each(Object.entries(pages.outcomes))('reads the outcome of %s', async (_, [html, expected]) => {
    const page = await world.open(html);
    expect(await outcome(page, true)).toBe(expected);
  });
});
