import { accountDetails, openDetails, unfold } from './account-shots.mjs';

/** The pictures of an enrolment that goes on: later steps, second attempts, recovery codes. */
export function enrolShots(open, enrolled) {
  const host = 'connexion.ssss.gouv.qc.ca';
  const card = (name, change, more = {}, act) => ({
    name: `card-${name}`,
    page: 'popup.html',
    state: open(4, 1, { ...more, card: { ...enrolled, ...change } }),
    height: 640,
    act,
  });
  const codes = ['X3V7-QK2M-8RTA', 'BB4D-9ZXC-LL2P', 'QW3E-RT5Y-UI7O', 'ZX9C-VB2N-MA4S', 'PO8I-UY6T-RE3W'];
  const kept = codes.map((value, index) => ({ value, usedAtMs: index < 2 ? 1_790_000_000_000 : null }));
  const details = { ...accountDetails, recoveryCodes: { total: 5, left: 3 } };
  const withCodes = (answers) => {
    const state = open(4, 1, {
      answers: {
        'accounts.details': details,
        'codes.read': { codes },
        'codes.asked': { number: null },
        ...answers,
      },
    });
    for (const row of state.rows) if (row.here) row.extra = { recovery: true };
    return state;
  };
  const inDetails = (name, answers, act) => ({
    name,
    page: 'popup.html',
    state: withCodes(answers),
    height: 1000,
    act: async (page) => {
      await openDetails(page);
      await unfold('recovery')(page);
      await page.waitForSelector('.recovery-part');
      await act(page);
    },
  });
  const shown = { 'codes.show': { kind: 'shown', codes: kept } };
  return [
    card('armed', { fill: { kind: 'armed', host, untilMs: Date.now() + 600_000 } }),
    card('left', { outcome: 'left' }),
    card('replaced', { replaced: ['account-9'] }),
    card('older', { outcome: 'accepted', older: ['account-9'] }),
    card('before', {}, { safety: { reminder: 'first', automaticFailed: false, offerKit: true } }),
    {
      name: 'sign-in-used',
      page: 'popup.html',
      state: open(4, 1, {
        card: {
          kind: 'signing-in',
          accountId: 'account-0',
          issuer: enrolled.issuer,
          name: enrolled.name,
          fill: { kind: 'waiting', host, inMs: 17_000, used: true },
        },
      }),
    },
    inDetails('codes-kept', shown, async () => undefined),
    inDetails('codes-shown', shown, async (page) => {
      await page.click('.recovery-part .buttons button');
      await page.waitForSelector('.recovery-list');
    }),
    inDetails('codes-ask', { 'codes.show': { kind: 'asks', by: 'password' } }, async (page) => {
      await page.click('.recovery-part .buttons button');
      await page.waitForSelector('.recovery-part input');
    }),
    inDetails('codes-check', shown, async (page) => {
      await page.click('.recovery-part > .stack .link');
      await page.waitForSelector('.recovery-list');
    }),
    {
      name: 'codes-asked',
      page: 'popup.html',
      state: withCodes({ 'codes.asked': { number: 3 }, ...shown }),
      act: async (page) => {
        await page.waitForSelector('.recovery-offer button');
        await page.click('.recovery-offer button');
        await page.waitForSelector('.recovery-list');
      },
    },
  ];
}
