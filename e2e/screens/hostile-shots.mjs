/** Names that nobody would choose, where look-shots does not show them: account, menus, palette, cards, files, trash. */
import { accountDetails, openDetails } from './account-shots.mjs';
import { keepingStates } from './fixtures.mjs';
import { previewOf } from './import-shots.mjs';
import { hostile, hostileList } from './look-shots.mjs';

const noon = Date.UTC(2026, 10, 21, 17);

/** `open` and `enrolled` of fixtures.mjs. */
export function hostileShots(open, enrolled) {
  const base = open(hostile.length, 1);
  const list = hostileList(base, hostile, 0, 19_500);
  const names = hostile.map(([issuer, name], index) => ({ id: `account-${index}`, issuer, name }));
  const details = ([issuer, name]) => ({
    ...accountDetails,
    issuer,
    name,
    note: `${name}\n${issuer}`.slice(0, 300),
    tags: ['x'.repeat(40), 'مستشفى'],
    sites: [`https://${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.example.org`],
    twins: [{ id: 'b', issuer, name, why: 'same-key' }],
    history: [{ changedAtMs: noon, changes: [{ field: 'issuer', before: issuer, after: name }] }],
  });
  const popup = (name, state, act, height = 600) => ({
    name: `hostile-${name}`,
    page: 'popup.html',
    state,
    act,
    height,
  });
  const about = (who) => ({ ...list, answers: { 'accounts.details': details(who) } });
  const full = (name, who) => ({
    name: `hostile-${name}`,
    page: 'account.html#account-0',
    state: about(who),
    width: 1000,
    height: 1500,
    act: (page) => page.waitForSelector('.account-view .part'),
  });
  const carded = (card) => ({ ...list, glance: { ...list.glance, card } });
  const trash = names.map((who, index) => ({ ...who, deletedAtMs: noon, daysLeft: 30 - index }));
  return [
    popup('account', about(hostile[0]), openDetails, 900),
    full('account-full', hostile[1]),
    full('account-rtl', hostile[3]),
    popup('menu', list, menuOf(1)),
    popup('menu-rtl', list, menuOf(4)),
    popup('palette', hostileList(base, hostile, 1, 19_500), palette),
    popup(
      'pick',
      carded({ kind: 'pick-account', host: 'login.microsoftonline.com', options: names.slice(0, 5) }),
      undefined,
      900,
    ),
    popup('choose', carded({ kind: 'choose', options: names.slice(2, 7) }), undefined, 900),
    popup(
      'sign-in',
      carded({
        kind: 'signing-in',
        ...names[3],
        accountId: 'account-3',
        fill: { ...enrolled.fill, deviceName: null },
      }),
    ),
    previewOf('hostile-import', hostile),
    {
      name: 'hostile-trash',
      page: 'options.html#trash',
      state: { ...list, answers: { ...keepingStates['keeping-all'].answers, 'trash.list': trash } },
      width: 700,
      height: 1500,
      act: (page) => page.$eval('#trash', (section) => section.scrollIntoView()),
    },
  ];
}

function menuOf(nth) {
  return async (page) => {
    await page.hover(`.row:nth-child(${nth})`);
    await page.click(`.row:nth-child(${nth}) .row-more`);
    await page.waitForSelector('.row-menu .details');
    await new Promise((resolve) => setTimeout(resolve, 250));
  };
}

async function palette(page) {
  await page.keyboard.type('>');
  await page.waitForSelector('.palette li');
}
