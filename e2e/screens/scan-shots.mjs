/** The pictures of the page of every way in: a made-up page with codes, and each way to what comes of it. */
import encodeQR from 'qr';
import { states } from './fixtures.mjs';

const pageOfSite = `<!doctype html><meta charset="utf-8"><style>
body{margin:0;font:16px 'Liberation Sans',sans-serif;color:#222;background:#f4f5f7}
header{background:#20426b;color:#fff;padding:18px 32px;font-weight:700}
main{display:flex;gap:48px;padding:40px 64px}article{background:#fff;border:1px solid #d8dce1;border-radius:6px;padding:24px;width:300px}
h2{margin:0 0 8px;font-size:18px}p{line-height:1.5}svg{display:block;width:210px;height:210px;margin:16px 0}
</style><header>Mon portail – Sécurité du compte</header><main>`;

const addresses = [
  'otpauth://totp/Omnivox:2412345?secret=JBSWY3DPEHPK3PXP&issuer=Omnivox',
  'otpauth://totp/Microsoft:m.tremblay%40cegep-matane.qc.ca?secret=GEZDGNBVGY3TQOJQ&issuer=Microsoft',
];

const code = (address) => encodeQR(address, 'svg');
const article = (title, address) =>
  `<article><h2>${title}</h2><p>Numérisez ce code QR avec votre application d’authentification.</p>${code(address)}<input placeholder="Code à 6 chiffres"></article>`;

const looks = [
  { kind: 'account', issuer: 'Omnivox', name: '2412345', others: 0 },
  { kind: 'account', issuer: 'Microsoft', name: 'm.tremblay@cegep-matane.qc.ca', others: 0 },
];

export async function scanShots(browser) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1100, height: 640 });
  const photograph = async (articles) => {
    await page.setContent(`${pageOfSite}${articles.join('')}</main>`);
    return `data:image/png;base64,${await page.screenshot({ encoding: 'base64' })}`;
  };
  const two = await photograph([
    article('Portail étudiant', addresses[0]),
    article('Courriel', addresses[1]),
  ]);
  const none = await photograph(['<article><h2>Bienvenue</h2><p>Rien à numériser ici.</p></article>']);
  await page.close();

  const base = states['list-site'];
  const start = { picture: null, host: 'portail.exemple.qc.ca', key: null };
  const preview = { code: '482913', expiresInMs: 19_500, periodSeconds: 30, keyLength: 32, short: false };
  const shot = (name, answers, act, more = {}) => ({
    name: `scan-${name}`,
    page: 'scan.html?tab=7',
    state: {
      ...base,
      glance: { ...base.glance, card: more.card ?? null },
      answers: { 'scan.start': start, 'texts.look': looks, 'code.preview': preview, ...answers },
      refused: more.refused,
    },
    width: 900,
    height: more.height ?? 900,
    act,
  });
  const enrolled = states['card-enrolled'].glance.card;
  return [
    shot('two-codes', { 'scan.start': { ...start, picture: two } }, found),
    shot('frame', { 'scan.start': { ...start, picture: two } }, frame, { height: 1000 }),
    shot('none', { 'scan.start': { ...start, picture: none } }, (own) =>
      own.waitForSelector('.page-alone + .link'),
    ),
    shot('elsewhere', {}, undefined, { height: 600 }),
    shot('paste-empty', {}, pasteNothing, { height: 640 }),
    shot('by-hand', {}, byHand, { height: 760 }),
    shot('by-hand-advanced', {}, advanced, { height: 1150 }),
    shot('by-hand-wrong', {}, byHand, { height: 760, refused: undefined, wrong: true }),
    shot('result', { 'scan.start': { ...start, picture: two } }, result, { height: 700, card: enrolled }),
    shot('result-alone', {}, pasted, {
      height: 620,
      card: { ...enrolled, fill: { kind: 'nothing' }, button: null },
    }),
    shot('refused', {}, pasted, { height: 700, card: { kind: 'failed', failure: { code: 'qr-microsoft' } } }),
  ].map((one) =>
    one.name === 'scan-by-hand-wrong'
      ? {
          ...one,
          state: {
            ...one.state,
            failures: {
              'code.preview': { code: 'secret-character', details: { character: '0', position: '7' } },
            },
          },
        }
      : one,
  );
}

async function found(page) {
  await page.waitForSelector('.choice');
}

async function frame(page) {
  await found(page);
  await page.click('.scan-part > .link');
  await page.waitForSelector('.part-frame');
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp']) await page.keyboard.press(key);
}

async function result(page) {
  await found(page);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.scan-result');
}

async function pasteNothing(page) {
  await page.waitForSelector('.paste-field');
  await page.focus('.paste-field');
  await page.keyboard.press('Enter');
}

async function pasted(page) {
  await page.waitForSelector('.paste-field');
  await page.type('.paste-field', 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.scan-result, .notice');
}

async function byHand(page) {
  await page.waitForSelector('.way-grid');
  await page.click('.way-grid button:last-child');
  await page.waitForSelector('.hand');
  await page.keyboard.type('gezd gn0v gy3t qojq gezd gnbv gy3t qojq');
  await page.waitForFunction(() => document.querySelector('.preview:not(.none), .field-hint.wrong') !== null);
}

async function advanced(page) {
  await byHand(page);
  await page.click('.advanced summary');
}
