/** The page of files of other apps: what is given, what it asks, what would change, what came of it. The reading is real. */
import { states } from './fixtures.mjs';

const entry = (issuer, name, info) => ({ type: 'totp', uuid: `${issuer}-${name}`, name, issuer, info });
const secret = '4SJHB4GSD43FZBAI7C2HLRJGPQ';
const usual = { secret, algo: 'SHA1', digits: 6, period: 30 };
const plain = JSON.stringify({
  version: 1,
  header: { slots: null, params: null },
  db: {
    version: 2,
    entries: [
      entry('Omnivox', '2412345', usual),
      entry('Desjardins', 'm.tremblay@exemple.qc.ca', { ...usual, digits: 8 }),
      entry('Hydro-Québec', 'marie.tremblay', usual),
      entry('Réseau privé', 'mtremblay', { ...usual, algo: 'SHA384' }),
      entry('Impôts', 'clicSÉQUR', { secret, algo: 'SHA1' }),
      entry('GitHub', 'mtremblay', usual),
      { ...entry('Intranet', 'mtremblay', usual), type: 'motp' },
      entry('Abîmé', 'compte', { ...usual, secret: '!!!' }),
    ],
  },
});
const closed = JSON.stringify({
  version: 1,
  kdfParams: { memLimit: 1024 * 1024 * 1024, opsLimit: 4, salt: 'AAAAAAAAAAAAAAAAAAAAAA==' },
  encryptedData: 'AAAA',
  encryptionNonce: 'AAAA',
});
const preview = {
  rows: [
    { status: 'new' },
    {
      status: 'changed',
      fields: ['name', 'codes'],
      here: { issuer: 'Desjardins', name: 'marie' },
      usual: 'leave',
    },
    { status: 'new', fromTrash: true },
    { status: 'new' },
    { status: 'new' },
    { status: 'same' },
    { status: 'new' },
  ],
  seen: ['', '', '', '', '', '', ''],
  hereOnly: [
    { issuer: 'Google', name: 'marie.tremblay@exemple.test' },
    { issuer: 'Postes Canada', name: '' },
  ],
};

const base = states['list-site'];
const backup = {
  accounts: 12,
  ways: ['password'],
  changesSince: 0,
  automatic: { on: false, lastAtMs: null, failed: false },
};
const shot = (name, act, { answers = {}, height = 900, state = base } = {}) => ({
  name: `import-${name}`,
  page: 'import.html',
  state: {
    ...state,
    answers: {
      'import.state': { last: null },
      'import.preview': preview,
      'import.commit': { added: 4, changed: 1, meanwhile: [] },
      'backup.state': { ...backup, verifiedAtMs: null },
      ...answers,
    },
  },
  width: 900,
  height,
  act,
});

const last = { atMs: Date.UTC(2026, 10, 20, 15), added: 12, changed: 2 };
const checked = { 'backup.state': { ...backup, verifiedAtMs: Date.UTC(2026, 10, 20) } };

export const importShots = [
  shot('start', undefined, { answers: { 'import.state': { last } }, height: 640 }),
  shot('paste', openPaste, { height: 640 }),
  shot('locked', undefined, { state: states.locked, height: 600 }),
  shot('secret', give(closed, 'input[type=password]'), { height: 900 }),
  shot('unknown', give('une liste d’épicerie', '.notice.bad'), { height: 800 }),
  shot('preview', give(plain, '.import-row'), { height: 1300 }),
  shot('done', bringIn, { height: 900 }),
  shot('done-meanwhile', bringIn, {
    answers: { 'import.commit': { added: 2, changed: 0, meanwhile: [0, 1] } },
    height: 900,
  }),
  shot('done-checked', bringIn, { answers: checked, height: 900 }),
];

/** What a file of these accounts would change: `name` of the shot, pairs of issuer and name. */
export function previewOf(name, who) {
  const file = (entries) =>
    JSON.stringify({ version: 1, header: { slots: null, params: null }, db: { version: 2, entries } });
  const text = file(who.map(([issuer, account]) => entry(issuer, account, usual)));
  const rows = who.map(([issuer, account], index) =>
    index === 3
      ? { status: 'changed', fields: ['name'], here: { issuer: account, name: issuer }, usual: 'leave' }
      : { status: 'new' },
  );
  const answers = { 'import.preview': { rows, hereOnly: [] } };
  return { ...shot(name, give(text, '.import-row'), { answers, height: 1600 }), name };
}

async function openPaste(page) {
  await page.waitForSelector('.import-give .link');
  await page.click('.import-give .link');
  await page.waitForSelector('.import-text');
}

function give(text, shown) {
  return async (page) => {
    await openPaste(page);
    await page.$eval(
      '.import-text',
      (field, value) => {
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      },
      text,
    );
    await page.click('.import-give form .primary');
    await page.waitForSelector(`.import-file ${shown}, .import-preview ${shown}`);
  };
}

async function bringIn(page) {
  await give(plain, '.import-row')(page);
  await page.click('.import-yes .primary');
  await page.waitForSelector('.import-done');
}
