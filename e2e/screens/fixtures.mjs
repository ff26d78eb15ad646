/** What the pretended background answers, one state of the interface each. Codes and names are made up. */
const settings = {
  schema: 1,
  language: null,
  appearance: 'system',
  computer: null,
  fillAtEnrolment: true,
  lockAfterMinutes: 15,
  lockWhenIdleMinutes: null,
  lockWithScreen: true,
  practice: true,
  clipboardSeconds: 30,
  clipboardUnsure: 'empty',
};

const people = [
  ['CISSS de la Gaspésie', 'marie-eve.tremblay@ssss.gouv.qc.ca', true],
  ['Microsoft', 'm.tremblay@cegep-matane.qc.ca', true],
  ['Omnivox', '2412345', true],
  ['CPE Les Petits Pas', 'marie-ève', false],
  ['GitHub', 'metremblay', true],
  ['Desjardins', '4540 **** 1234', true],
  ['Steam', 'mtremblay', true],
  ['Hydro-Québec – Espace client et gestion des pannes', 'marie.tremblay.longue.adresse@exemple.qc.ca', true],
  ['Compteur', 'clé de bureau', true],
];

const marks = { Microsoft: 'microsoft', GitHub: 'github', Steam: 'steam' };

export function rows(count, here, leftMs) {
  return Array.from({ length: count }, (_, index) => {
    const [issuer, name, confirmed] = people[index % people.length];
    const digits = String((index + 1) * 7_654_321 + 123_456)
      .slice(-6)
      .padStart(6, '0');
    const next = String((index + 1) * 3_456_789 + 987_654)
      .slice(-6)
      .padStart(6, '0');
    return {
      id: `account-${index}`,
      issuer,
      name,
      here: index < here,
      confirmed,
      ...(marks[issuer] && { mark: marks[issuer] }),
      code:
        issuer === 'Compteur'
          ? { kind: 'counted', current: null, counter: 4 }
          : {
              kind: 'timed',
              current: issuer === 'Steam' ? 'K7PQ2' : issuer === 'Desjardins' ? `${digits}42` : digits,
              next: issuer === 'Steam' ? 'W3XYB' : next,
              periodSeconds: 30,
              expiresInMs: leftMs,
            },
    };
  });
}

export function open(count, here, more = {}) {
  const { card = null, isProtected = true, leftMs = 19_500 } = more;
  const all = rows(count, here, leftMs);
  return {
    rows: all,
    answers: more.answers,
    glance: {
      ...(more.safety && { safety: more.safety }),
      vault: { kind: 'open', protected: isProtected, accounts: count },
      page: {
        total: count,
        offset: 0,
        rows: all.slice(0, 12),
        here,
        host: here > 0 ? 'connexion.ssss.gouv.qc.ca' : 'www.example.org',
      },
      card,
      settings,
    },
  };
}

export const enrolled = {
  kind: 'enrolled',
  accountId: 'account-0',
  issuer: 'CISSS de la Gaspésie',
  name: 'marie-eve.tremblay@ssss.gouv.qc.ca',
  known: false,
  others: 0,
  fill: {
    kind: 'filled',
    host: 'connexion.ssss.gouv.qc.ca',
    expiresInMs: 19_500,
    deviceName: 'Seconde (ordinateur)',
  },
  outcome: 'waiting',
  button: 'Soumettre',
  warnings: [],
  askComputer: false,
  computer: 'mine',
};
const who = { accountId: 'account-0', issuer: enrolled.issuer, name: enrolled.name };
const card = (change) => open(4, 1, { card: { ...enrolled, ...change } });
const ready = { kind: 'ready', host: 'connexion.ssss.gouv.qc.ca', why: 'boxes' };

/** Expiry is written as `expiresInMs`; the page that pretends turns it into a time. */
export const states = {
  'list-site': open(9, 1),
  'list-two-here-ending': open(9, 2, { leftMs: 3500 }),
  'list-unprotected': open(3, 1, { isProtected: false }),
  'list-thousand': open(1000, 0),
  'list-one': open(1, 1),
  empty: { rows: [], glance: { vault: { kind: 'empty' }, page: null, card: null, settings } },
  locked: { rows: [], glance: { vault: { kind: 'locked' }, page: null, card: null, settings } },
  'locked-enrol': {
    rows: [],
    glance: { vault: { kind: 'locked' }, page: null, card: { kind: 'locked', gesture: 'enrol' }, settings },
  },
  unusable: {
    rows: [],
    glance: {
      vault: { kind: 'unusable', failure: { code: 'vault-damaged' } },
      page: null,
      card: null,
      settings,
    },
  },
  'card-working': open(4, 1, { card: { kind: 'working', gesture: 'enrol' } }),
  'card-enrolled': card({}),
  'card-enrolled-computer': card({ askComputer: true, computer: null, outcome: 'accepted' }),
  'card-enrolled-boxes': card({ fill: ready }),
  'card-enrolled-expired': card({ fill: { ...enrolled.fill, expiresInMs: -1000 } }),
  'card-enrolled-unknown': card({ outcome: 'unknown' }),
  'card-enrolled-accepted': card({ outcome: 'accepted' }),
  'card-enrolled-refused': card({ outcome: 'refused' }),
  'card-enrolled-no-field': card({
    fill: { kind: 'nothing' },
    button: null,
    warnings: ['secret-short', 'issuers-differ'],
    others: 2,
  }),
  'card-enrolled-shared': open(1, 1, {
    isProtected: false,
    card: { ...enrolled, computer: 'shared', outcome: 'accepted' },
  }),
  'card-enrolled-public': card({ computer: 'public' }),
  'card-enrolled-public-accepted': card({ computer: 'public', outcome: 'accepted' }),
  'card-choose': open(4, 1, {
    card: {
      kind: 'choose',
      options: [
        { issuer: 'Omnivox', name: '2412345' },
        { issuer: '', name: 'marie-eve@exemple.qc.ca' },
      ],
    },
  }),
  'card-private': open(4, 1, { card: { kind: 'private-window' } }),
  'card-sign-in-filled': open(4, 1, {
    card: { kind: 'signing-in', ...who, fill: { ...enrolled.fill, deviceName: null } },
  }),
  'card-sign-in-waiting': open(4, 1, {
    card: {
      kind: 'signing-in',
      ...who,
      fill: { kind: 'waiting', host: 'connexion.ssss.gouv.qc.ca', inMs: 8200 },
    },
  }),
  'card-sign-in-failed': open(4, 1, {
    card: { kind: 'signing-in', ...who, fill: { kind: 'failed', failure: { code: 'field-unsure' } } },
  }),
  'card-ask-site': open(4, 0, {
    card: {
      kind: 'ask-site',
      ...who,
      host: 'connexion-ssss.example.net',
      knownHosts: ['connexion.ssss.gouv.qc.ca'],
    },
  }),
  'card-pick': open(4, 2, {
    card: {
      kind: 'pick-account',
      host: 'login.microsoftonline.com',
      options: rows(2, 2, 0).map(({ id, issuer, name }) => ({ id, issuer, name })),
    },
  }),
  'card-failed': open(4, 1, { card: { kind: 'failed', failure: { code: 'qr-microsoft' } } }),
};

const day = 86_400_000;
const noon = Date.UTC(2026, 10, 21, 17);
const backupState = {
  accounts: 9,
  ways: ['password', 'recovery'],
  verifiedAtMs: null,
  changesSince: 0,
  automatic: { on: false, lastAtMs: null, failed: false },
};
const trash = rows(3, 0, 0).map(({ id, issuer, name }, index) => ({
  id,
  issuer,
  name,
  deletedAtMs: noon - index * 12 * day,
  daysLeft: 30 - index * 12,
}));
const way = (type) => ({ id: type, type, label: '', createdAt: noon });
const candidate = (source, gen, ageDays, types, failure = null) => ({
  id: `${source}.${gen}`,
  source,
  failure,
  gen: failure ? null : gen,
  savedAt: failure ? null : noon - ageDays * day,
  ways: types.map(way),
  passkeys: [],
});
const found = (condition, candidates) => ({
  'recovery.findings': { condition, candidates, unread: [] },
  'recovery.preview': { accounts: 9, savedAt: noon },
});
const keyed = ['password', 'recovery'];
const keeping = (answers, more = {}) =>
  open(9, 0, { ...more, answers: { 'backup.state': backupState, 'trash.list': [], ...answers } });

/** The settings and the pages that keep accounts from being lost. */
export const keepingStates = {
  'keeping-first': keeping({
    'leave.state': { accounts: 9, isBackedUp: false, files: [] },
  }),
  'keeping-all': keeping({
    'backup.state': {
      ...backupState,
      verifiedAtMs: noon - 3 * day,
      changesSince: 2,
      automatic: { on: true, lastAtMs: noon - day, failed: false },
    },
    'trash.list': trash,
    'leave.state': {
      accounts: 9,
      isBackedUp: true,
      files: ['seconde-2026-11-21.json', 'Seconde/seconde-backup-6.json'],
    },
  }),
  'recovery-damaged': keeping(
    found('damaged', [
      candidate('vault', 41, 0, [], { code: 'vault-damaged' }),
      candidate('mirror', 41, 0, keyed),
      candidate('previous', 40, 1, keyed),
      candidate('ring', 32, 5, ['password']),
    ]),
  ),
  'recovery-lost-device': keeping(found('lost', [candidate('mirror', 3, 0, ['device'])])),
  'recovery-newer': keeping(found('newer', [candidate('vault', 41, 0, keyed)])),
  'recovery-unreadable': keeping(found('unreadable', [candidate('mirror', 41, 0, keyed)])),
  kit: keeping({ 'vault.add-recovery-code': { code: '7KQ4M-0V3XB-YT8WC-2HDRN-5PJ9E-G6ZSA-1M4KQ-XB0V3' } }),
  'kit-prove': {
    ...keeping({}),
    asksProof: ['password', 'recovery', 'prf'].map((type) => ({ id: type, type, label: '', createdAt: 0 })),
  },
  'keeping-unprotected': keeping({
    'backup.state': { ...backupState, ways: [] },
    'leave.state': { accounts: 9, isBackedUp: false, files: [] },
  }),
  'kit-first': keeping({ 'backup.state': { ...backupState, ways: [] } }),
  'list-backup-first': open(3, 0, {
    safety: { reminder: 'first', automaticFailed: false, offerKit: true },
  }),
  'list-backup-failed': open(9, 1, {
    safety: { reminder: 'due', automaticFailed: true, offerKit: false },
  }),
  'card-kit': open(1, 1, {
    safety: { reminder: 'first', automaticFailed: false, offerKit: true },
    card: { ...enrolled, outcome: 'accepted' },
  }),
};

/** What the pretended background says of the one backup file that the pictures show. */
export const fileAnswers = {
  'backup.look': { savedAt: noon, ways: keyed },
  'backup.test': { savedAt: noon, accounts: 9, missing: 0 },
  'backup.preview': {
    savedAt: noon,
    accounts: rows(5, 0, 0).map(({ issuer, name }, index) => ({ issuer, name, isNew: index % 3 === 1 })),
    onlyHere: 2,
  },
  'backup.write': { fileName: 'seconde-2026-11-21.json', text: '{}', accounts: 9 },
  'backup.restore': { accounts: 9 },
  'leave.now': { files: ['seconde-2026-11-21.json', 'Seconde/seconde-backup-6.json'] },
};
