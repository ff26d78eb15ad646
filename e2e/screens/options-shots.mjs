/** The settings: every section, the search, what a search led to; beside their list and under it. */
import { keepingStates, states } from './fixtures.mjs';

const base = {
  ...states['list-site'],
  answers: {
    ...keepingStates['keeping-first'].answers,
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

export const optionsShots = [
  at('security', '#security'),
  at('backup', '#backup'),
  at('transfer', '#transfer'),
  at('sites', '#sites'),
  at('appearance', '#appearance'),
  at('about', '#about'),
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
