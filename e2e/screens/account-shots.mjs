/** The page of one account: folded in the popup, open at full width; its questions, its key, its history. */
import { states } from './fixtures.mjs';

const day = 86_400_000;
const noon = Date.UTC(2026, 10, 21, 17);
const totp = { kind: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30, counter: 0 };

export const accountDetails = {
  id: 'account-0',
  issuer: 'CISSS de la Gaspésie',
  name: 'marie-eve.tremblay@ssss.gouv.qc.ca',
  deviceName: 'Seconde (ordinateur)',
  note: 'Poste 4521 pour le soutien.\nRéf. dossier 20-118.',
  tags: ['Travail'],
  knownTags: ['Famille', 'Travail', 'Études'],
  pinned: true,
  mark: null,
  confirmed: true,
  createdAtMs: noon,
  otp: totp,
  counter: null,
  expiresAtMs: noon + 400 * day,
  renewalNote: 'Appeler le centre de services, poste 4521.',
  token: {},
  sites: ['https://connexion.ssss.gouv.qc.ca', 'https://eespresso.cissslan.rtss.qc.ca'],
  domains: [],
  suggestedSites: [],
  site: { host: 'connexion.ssss.gouv.qc.ca', adjustedMs: null },
  recoveryCodes: { total: 10, left: 8 },
  history: [],
  twins: [],
  isProtected: true,
  rehearsal: false,
};

const history = [
  {
    changedAtMs: noon,
    changes: [{ field: 'otp', before: totp, after: { ...totp, digits: 8 }, otherKey: true }],
    by: 'import',
  },
  {
    changedAtMs: noon - day,
    changes: [
      { field: 'issuer', before: 'CISSS', after: 'CISSS de la Gaspésie' },
      { field: 'sites', before: [], after: ['https://connexion.ssss.gouv.qc.ca'] },
      { field: 'note', before: '', after: 'Poste 4521 pour le soutien.' },
    ],
    by: null,
  },
];
const key = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const answers = {
  'account.prove': { kind: 'proved', grant: 'g' },
  'account.reveal': {
    key,
    pin: null,
    address: `otpauth://totp/CISSS:marie?secret=${key}&issuer=CISSS&algorithm=SHA1&digits=6&period=30`,
  },
  'account.preview': {
    code: '40391627',
    expiresAtMs: null,
    periodSeconds: null,
    keyLength: 32,
    short: false,
    differs: true,
  },
  'account.test': { kind: 'elsewhen', aheadMs: -210_000 },
  'account.edit': { changedAtMs: 5 },
  'account.site-look': {
    origin: 'https://connexi0n.ssss.gouv.qc.ca',
    host: 'connexi0n.ssss.gouv.qc.ca',
    already: false,
    resembles: {
      kind: 'letters',
      host: 'connexi0n.ssss.gouv.qc.ca',
      known: 'connexion.ssss.gouv.qc.ca',
    },
    others: [],
  },
};
const asks = {
  kind: 'asks',
  ways: [{ type: 'password' }, { type: 'recovery' }].map((way) => ({ ...way, id: way.type })),
};
const about = (change = {}, more = {}) => ({
  ...states['list-site'],
  answers: { 'accounts.details': { ...accountDetails, ...change }, ...answers, ...more },
});

export async function openDetails(page) {
  await page.hover('.row:nth-child(1)');
  await page.click('.row:nth-child(1) .row-more');
  await page.waitForSelector('.row-menu');
  await page.click('.row-menu .details');
  await page.waitForSelector('.account-view .part');
}
const inPopup =
  (...acts) =>
  async (page) => {
    await openDetails(page);
    for (const act of acts) await act(page);
  };
const inPage =
  (...acts) =>
  async (page) => {
    await page.waitForSelector('.account-view .part');
    for (const act of acts) await act(page);
  };
export const unfold = (name) => async (page) => {
  await page.$eval(`.part-${name}`, (part) => {
    part.open = true;
    part.scrollIntoView();
  });
  await page.waitForSelector(`.part-${name} > .stack`);
};
const press = (selector) => async (page) => {
  await page.waitForSelector(selector);
  await page.$eval(selector, (button) => button.click());
  await new Promise((resolve) => setTimeout(resolve, 400));
};
const scrollTo = (selector) => (page) => page.$eval(selector, (element) => element.scrollIntoView());
const type = (selector, text) => async (page) => {
  await page.waitForSelector(selector);
  await page.type(selector, text);
  await page.keyboard.press('Enter');
  await new Promise((resolve) => setTimeout(resolve, 200));
};
const popup = (name, state, act, height = 600) => ({
  name: `account-${name}`,
  page: 'popup.html',
  state,
  act,
  height,
});
const full = (name, state, act, height = 1500) => ({
  name: `account-full-${name}`,
  page: 'account.html#account-0',
  state,
  act,
  height,
  width: 1000,
});

export const accountShots = [
  popup('folded', about(), inPopup(), 700),
  popup('fields', about(), inPopup(unfold('fields')), 900),
  popup(
    'mark',
    about(),
    inPopup(unfold('fields'), press('.part-fields .link'), scrollTo('.mark-picker')),
    1100,
  ),
  popup('saved', about(), inPopup(unfold('fields'), type('.part-fields input', '2')), 700),
  popup('sites', about(), inPopup(unfold('sites')), 800),
  popup(
    'site-like',
    about(),
    inPopup(unfold('sites'), type('.part-sites form input', 'connexi0n.ssss.gouv.qc.ca')),
    900,
  ),
  popup('tested', about(), inPopup(unfold('test'), type('.part-test input', '123456')), 800),
  popup('key', about(), inPopup(unfold('key')), 800),
  popup('key-unprotected', about({ isProtected: false }), inPopup(unfold('key')), 800),
  popup(
    'proof',
    about({}, { 'account.prove': asks }),
    inPopup(unfold('key'), press('.part-key .buttons button')),
    800,
  ),
  popup('key-shown', about(), inPopup(unfold('key'), press('.part-key .buttons button')), 900),
  popup('key-change', about(), inPopup(unfold('key'), press('.part-key .buttons .plain')), 1200),
  popup('history', about({ history }), inPopup(unfold('history')), 900),
  popup('remove', about(), inPopup(press('.remove-part button')), 900),
  popup(
    'twins',
    about({
      confirmed: false,
      twins: [
        {
          id: 'b',
          issuer: 'CISSS de la Gaspésie',
          name: 'ancienne.adresse@ssss.gouv.qc.ca',
          why: 'same-key',
        },
        {
          id: 'c',
          issuer: 'CISSS de la Gaspésie',
          name: 'marie-eve.tremblay@ssss.gouv.qc.ca',
          why: 'same-name',
        },
      ],
    }),
    inPopup(),
    800,
  ),
  full('all', about({ history }), inPage()),
  full('history', about({ history }), inPage(unfold('history')), 1700),
  full('key', about(), inPage(press('.part-key .buttons button')), 1700),
  full(
    'counter',
    about({
      counter: 12,
      otp: { ...totp, kind: 'hotp' },
      token: { manufacturer: 'Feitian', serial: '20261122', pin: true },
    }),
    inPage(),
  ),
  { ...full('locked', states.locked, undefined, 600) },
];
