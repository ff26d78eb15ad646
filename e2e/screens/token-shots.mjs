/** Clocks, dates, counters, reminders and the page of a virtual token. */
import { pressWords as press } from './press.mjs';
import { accountDetails as details, openDetails, unfold } from './account-shots.mjs';
import { states } from './fixtures.mjs';

const day = 86_400_000;
const noon = Date.UTC(2026, 10, 21, 17);
const host = 'connexion.ssss.gouv.qc.ca';
const ahead = { kind: 'known', host, offsetMs: -47_200, adjustedMs: null, notable: true, tooFar: false };
const site = states['list-site'];

const withRows = (change) => {
  const rows = site.rows.map((row, index) => ({ ...row, ...change(index) }));
  return {
    ...site,
    rows,
    glance: { ...site.glance, page: { ...site.glance.page, rows: rows.slice(0, 12) } },
  };
};
const dated = withRows((index) => {
  if (index === 0) return { extra: { adjustedFor: host } };
  if (index === 1) return { extra: { expiresAtMs: noon + 400 * day } };
  if (index === 2)
    return {
      issuer: 'Jeton virtuel',
      name: 'MSSS',
      code: { kind: 'none' },
      extra: { expiresAtMs: noon + 10 * day },
    };
  if (index === 3) return { extra: { expiresAtMs: noon - 40 * day } };
  return {};
});
const notice = (expiresAtMs, renewalNote) => ({
  ...dated,
  glance: {
    ...dated.glance,
    expiring: [{ accountId: 'account-2', issuer: 'Jeton virtuel', name: 'MSSS', expiresAtMs, renewalNote }],
  },
});
const card = (change) => ({
  ...site,
  glance: { ...site.glance, card: { ...states['card-enrolled-refused'].glance.card, ...change } },
});
const about = (change, answers = {}) => ({
  ...dated,
  answers: { 'accounts.details': { ...details, ...change }, ...answers },
});
const found = { kind: 'found', counter: 58, moves: 'forward' };

const popup = (name, state, act, height = 600) => ({
  name: `token-${name}`,
  page: 'popup.html',
  state,
  act,
  height,
});
const sheet = (name, state, act, height) => ({
  name: `token-${name}`,
  page: 'token.html',
  state,
  act,
  height,
  width: 700,
});

export const tokenShots = [
  popup('rows', dated),
  popup('rows-menu', dated, async (page) => {
    await page.hover('.row:nth-child(1)');
    await page.click('.row:nth-child(1) .row-more');
    await page.waitForSelector('.row-menu');
  }),
  popup('notice', notice(Date.now() + 10 * day, 'Renouveler le jeton virtuel avant cette date.')),
  popup('notice-over', notice(Date.now() - 2 * day, '')),
  popup('card-clock', card({ outcome: 'waiting', fill: { kind: 'clock', host, clock: ahead } })),
  popup('card-refused-clock', card({ clock: ahead })),
  popup('card-refused-unknown', card({ clock: { kind: 'unknown', host } })),
  popup('card-refused-fine', card({ clock: { ...ahead, offsetMs: 300, notable: false } })),
  popup('card-refused-stale', card({ clock: { ...ahead, offsetMs: 200, adjustedMs: -47_200 } })),
  popup('card-virtual', {
    ...site,
    glance: {
      ...site.glance,
      card: { kind: 'other-app', app: 'CA Mobile OTP', advice: 'token', link: null, byPage: false },
    },
  }),
  popup('details', about({}), openDetails, 700),
  popup('details-checked', about({}, { 'clock.check': ahead }), async (page) => {
    await openDetails(page);
    await unfold('clock')(page);
    await press(/Vérifier l’horloge|Check the clock/)(page);
    await page.$eval('.account-view', (view) => view.lastElementChild.scrollIntoView());
  }),
  popup(
    'details-counter',
    about(
      { counter: 12, site: null, token: { manufacturer: 'Feitian', serial: '20261122', pin: true } },
      { 'counter.find': found },
    ),
    async (page) => {
      await openDetails(page);
      await unfold('counter')(page);
      await page.type('.part-counter input', '123456');
      await page.keyboard.press('Enter');
    },
    1250,
  ),
  sheet('page', site, undefined, 2300),
  sheet('page-locked', states.locked, undefined, 900),
];
