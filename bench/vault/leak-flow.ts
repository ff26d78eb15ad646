/** A person's weeks with Seconde in a minute, with words that can be searched for afterwards. */
import { randomBytes } from 'node:crypto';

import type { Page } from 'puppeteer-core';

import type { Account } from '@/lib/vault/account';
import type { Driver } from '../../e2e/browsers/driver.ts';
import type { Surface } from '../../e2e/browsers/surface.ts';
import type { PracticeSite } from '../../e2e/site/server.ts';
import type { Hook } from './channel.ts';
import type { Needle } from './needles.ts';

declare const chrome: typeof import('wxt/browser').browser;

/** When the person makes a password. */
export type Protection = 'from the start' | 'later' | 'never';

export interface Told {
  /** What must be found nowhere. */
  readonly secrets: readonly Needle[];
  /** What the search must find, or it proves nothing; and what was in memory only. */
  readonly planted: readonly Needle[];
  readonly memory: readonly Needle[];
  /** What opens the states from before the first password; none where there were none. */
  readonly device: { readonly key: Needle; readonly body: readonly Needle[] } | null;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export async function live(
  driver: Driver,
  hook: Hook,
  site: PracticeSite,
  protection: Protection,
): Promise<Told> {
  const popup = await popupPage(driver);
  const passwords = ['first', 'second', 'wrong'].map((name) => word(`${name} password`));
  const [first = '', second = '', wrong = ''] = passwords.map(({ text }) => text);
  const before = [1, 2].map(newAccount);
  const after = [3, 4].map(newAccount);
  const renamed = [word('new issuer'), word('new name')];

  if (protection === 'from the start') await ask(popup, 'vault.protect', { password: first });
  await hook.call('add', [before]);
  const device =
    protection === 'from the start' ? null : await hook.call<{ deviceKey: string; body: string }>('asItLies');
  const enrolled = await enrolAndSignIn(driver, site);
  if (protection === 'later') await ask(popup, 'vault.protect', { password: first });
  await hook.call('add', [after]);
  await hook.call('rename', [before[0]?.id, ...renamed.map(({ text }) => text)]);
  const codes: Needle[] = [];
  if (protection !== 'never') {
    await ask(popup, 'vault.prove', { proof: { password: first } });
    await ask(popup, 'vault.protect', { password: second });
    const code = await hook.call<string>('recoveryCode');
    codes.push(
      { name: 'recovery code', text: code },
      { name: 'recovery code, bare', text: code.replaceAll('-', '') },
    );
    await ask(popup, 'vault.lock', null);
    await refused(popup, 'vault.unlock', { password: wrong });
    await ask(popup, 'vault.unlock', { password: second });
    await hook.call('backup', [second, code]);
  }
  await ask(popup, 'accounts.remove', { accountId: before[1]?.id });
  await hook.call('trash', [after[0]?.id]);
  await ask(popup, 'vault.lock', null);
  const planted = Array.from({ length: 20 }, (_, at) => word(`planted ${at}`));
  const memory = word('planted in the session');
  const texts = planted.map(({ text }) => text);
  await hook.call('plant', [texts.slice(0, 10), texts.slice(10), memory.text]);
  return {
    secrets: [
      ...[...before, ...after].flatMap(needlesOf),
      ...renamed,
      ...passwords,
      ...codes,
      { name: 'enrolled secret', text: enrolled, bytes: bytesOf(enrolled) },
    ],
    planted,
    memory: [memory],
    device: device && {
      key: { name: 'device key', text: device.deviceKey },
      body: (device.body.slice(0, 800).match(/.{8}/g) ?? []).map((text, at) => ({
        name: `body ${at}`,
        text,
      })),
    },
  };
}

/** Answers the secret, as the site knows it. */
async function enrolAndSignIn(driver: Driver, site: PracticeSite): Promise<string> {
  const user = `marie-${randomBytes(6).toString('hex')}`;
  const address = `${site.url}/keycloak-v2/?user=${user}&enter=1&lang=fr`;
  const page = await driver.newPage(address);
  await inPopup(driver, page, (tabId) => ({ name: 'enrol.scan', request: { tabId } }));
  await typed(page, '#totp');
  await page.evaluate(() => document.querySelector<HTMLElement>('#saveTOTPBtn')?.click());
  await page.waitForSelector('#devices');
  const secret = site.state.snapshot(user)[0]?.devices[0]?.secret;
  if (secret === undefined) throw new Error('the practice site did not accept the enrolment');
  await page.goto(address);
  await page.waitForSelector('#otp');
  const list = await popupPage(driver);
  const { rows } = await ask<{ rows: { id: string; name: string }[] }>(list, 'accounts.page', {
    tabId: null,
    query: '',
    offset: 0,
    limit: 100,
  });
  const accountId = rows.find(({ name }) => name === user)?.id;
  await list.close();
  await page.bringToFront();
  await inPopup(driver, page, (tabId) => ({
    name: 'fill.account',
    request: { tabId, accountId, confirmedHost: null },
  }));
  await typed(page, '#otp');
  await page.close();
  return secret;
}

/** The real popup over the page, which grants the tab, and a message from it. */
async function inPopup(driver: Driver, page: Page, messageFor: (tabId: number) => object): Promise<void> {
  const popup = await popupOver(driver, page);
  const tabId = await popup.evaluate(
    async () => (await chrome.tabs.query({ active: true, currentWindow: true }))[0]?.id ?? -1,
  );
  await send(popup, messageFor(tabId));
}

/** A click while the browser is still busy with the page may be lost. */
async function popupOver(driver: Driver, page: Page, clicksLeft = 3): Promise<Surface> {
  if (clicksLeft === 0) throw new Error('the popup does not open');
  await driver.clickAction(page);
  return (await driver.popup(8000)) ?? popupOver(driver, page, clicksLeft - 1);
}

async function send(popup: Surface, message: object): Promise<void> {
  const answer = await popup.evaluate(
    async (given) => JSON.stringify(await chrome.runtime.sendMessage(given)),
    message,
  );
  if (!(JSON.parse(answer) as Answer).ok) throw new Error(`refused: ${answer}`);
  await popup.close().catch(() => undefined);
}

/** A code may wait for the next step. */
async function typed(page: Page, selector: string): Promise<void> {
  await page.waitForFunction(
    (field) => /^\d{6}$/.test(document.querySelector<HTMLInputElement>(field)?.value ?? ''),
    { timeout: 45_000 },
    selector,
  );
}

function popupPage(driver: Driver): Promise<Page> {
  return driver.openPage('popup.html');
}

interface Answer {
  readonly ok: boolean;
  readonly value?: unknown;
}

async function ask<T = null>(page: Page, name: string, request: unknown): Promise<T> {
  const answer = await answerTo(page, name, request);
  if (!answer.ok) throw new Error(`${name} is refused: ${JSON.stringify(answer)}`);
  return answer.value as T;
}

async function refused(page: Page, name: string, request: unknown): Promise<void> {
  if ((await answerTo(page, name, request)).ok) throw new Error(`${name} was not refused`);
}

async function answerTo(page: Page, name: string, request: unknown): Promise<Answer> {
  const text = await page.evaluate(
    async (message) => JSON.stringify(await chrome.runtime.sendMessage(JSON.parse(message))),
    JSON.stringify({ name, request }),
  );
  return JSON.parse(text) as Answer;
}

function newAccount(number: number): Account {
  return {
    id: `00000000-0000-4000-8000-${randomBytes(6).toString('hex')}`,
    issuer: word('issuer').text,
    name: `${word('name').text}@exemple.quebec`,
    otp: { kind: 'totp', secret: word('secret', 32).text, algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
    sites: [],
    confirmed: true,
    createdAtMs: Date.now() + number,
  };
}

function needlesOf({ issuer, name, otp }: Account, index: number): Needle[] {
  const secret = 'secret' in otp ? otp.secret : '';
  return [
    { name: `issuer ${index}`, text: issuer },
    { name: `name ${index}`, text: name },
    { name: `secret ${index}`, text: secret, bytes: bytesOf(secret) },
  ];
}

/** Letters that nothing else on a disk has in this order. */
function word(name: string, length = 24): Needle {
  return { name, text: Array.from(randomBytes(length), (byte) => letters.charAt(byte % 32)).join('') };
}

function bytesOf(base32: string): Buffer {
  const bits = [...base32].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
