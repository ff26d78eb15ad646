/** The cards of other kinds of codes, of exports in parts and of other companies' apps, in the panel where they are whole. */

const microsoft = { kind: 'other-app', app: 'Microsoft Authenticator', advice: 'microsoft', byPage: false };
const link = { role: 'another-app', words: 'Je souhaite utiliser une autre application…' };
const collected = { kind: 'collected', size: 3, known: 0, unread: 0, other: false };

const cards = {
  pin: { kind: 'pin', issuer: 'Intranet du CISSS', name: 'marie-eve.tremblay' },
  'collected-first': { ...collected, have: [2], added: 9 },
  'collected-other': { ...collected, have: [1, 3], added: 14, known: 3, unread: 1, other: true },
  'collected-whole': { ...collected, have: [1, 2, 3], added: 23 },
  'other-microsoft-found': { ...microsoft, link },
  'other-microsoft-hidden': { ...microsoft, link: null },
  'other-okta': { kind: 'other-app', app: 'Okta Verify', advice: 'okta', link: null, byPage: false },
  'other-passkey': { kind: 'other-app', app: '', advice: 'passkey', link: null, byPage: false },
  series: { kind: 'failed', failure: { code: 'qr-series' } },
  'bare-key': { kind: 'failed', failure: { code: 'qr-bare-key' } },
};

/** `enrolled`: a card of an account just added, to which the part to type is put. */
export function kindShots(open, enrolled) {
  const whole = {
    ...cards,
    'two-step': { ...enrolled, clientPart: 'NXEG6EIAAEBAGBAFAYDQ', fill: { kind: 'nothing' } },
  };
  return Object.entries(whole).map(([name, card]) => ({
    name: `kind-${name}`,
    page: 'sidepanel.html',
    state: open(4, 1, { card }),
    height: 760,
    width: 360,
  }));
}
