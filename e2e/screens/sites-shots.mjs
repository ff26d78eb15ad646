/** Sites: look-alike hosts, fields and frames to choose from, what was wrong, the settings. */
import { pressWords as press } from './press.mjs';
import { keepingStates, states } from './fixtures.mjs';

const resembles = {
  kind: 'letters',
  host: 'portail.cegep-rnatane.qc.ca',
  known: 'portail.cegep-matane.qc.ca',
};
const account = { id: 'account-1', issuer: 'Microsoft', name: 'm.tremblay@cegep-matane.qc.ca' };
const other = { id: 'account-2', issuer: 'Omnivox', name: '2412345' };

const withCard = (card) => {
  const base = states['card-ask-site'];
  return { ...base, glance: { ...base.glance, card } };
};
const withPage = (page, more = {}) => {
  const base = states['list-site'];
  return { ...base, glance: { ...base.glance, ...more, page: { ...base.glance.page, ...page } } };
};
/** No account belongs to a host that only looks like one that has some. */
const onLookAlike = () => {
  const { rows } = states['list-site'].glance.page;
  return withPage({
    resembles,
    here: 0,
    host: resembles.host,
    rows: rows.map((row) => ({ ...row, here: false })),
  });
};
const popup = (name, state, act) => ({ name: `sites-${name}`, page: 'popup.html', state, act, height: 640 });
const ask = {
  kind: 'ask-site',
  accountId: other.id,
  issuer: other.issuer,
  name: other.name,
  host: 'matane-lea.omnivox.ca',
  knownHosts: ['matane.omnivox.ca'],
};
const row = (host, more = {}) => ({
  origin: `https://${host}`,
  host,
  accounts: [account],
  allowed: false,
  unattended: false,
  never: false,
  chosen: false,
  ...more,
});
const list = (isProtected) => ({
  sites: [
    row('login.microsoftonline.com', {
      accounts: [account, { ...account, id: 'b', name: 'direction@cegep-matane.qc.ca' }],
      chosen: true,
    }),
    row('matane.omnivox.ca', { accounts: [other], allowed: true, unattended: isProtected }),
    row('portail.un-tres-long-nom-d-etablissement.ssss.gouv.qc.ca', { never: true }),
  ],
  domains: [{ domain: 'omnivox.ca', account: other }],
  httpHosts: ['intranet.hopital.local:8080'],
  isProtected,
});
const settings = (name, answer) => ({
  name: `sites-settings-${name}`,
  page: 'options.html#sites',
  state: {
    ...states['list-site'],
    answers: { ...keepingStates['keeping-first'].answers, 'sites.list': answer },
  },
  act: async (page) => {
    await page.waitForSelector('#sites li, #sites p');
    await page.evaluate(() => document.querySelector('#sites-list').scrollIntoView());
  },
  height: 1100,
  width: 700,
});

export const sitesShots = [
  popup('like', onLookAlike()),
  popup('like-copy', onLookAlike(), async (page) => {
    await page.waitForSelector('.likeness');
    await page.click('.row-main');
  }),
  popup('last', {
    ...withPage(
      {},
      { last: { host: 'portail.cegep-matane.qc.ca', issuer: 'Microsoft', name: '', unattended: false } },
    ),
    answers: { 'fill.ready': { sure: true } },
  }),
  popup('ask-wider', withCard(ask)),
  popup(
    'ask-like',
    withCard({
      ...ask,
      host: 'matane.omn1vox.ca',
      resembles: { ...resembles, host: 'matane.omn1vox.ca', known: 'matane.omnivox.ca' },
    }),
  ),
  popup('ask-framed', withCard({ ...ask, framedBy: 'portail.exemple.net' })),
  popup(
    'pick-field',
    withCard({
      kind: 'pick-field',
      host: 'portail.exemple.ca',
      accountId: null,
      failure: { code: 'field-unsure' },
      options: [
        { label: 'Code', place: 'Se connecter' },
        { label: 'Numéro de dossier', place: 'Rechercher un dossier' },
        { label: '', place: '' },
      ],
    }),
  ),
  popup(
    'frame',
    withCard({
      kind: 'ask-frame',
      accountId: null,
      topHost: 'portail.exemple.ca',
      frames: [{ origin: 'https://connexion.fournisseur.example', host: 'connexion.fournisseur.example' }],
    }),
  ),
  popup(
    'insecure',
    withCard({ kind: 'insecure', host: 'intranet.hopital.local:8080', accountId: account.id }),
  ),
  popup(
    'insecure-second',
    withCard({ kind: 'insecure', host: 'intranet.hopital.local:8080', accountId: account.id }),
    press(/(travail|workplace)/),
  ),
  popup(
    'never',
    withCard({
      kind: 'never-here',
      origin: 'https://portail.exemple.ca',
      host: 'portail.exemple.ca',
      accountId: null,
    }),
  ),
  popup(
    'correct',
    withCard({
      kind: 'correct',
      accountId: account.id,
      issuer: account.issuer,
      name: account.name,
      host: 'login.microsoftonline.com',
      field: { label: 'Code', place: 'Vérifier' },
      reasons: ['name', 'label', 'length'],
      unattended: false,
      accounts: [{ ...account, id: 'b', name: 'direction@cegep-matane.qc.ca' }, other],
      fields: [{ label: 'Autre code', place: 'Continuer' }],
    }),
  ),
  settings('all', list(true)),
  settings('unprotected', list(false)),
  settings('none', { sites: [], domains: [], httpHosts: [], isProtected: true }),
];
