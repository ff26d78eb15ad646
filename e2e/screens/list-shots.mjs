/** The list at work: groups, pins, codes on demand, its menu, the command palette, the shortcuts; from 200 to 800 px. */
const tags = ['Banque', 'Études', 'Maison', 'Travail'];

export function listShots(open) {
  const state = (change = {}, settings = {}) => {
    const base = open(9, 1);
    const rows = base.rows.map((row, index) => ({
      ...row,
      tags: [tags[index % tags.length]],
      ...(index > 0 && index < 3 && { extra: { pinned: true } }),
      ...(index === 4 && { extra: { usedUntilMs: Date.now() + 3_600_000 } }),
    }));
    const page = { ...base.glance.page, rows, tags };
    const all = { ...base.glance, page, settings: { ...base.glance.settings, ...settings }, ...change };
    return { ...base, rows, glance: all };
  };
  const popup = (name, act, more = {}) => ({ name, page: 'popup.html', state: state(), act, ...more });
  const panel = (width, act) => ({
    name: `list-panel-${width}`,
    page: 'sidepanel.html',
    state: state(),
    width,
    height: 760,
    act,
  });
  return [
    popup('list-groups'),
    popup('list-group-chosen', (page) => page.click('.groups button:nth-child(4)')),
    popup('list-on-demand', revealSecond, { state: state({}, { codesOnDemand: true }) }),
    popup('list-menu', menu),
    popup('list-menu-move', (page) => menu(page).then(() => press(page, 5))),
    popup('list-menu-groups', (page) => menu(page).then(() => press(page, 4))),
    popup('list-palette', palette),
    popup('list-palette-found', (page) => palette(page).then(() => page.keyboard.type('scaner'))),
    popup('list-palette-none', (page) => palette(page).then(() => page.keyboard.type('wxyz'))),
    popup('list-keys', (page) => page.keyboard.type('?')),
    popup('list-actions-found', (page) => page.keyboard.type('scanner')),
    popup('list-dragged', drag),
    panel(200),
    panel(240, menu),
    panel(800),
    { ...panel(800, palette), name: 'list-panel-palette' },
  ];
}

async function menu(page) {
  await page.hover('.row:nth-child(2)');
  await page.waitForSelector('.row:nth-child(2) .row-more');
  await page.click('.row:nth-child(2) .row-more');
  await page.waitForSelector('.row-menu .details');
  await settled();
}

async function press(page, nth) {
  await page.click(`.row-menu-main > button:nth-child(${nth})`);
  await settled();
}

async function palette(page) {
  await page.keyboard.type('>');
  await page.waitForSelector('.palette li');
}

async function revealSecond(page) {
  await page.waitForSelector('.row-eye');
  await page.hover('.row:nth-child(2)');
  await page.click('.row:nth-child(2) .row-eye');
}

async function drag(page) {
  const row = await page.$('.row:nth-child(3)');
  const { x, y, width, height } = await row.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await settled();
  await page.mouse.move(x + width / 2, y + 2.2 * height, { steps: 6 });
  await settled();
}

function settled() {
  return new Promise((resolve) => setTimeout(resolve, 250));
}
