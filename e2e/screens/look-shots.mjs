/** Names that nobody would choose, vaults that do not open, pages that cannot be seen: how each state looks. */

const long = 'Centre intégré universitaire de santé et de services sociaux du Saguenay–Lac-Saint-Jean '
  .repeat(4)
  .slice(0, 300);
export const hostile = [
  [long, `${'marie-eve.tremblay.'.repeat(14)}@exemple.qc.ca`.slice(0, 300)],
  ['X'.repeat(300), 'sans-espace'.repeat(27)],
  ['👩🏽‍⚕️🏥 Clinique', '🇨🇦🍁👨‍👩‍👧‍👦'],
  ['مستشفى المدينة', 'مريم@example.org'],
  ['\u202EelgooG', 'renversé\u202E par un signe'],
  ['<b>Banque</b><script>alert(1)</script>', '"><img src=x onerror=alert(2)>'],
  ['Gооgle', 'deux lettres cyrilliques'],
  ['Z̸̨̛̤͓̥̫̺̦͚̲͌̔̋̊͊a̶̡̢̩͙̮̬͗̑̓̾̂l̸̛̦̖̼̝͇̅̌̈́g̵̢̛͓͉̙̞͊̀̃o̵̬͙͗', 'signes empilés'],
  ['', ''],
  ['株式会社サンプル', '山田太郎'],
];

const timed = (index, leftMs) => ({
  kind: 'timed',
  current: String(100_003 + index * 7919).slice(-6),
  next: String(200_017 + index * 6271).slice(-6),
  periodSeconds: 30,
  expiresInMs: leftMs,
});

export function hostileList(base, who, here, leftMs) {
  const rows = who.map(([issuer, name, mark], index) => ({
    id: `account-${index}`,
    issuer,
    name,
    here: index < here,
    confirmed: index % 3 !== 2,
    ...(mark && { mark }),
    code: timed(index, leftMs),
  }));
  const page = {
    total: rows.length,
    offset: 0,
    rows: rows.slice(0, 12),
    here,
    host:
      here > 0
        ? 'connexion.portail-des-employes.ciusss-saguenay-lac-saint-jean.reseau.ssss.gouv.qc.ca'
        : null,
  };
  return { ...base, rows, glance: { ...base.glance, page } };
}

/** `open` and `enrolled` of fixtures.mjs. */
export function lookShots(open, enrolled) {
  const base = open(hostile.length, 1);
  const one = Array.from({ length: 200 }, (_, index) => [
    'Microsoft',
    `compte-${String(index + 1).padStart(3, '0')}@cegep-matane.qc.ca`,
    'microsoft',
  ]);
  const popup = (name, state, more) => ({ name, page: 'popup.html', state, ...more });
  const failed = (code) => open(4, 0, { card: { kind: 'failed', failure: { code } } });
  const vault = (code) => ({
    rows: [],
    glance: { ...base.glance, vault: { kind: 'unusable', failure: { code } }, page: null },
  });
  const named = (issuer, name) => {
    const { rows, glance } = hostileList(open(1, 1), [[issuer, name]], 1, 19_500);
    return { rows, glance: { ...glance, card: { ...enrolled, issuer, name } } };
  };
  return [
    popup('hostile-list', hostileList(base, hostile, 0, 19_500)),
    popup('hostile-here', hostileList(base, hostile, 2, 3500)),
    popup('hostile-panel', hostileList(base, hostile, 1, 3500), {
      page: 'sidepanel.html',
      width: 800,
      height: 900,
    }),
    popup('hostile-one-issuer', hostileList(base, one, 0, 19_500)),
    popup('hostile-card', named(...hostile[0]), { height: 900 }),
    popup('hostile-card-rtl', named(...hostile[3])),
    popup('hostile-search', hostileList(base, hostile, 0, 19_500), {
      act: (page) => page.keyboard.type('x'.repeat(300)),
    }),
    popup('stretched-list', open(9, 1, { leftMs: 3500 }), { act: stretch, forPictures: true }),
    popup(
      'stretched-empty',
      { rows: [], glance: { ...base.glance, vault: { kind: 'empty' }, page: null } },
      {
        act: stretch,
        forPictures: true,
      },
    ),
    popup('vault-newer', vault('vault-newer')),
    popup('vault-rolled-back', vault('vault-rolled-back')),
    popup('vault-smaller', vault('vault-smaller')),
    popup('vault-unreadable', vault('vault-unreadable')),
    popup('page-protected', failed('page-protected')),
    popup('page-grant-lost', failed('page-grant-lost')),
    popup('chosen-dark', chosen(open(9, 1), 'dark')),
    popup('chosen-light', chosen(open(9, 1), 'light')),
  ];
}

function chosen(state, appearance) {
  return { ...state, glance: { ...state.glance, settings: { ...state.glance.settings, appearance } } };
}

/** Every sentence of ours four times as long: no translation is. Names and codes stay as they are. */
async function stretch(page) {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const own = (node) => !node.parentElement.closest('.code, .row b, .row-name, bdi, h1, .monogram');
    const found = [];
    while (walker.nextNode())
      if (own(walker.currentNode) && /\p{L}{2}/u.test(walker.currentNode.data))
        found.push(walker.currentNode);
    for (const node of found) node.data = Array(4).fill(node.data).join(' ');
  });
}
