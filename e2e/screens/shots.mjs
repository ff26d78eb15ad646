/**
 * Every state of every screen, once: what the pictures show is also what the checks of e2e/accessibility and the bench
 * `screens` walk through. A new state is listed here, or in the file of its subject beside this one, and nowhere else.
 * A shot: { name, page, state, act?, width?, height?, forPictures? }; `act` plays gestures on the loaded page;
 * `forPictures`: the gestures break what a person would meet, on purpose, so that only pictures are made of it.
 */
import { accountShots } from './account-shots.mjs';
import { enrolShots } from './enrol-shots.mjs';
import { enrolled, fileAnswers, keepingStates, open, states } from './fixtures.mjs';
import { exportShots } from './export-shots.mjs';
import { hostileShots } from './hostile-shots.mjs';
import { importShots } from './import-shots.mjs';
import { optionsShots } from './options-shots.mjs';
import { keepingShots } from './keeping-shots.mjs';
import { kindShots } from './kind-shots.mjs';
import { listShots } from './list-shots.mjs';
import { lookShots } from './look-shots.mjs';
import { scanShots } from './scan-shots.mjs';
import { securityShots } from './security-shots.mjs';
import { sitesShots } from './sites-shots.mjs';
import { welcomeShots } from './welcome-shots.mjs';
import { tokenShots } from './token-shots.mjs';

const popupShots = [
  ...Object.entries(states).map(([name, state]) => ({ name, page: 'popup.html', state })),
  { name: 'panel-list', page: 'sidepanel.html', state: states['list-thousand'], height: 800 },
  { name: 'panel-wide', page: 'sidepanel.html', state: states['list-site'], height: 700, width: 800 },
  { name: 'sidebar-list', page: 'sidepanel.html', state: states['list-site'], height: 700, width: 240 },
  {
    name: 'sidebar-card',
    page: 'sidepanel.html',
    state: states['card-enrolled-computer'],
    height: 900,
    width: 240,
  },
  { name: 'protect', page: 'popup.html', state: states['list-unprotected'], act: openProtect },
  { name: 'wrong-password', page: 'popup.html', state: states.locked, act: wrongPassword },
  {
    name: 'copied',
    page: 'popup.html',
    state: states['list-site'],
    act: (page) => page.keyboard.press('Enter'),
  },
  {
    name: 'no-match',
    page: 'popup.html',
    state: states['list-site'],
    act: (page) => page.keyboard.type('zzz'),
  },
];

/** `browser` draws the pages with QR codes that some shots scan. */
export async function allShots(browser) {
  const shots = [
    ...popupShots,
    ...accountShots,
    ...welcomeShots,
    ...keepingShots(keepingStates),
    ...securityShots,
    ...optionsShots,
    ...importShots,
    ...exportShots(open),
    ...kindShots(open, enrolled),
    ...sitesShots,
    ...tokenShots,
    ...enrolShots(open, enrolled),
    ...listShots(open),
    ...lookShots(open, enrolled),
    ...hostileShots(open, enrolled),
    ...(await scanShots(browser)),
  ];
  return shots.map((shot) => ({ ...shot, state: { ...shot.state, files: fileAnswers } }));
}

async function openProtect(page) {
  await page.click('.banner .link');
  await page.waitForSelector('input[autocomplete=new-password]');
  await page.type('input', 'chat bleu');
}

async function wrongPassword(page) {
  await page.type('input', 'pas le bon');
  await page.keyboard.press('Enter');
}
