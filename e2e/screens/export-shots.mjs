/** The pictures of taking accounts out, and of receiving them from another computer. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const totp = { kind: 'totp', secret, algorithm: 'SHA1', digits: 6, periodSeconds: 30 };

const accounts = [
  {
    issuer: 'Clinique Papineau',
    name: 'rosalie.tremblay@exemple.test',
    otp: totp,
    note: 'Deuxième étage, poste 12',
    tags: ['Travail', 'Santé'],
    sites: ['https://portail.exemple.test'],
    recoveryCodes: ['1234-5678', '2345-6789'],
  },
  { issuer: 'Cégep de l’Érable', name: 'rtremblay', otp: { ...totp, algorithm: 'SHA256' }, tags: ['Études'] },
  { issuer: 'Garderie Les Petits Pas', name: 'parent', otp: { ...totp, digits: 8 } },
  { issuer: 'Steam', name: 'joueuse', otp: { kind: 'steam', secret } },
  { issuer: 'Ordre professionnel', name: 'membre 4471', otp: { ...totp, periodSeconds: 60 } },
  { issuer: 'Permis', name: '', otp: { kind: 'none' }, hasDates: true },
].map((account, index) => ({ id: `id-${index}`, ...account }));

const ways = [
  { id: 'p', type: 'password', label: '', createdAt: 1 },
  { id: 'r', type: 'recovery', label: '', createdAt: 1 },
];
const state = { accounts, ways, isClearForbidden: false };
const code = '7MR7A-CSXC1-HY2HP-P37PV';

/** `open`: a fixture of an open vault. */
export function exportShots(open) {
  const world = open(3, 0);
  const shot = (name, act, { taken = accounts, change = {}, height = 1200 } = {}) => ({
    name,
    page: 'export.html',
    height,
    width: 700,
    act,
    state: {
      ...world,
      answers: {
        'export.state': { ...state, ...change },
        'export.take': taken,
        'export.series': { sealed: noise(900), code },
      },
    },
  });
  return [
    shot('export-where', undefined, { height: 1000 }),
    shot('export-clear', choose('google-migration'), { height: 1900 }),
    shot('export-closed', choose('2fas-encrypted'), { height: 1900 }),
    shot('export-some', some, { height: 1900 }),
    shot('export-forbidden', undefined, { change: { isClearForbidden: true } }),
    shot('export-unprotected', undefined, { change: { ways: [] }, height: 700 }),
    shot('export-saved', prove('aegis'), { taken: accounts.slice(0, 5), height: 500 }),
    shot('export-google', prove('google-migration'), { taken: accounts.slice(0, 3), height: 900 }),
    shot('export-paper', prove('paper'), { taken: accounts.slice(0, 5), height: 1500 }),
    shot('export-series-code', prove('series'), { height: 700 }),
    shot('export-series', showSeries, { height: 900 }),
    { name: 'receive-code', page: 'receive.html', state: world, height: 600, width: 700 },
    {
      name: 'receive-wrong',
      page: 'receive.html',
      state: world,
      height: 600,
      width: 700,
      act: typeCode('7KQ4M'),
    },
    {
      name: 'receive-show',
      page: 'receive.html',
      state: world,
      height: 600,
      width: 700,
      act: typeCode(code),
    },
  ];
}

/** The same in each picture, and what no compression makes small. */
function noise(length) {
  let seed = 1;
  return Array.from({ length: length * 2 }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return 'ABCDEFGH'.charAt(seed % 8);
  }).join('');
}

function choose(id) {
  return (page) => page.click(`input[value="${id}"]`);
}

async function some(page) {
  await choose('otpauth-list')(page);
  await page.$eval('input[name=which]:last-of-type', () => undefined);
  const radios = await page.$$('input[name=which]');
  await radios.at(-1).click();
  await page.click('.pick li:first-child input');
}

function prove(id) {
  return async (page) => {
    await choose(id)(page);
    await page.type('.part input[type=password]', 'quatre mots bien choisis');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.notice.good, .qr-figure, .paper, .series-code', { timeout: 8000 });
    await page.evaluate(() => scrollTo(0, 0));
  };
}

async function showSeries(page) {
  await prove('series')(page);
  await page.click('section > .primary');
  await page.waitForSelector('.slides .buttons');
  // Standing still, so that two pictures are the same.
  const [, pause] = await page.$$('.slides .buttons button');
  await pause.click();
}

function typeCode(text) {
  return async (page) => {
    await page.type('.code-input', text);
    await page.keyboard.press('Enter');
  };
}
