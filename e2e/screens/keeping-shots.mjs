/** The pictures of copies, trash, kit, recovery and leaving: which page, in which state, after which gestures. */
export function keepingShots(states) {
  const options = (name, state, act, height = 900) => ({
    name,
    page: 'options.html#backup',
    state: states[state],
    height,
    width: 700,
    act,
  });
  const recovery = (name, act) => ({
    name,
    page: 'recovery.html',
    state: states[name],
    height: 1100,
    width: 700,
    act,
  });
  return [
    options('keeping-first', 'keeping-first', undefined, 1100),
    options('keeping-unprotected', 'keeping-unprotected', undefined, 1100),
    options('keeping-all', 'keeping-all', undefined, 1500),
    options('keeping-tested', 'keeping-first', async (page) => {
      await page.click('#copy button.primary');
      await open(page, '#copy');
    }),
    options('restore-preview', 'keeping-first', async (page) => {
      await open(page, '#restore');
      await scrollTo(page, '#restore');
    }),
    options('restore-done', 'keeping-first', async (page) => {
      await open(page, '#restore');
      await page.click('#restore .part button');
      await scrollTo(page, '#restore');
    }),
    options('trash-asks', 'keeping-all', async (page) => {
      await page.click('#trash .ask .link');
      await scrollTo(page, '#trash');
    }),
    options('leave-type', 'keeping-first', leave),
    options('leave-ready', 'keeping-all', leave),
    options('left', 'keeping-all', async (page) => {
      await leave(page);
      await page.click('#leave button.danger');
    }),
    recovery('recovery-damaged'),
    { ...recovery('recovery-damaged', unlock), name: 'recovery-opened' },
    recovery('recovery-lost-device'),
    recovery('recovery-newer'),
    recovery('recovery-unreadable'),
    { name: 'kit-make', page: 'kit.html', state: states.kit, height: 700, width: 800 },
    { name: 'kit-prove', page: 'kit.html', state: states['kit-prove'], height: 800, width: 800 },
    { name: 'kit-first', page: 'kit.html', state: states['kit-first'], height: 900, width: 800 },
    { name: 'kit-sheet', page: 'kit.html', state: states.kit, height: 1400, width: 800, act: makeKit },
    { name: 'list-backup-first', page: 'popup.html', state: states['list-backup-first'] },
    { name: 'list-backup-failed', page: 'popup.html', state: states['list-backup-failed'] },
    { name: 'card-kit', page: 'popup.html', state: states['card-kit'], height: 700 },
    { name: 'row-menu', page: 'popup.html', state: states['list-backup-failed'], act: rowMenu },
    { name: 'row-removed', page: 'popup.html', state: states['list-backup-failed'], act: removed },
  ];
}

/** Chooses a file in a part of the page, and gives the password. */
async function open(page, part) {
  const input = await page.waitForSelector(`${part} input[type=file]`);
  const file = await page.evaluateHandle(() => new File(['{}'], 'seconde-2026-11-21.json'));
  await page.evaluate(
    (field, chosen) => {
      const transfer = new DataTransfer();
      transfer.items.add(chosen);
      field.files = transfer.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    input,
    file,
  );
  const password = await page.waitForSelector(`${part} input[type=password]`);
  await password.type('quatre mots bien choisis');
  await page.keyboard.press('Enter');
  await new Promise((resolve) => setTimeout(resolve, 300));
}

async function scrollTo(page, part) {
  await page.$eval(part, (section) => section.scrollIntoView());
}

async function leave(page) {
  await page.click('#leave button.danger');
  await scrollTo(page, '#leave');
}

async function unlock(page) {
  await page.type('input[type=password]', 'quatre mots bien choisis');
  await page.keyboard.press('Enter');
}

async function makeKit(page) {
  await page.waitForSelector('button.primary');
  await page.click('button.primary');
  await page.waitForSelector('.kit-sheet');
}

async function rowMenu(page) {
  await page.hover('.row:nth-child(2)');
  await page.waitForSelector('.row:nth-child(2) .row-more');
  await page.click('.row:nth-child(2) .row-more');
  await page.waitForSelector('.row-menu');
}

async function removed(page) {
  await rowMenu(page);
  await page.click('.row-menu .danger');
}
