/** The welcome page: three screens, the questions unfolded, the rehearsal before and after. */
import { states } from './fixtures.mjs';

const empty = states.empty ?? Object.values(states)[0];
const withAccount = { ...empty, answers: { 'rehearsal.find': { accountId: 'x' } } };
const without = { ...empty, answers: { 'rehearsal.find': { accountId: null } } };
const next = (times) => async (page) => {
  await page.waitForSelector('.welcome-foot .primary');
  for (let step = 0; step < times; step += 1) {
    await page.$eval('.welcome-foot .primary', (button) => button.click());
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
const unfold = (times) => async (page) => {
  await next(times)(page);
  await page.$$eval('.question', (all) => all.forEach((one) => (one.open = true)));
};
const shot = (name, state, act, height = 900) => ({
  name: `welcome-${name}`,
  page: 'welcome.html',
  state,
  act,
  height,
  width: 820,
});

export const welcomeShots = [
  shot('1', without, next(0)),
  shot('1-open', without, unfold(0), 1500),
  shot('2', without, next(1)),
  shot('2-open', without, unfold(1), 1300),
  shot('3', without, next(2)),
  shot('3-added', withAccount, next(2)),
];
