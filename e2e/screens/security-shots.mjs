/** Ways to open the vault, locking, the practice of the password, the clipboard. */
import { pressWords as press } from './press.mjs';
import { keepingStates, states } from './fixtures.mjs';

const noon = Date.UTC(2026, 10, 21, 17);
const way = (type, label = '', days = 0) => ({
  id: type + label,
  type,
  label,
  createdAt: type === 'device' ? null : noon - days * 86_400_000,
});
const all = [way('password', '', 40), way('recovery', '', 40), way('prf', 'Portable du bureau', 12)];
const code = '7KQ4M-0V3XB-YT8WC-2HDRN-5PJ9E-G6ZSA-1M4KQ-XB0V3';

const withWays = (base, ways, more = {}) => ({
  ...states[base],
  permissions: more.permissions,
  answers: {
    'vault.ways': { ways },
    'vault.add-recovery-code': { code },
    'vault.passkeys': [{}],
    'clipboard.copied': { seconds: 30 },
    ...keepingStates['keeping-first'].answers,
    ...more.answers,
  },
});

const settings = (name, state, act) => ({
  name: `security-${name}`,
  page: 'options.html',
  state,
  act,
  height: 1500,
  width: 700,
});
const popup = (name, state, act) => ({ name: `security-${name}`, page: 'popup.html', state, act });

/** The background asks who it is. */
const asking = (ways, more = {}) => ({ ...withWays('list-site', ways), asksProof: ways, ...more });

const makeCode = [/^(Créer un code|Make a code)/, /^(Afficher le code|Show the code)/];

export const securityShots = [
  settings('ways-none', withWays('list-unprotected', [way('device')])),
  settings('ways-all', withWays('list-site', all, { permissions: ['clipboardWrite'] })),
  settings(
    'ways-password',
    withWays('list-site', all.slice(0, 1), { permissions: ['clipboardWrite', 'clipboardRead'] }),
    press(/^(Changer|Change)$/),
  ),
  settings('ways-remove', withWays('list-site', all), press(/(Retirer|Remove).*(récup|ecovery)/)),
  settings('code-before', withWays('list-site', all.slice(0, 1)), press(makeCode[0])),
  settings('code-shown', withWays('list-site', all.slice(0, 1)), press(...makeCode)),
  settings(
    'code-check',
    withWays('list-site', all.slice(0, 1)),
    press(...makeCode, /^(C’est noté|I have kept it)/),
  ),
  settings('prove-password', asking(all.slice(0, 1)), press(/^(Changer|Change)$/)),
  settings('prove-all', asking(all), press(/^(Remplacer|Replace)$/)),
  settings('prove-code', asking(all), press(/^(Remplacer|Replace)$/, /^(Utiliser le code|Use the recovery)/)),
  settings('prove-remove', asking(all), press(/(Retirer|Remove).*(Portable)/)),
  settings('prove-wrong', asking(all, { proofIsWrong: true }), async (page) => {
    await press(/^(Changer|Change)$/)(page);
    await page.waitForSelector('.task input[type=password]');
    await page.type('.task input[type=password]', 'pas sûre');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.task [role=alert]');
  }),
  settings(
    'prove-late',
    {
      ...withWays('list-site', all.slice(0, 1)),
      // Believed at first; by the time the code is asked for, no longer.
      asksProofFrom: 1,
      asksProof: all.slice(0, 1),
      refused: { 'vault.add-recovery-code': 'proof-needed' },
    },
    press(...makeCode),
  ),
  popup(
    'prove',
    {
      ...states['list-site'],
      glance: { ...states['list-site'].glance, practice: true },
      asksProof: all,
      refused: { 'practice.try': 'password-wrong' },
    },
    async (page) => {
      await press(/^(L’essayer|Try it)/)(page);
      await page.type('input[type=password]', 'pas sûre');
      await page.keyboard.press('Enter');
      await press(/^(Choisir un|Choose a)/)(page);
    },
  ),
  popup('locked', withWays('locked', all)),
  popup('locked-code', withWays('locked', all), press(/^(Utiliser le code|Use the recovery)/)),
  popup('practice-banner', {
    ...states['list-site'],
    glance: { ...states['list-site'].glance, practice: true },
  }),
  popup(
    'practice',
    { ...states['list-site'], glance: { ...states['list-site'].glance, practice: true } },
    press(/^(L’essayer|Try it)/),
  ),
  popup(
    'practice-wrong',
    {
      ...states['list-site'],
      glance: { ...states['list-site'].glance, practice: true },
      refused: { 'practice.try': 'password-wrong' },
    },
    async (page) => {
      await press(/^(L’essayer|Try it)/)(page);
      await page.type('input[type=password]', 'pas sûre');
      await page.keyboard.press('Enter');
    },
  ),
  popup('copied-soon', withWays('list-site', all), (page) => page.keyboard.press('Enter')),
  { name: 'security-unlock', page: 'unlock.html', state: withWays('locked', all), height: 500, width: 700 },
];
