/** The settings: every section, the search, what a search led to; beside their list and under it. */
import { keepingStates, states } from './fixtures.mjs';

const none = {
  disable: false,
  requirePassword: false,
  forbidUnattendedFill: false,
  forbidClearExport: false,
  unreadable: [],
};
const base = {
  ...states['list-site'],
  answers: {
    ...keepingStates['keeping-first'].answers,
    'policy.read': none,
    'support.read': {
      vault: { kind: 'open', protected: true },
      accounts: 12,
      ways: { password: true, recovery: true, passkeys: 1 },
      backup: { verifiedAtMs: Date.UTC(2026, 10, 14, 17), changesSince: 2 },
      automaticBackup: true,
      clock: { offsetMs: -47_000, measuredAtMs: 0 },
      policy: none,
    },
    'sites.list': { sites: [], domains: [], httpHosts: [], isProtected: true },
  },
};
const at = (name, address, more = {}) => ({
  name: `options-${name}`,
  page: `options.html${address}`,
  state: base,
  height: 900,
  width: 1000,
  ...more,
});
const type = (text) => async (page) => {
  await page.type('input[type=search]', text);
};

const ruled = (policy, more = {}) => ({
  ...base,
  ...more,
  answers: { ...base.answers, 'policy.read': { ...none, ...policy }, ...more.answers },
});
const off = { kind: 'unusable', failure: { code: 'organisation-disabled' } };
const popup = (name, vault, page = null) => ({
  name: `options-${name}`,
  page: 'popup.html',
  state: { ...base, glance: { ...base.glance, vault, page, card: null } },
});

export const optionsShots = [
  at('rules', '#security', {
    state: ruled({ requirePassword: true, forbidUnattendedFill: true, forbidClearExport: true }),
  }),
  at('rules-unreadable', '#backup', {
    state: ruled(
      {
        disable: true,
        requirePassword: true,
        forbidUnattendedFill: true,
        forbidClearExport: true,
        unreadable: ['Disable'],
      },
      { failures: { 'backup.state': { code: 'vault-locked' } } },
    ),
  }),
  popup('off', off),
  popup('must-protect', { kind: 'open', protected: false, accounts: 1, mustProtect: true }),
  at('security', '#security'),
  at('backup', '#backup'),
  at('transfer', '#transfer'),
  at('sites', '#sites'),
  at('appearance', '#appearance'),
  at('shortcuts', '#shortcuts', { height: 1100 }),
  at('about', '#about', { height: 1000 }),
  at('support-narrow', '#support', { width: 380, height: 1200 }),
  at('undo', '#lock', {
    act: async (page) => {
      await page.select('#lock-after select', '60');
    },
  }),
  at('found', '#lock-idle'),
  at('search', '', { act: type('mot') }),
  at('search-none', '', { act: type('zzz') }),
  at('narrow', '#appearance', { width: 380, height: 700 }),
];
