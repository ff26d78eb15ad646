/**
 * What the finder makes of real pages, of known cases, of forms made from known ones and of their mutations; beside it the
 * rules of other extensions as our notes restate them, on the same pages in the same run.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createWorld, type World } from '../../e2e/inject/world.ts';
import { atMost, atLeast, known, rounded, type BenchResult, type Figure } from '../bench.ts';
import { forms } from '../fields/forms.ts';
import type { Judgement, Truth } from '../fields/judges.ts';
import { mutate, mutations } from '../fields/mutate.ts';

const samples = fileURLToPath(new URL('../../../shared/samples/pages/', import.meta.url));
const still = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:" };
/** Not those by which the finder was corrected (1 and 2). */
const seeds = [101, 102, 103];

interface Page {
  readonly set: string;
  readonly name: string;
  readonly html: string;
  /** Indexes among `input, textarea`; a page of ours says it in its markup. */
  readonly truth: Partial<Record<Truth, readonly number[]>>;
  readonly mutated: boolean;
  readonly saysApp: boolean;
}

type Sum = Record<Truth | `${Truth} taken` | 'pages' | 'wrong first', number>;

const authenticatorCases = new Set(['01', '02', '03', '11']);
const deliveredCases = new Set(['04', '05', '06', '07']);

function savedPages(): Page[] {
  if (!existsSync(samples)) return [];
  const labels = JSON.parse(readFileSync(`${samples}duckduckgo-labels.json`, 'utf8')) as Record<
    string,
    Page['truth']
  >;
  const saved = readdirSync(`${samples}duckduckgo`).map((file): Page => ({
    set: 'saved pages',
    name: file,
    html: readFileSync(`${samples}duckduckgo/${file}`, 'utf8'),
    truth: labels[file] ?? {},
    mutated: file in labels,
    saysApp: /authenticat(?:or|ion) app|authenticator/i.test(
      readFileSync(`${samples}duckduckgo/${file}`, 'utf8'),
    ),
  }));
  const cases = readdirSync(`${samples}ente-cases`).map((file): Page => {
    const number = file.slice(0, 2);
    const all = [0, 1, 2, 3, 4, 5];
    const truth = authenticatorCases.has(number)
      ? { authenticator: all }
      : deliveredCases.has(number)
        ? { delivered: all }
        : {};
    const html = readFileSync(`${samples}ente-cases/${file}`, 'utf8');
    return {
      set: 'cases',
      name: file,
      html,
      truth,
      mutated: true,
      saysApp: /authenticator|app /i.test(html),
    };
  });
  return [...saved, ...cases];
}

const ownForms = (): Page[] =>
  forms.map(({ name, html, saysApp }) => ({
    set: 'forms',
    name,
    html: `<!doctype html><meta charset="utf-8"><title>Page</title><body>${html}`,
    truth: {},
    mutated: true,
    saysApp,
  }));

export async function run(): Promise<BenchResult> {
  const sums = new Map<string, Map<string, Sum>>();
  const wrong: string[] = [];
  const world = await createWorld('chrome', ['judges']);
  const count = (set: string, page: Page, answers: Record<string, Judgement>): void => {
    const rules = sums.get(set) ?? new Map<string, Sum>();
    sums.set(set, rules);
    for (const [rule, answer] of Object.entries(answers)) {
      const sum = rules.get(rule) ?? none();
      rules.set(rule, sum);
      add(sum, answer);
      if (rule === 'Seconde') wrong.push(...faults(answer).map((fault) => `${set}: ${page.name}: ${fault}`));
    }
  };
  try {
    for (const page of [...savedPages(), ...ownForms()]) {
      count(page.set, page, await judged(world, page));
      if (!page.mutated) continue;
      for (const kind of mutations) {
        if (kind === 'resend' && page.saysApp) continue;
        // Their captions say what the page is, to whoever reads the words of a page.
        if (page.set === 'cases' && (kind === 'no label' || kind === 'resend')) continue;
        for (const seed of seeds)
          count(
            `${page.set}, ${kind}`,
            page,
            await judged(world, page, (inPage) => inPage.evaluate(mutate, kind, seed)),
          );
      }
    }
  } finally {
    await world.close();
  }
  return { name: 'fields', figures: figuresOf(sums), details: { sets: plain(sums), faults: wrong } };
}

type Opened = Awaited<ReturnType<World['open']>>;

async function judged(
  world: World,
  { html, truth }: Page,
  change: (page: Opened) => Promise<void> = async () => undefined,
): Promise<Record<string, Judgement>> {
  const page = await world.open(html, still);
  await page.evaluate((marks) => {
    const all = document.querySelectorAll('input, textarea');
    for (const [kind, indexes] of Object.entries(marks))
      for (const index of indexes ?? []) all[index]?.setAttribute('data-truth', kind);
  }, truth);
  await change(page);
  return world.call(page, 'secondeJudges', 'judge');
}

const none = (): Sum => ({
  pages: 0,
  authenticator: 0,
  delivered: 0,
  other: 0,
  'authenticator taken': 0,
  'delivered taken': 0,
  'other taken': 0,
  'wrong first': 0,
});

function add(sum: Sum, { fields, taken, first }: Judgement): void {
  sum.pages += 1;
  sum['wrong first'] += Number(first === 'other' || first === 'delivered');
  for (const truth of ['authenticator', 'delivered', 'other'] as const) {
    sum[truth] += fields[truth];
    sum[`${truth} taken`] += taken[truth];
  }
}

const faults = ({ fields, taken }: Judgement): string[] => [
  ...(taken.authenticator < fields.authenticator
    ? [`${fields.authenticator - taken.authenticator} missed`]
    : []),
  ...(taken.delivered > 0 ? [`${taken.delivered} that were sent taken`] : []),
  ...(taken.other > 0 ? [`${taken.other} others taken`] : []),
];

const total = (sums: Map<string, Map<string, Sum>>, rule: string, sets: (name: string) => boolean): Sum => {
  const sum = none();
  for (const [set, rules] of sums)
    if (sets(set))
      for (const key of Object.keys(sum) as (keyof Sum)[]) sum[key] += rules.get(rule)?.[key] ?? 0;
  return sum;
};

function figuresOf(sums: Map<string, Map<string, Sum>>): Figure[] {
  const figures: Figure[] = [];
  const of = (name: string, sets: (set: string) => boolean): void => {
    const sum = total(sums, 'Seconde', sets);
    if (sum.pages === 0) return;
    figures.push(
      atLeast(
        sum.authenticator,
        `${name}: authenticator fields found, of ${sum.authenticator}`,
        sum['authenticator taken'],
        'fields',
      ),
      atMost(
        0,
        `${name}: delivered fields taken for one, of ${sum.delivered}`,
        sum['delivered taken'],
        'fields',
      ),
      atMost(
        1,
        `${name}: others touched, in 3,000 (of ${sum.other})`,
        rounded((sum['other taken'] * 3000) / Math.max(sum.other, 1)),
        'fields',
      ),
      atMost(0, `${name}: another field filled first, of ${sum.pages} pages`, sum['wrong first'], 'pages'),
    );
  };
  const isPlain = (set: string): boolean => !set.includes(',');
  for (const set of ['saved pages', 'cases', 'forms']) of(set, (each) => each === set);
  for (const kind of mutations) of(`mutated, ${kind}`, (set) => set.endsWith(`, ${kind}`));
  for (const rule of sums.get('forms')?.keys() ?? []) {
    if (rule === 'Seconde') continue;
    for (const [name, sets] of [
      ['as they are', isPlain],
      ['mutated', (set: string) => !isPlain(set)],
    ] as const) {
      const sum = total(sums, rule, sets);
      const parts = `${sum['authenticator taken']} of ${sum.authenticator} found, ${sum['delivered taken']} of ${sum.delivered} delivered taken, first wrong on ${sum['wrong first']} pages`;
      figures.push(known(`${rule}, ${name}: ${parts}; others touched`, sum['other taken'], 'fields'));
    }
  }
  return figures;
}

const plain = (sums: Map<string, Map<string, Sum>>): Record<string, Record<string, Sum>> =>
  Object.fromEntries([...sums].map(([set, rules]) => [set, Object.fromEntries(rules)]));
