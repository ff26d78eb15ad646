/**
 * Main-thread time that Seconde adds to a page: none on a page that was not asked (nothing is there), and on the gesture one
 * survey, beside one walk over every element of the same page, in the same run.
 */
import { createWorld } from '../../e2e/inject/world.ts';
import { atMost, known, quantile, rounded, type BenchResult, type Figure } from '../bench.ts';
import { injectedUnasked } from '../fields/manifest.ts';

const rounds = 5;
const surveyed = { digits: 6, focusedOnly: false };
const head = '<!doctype html><meta charset="utf-8"><title>Connexion</title>';
const field = '<form><label>Code à usage unique <input name="otp"></label><button>Valider</button></form>';
const row = '<div class="row"><p>Texte <a href="#">lien</a> <b>fin</b></p></div>';

/** 5 elements a row of text; a page of inputs has a label and a row for each. */
const pages: Record<string, string> = {
  '1,000 nodes': head + row.repeat(200) + field,
  '10,000 nodes': head + row.repeat(2000) + field,
  '50,000 nodes': head + row.repeat(10_000) + field,
  '5,000 inputs': head + '<div><label>Quantité</label><input name="line[]"></div>'.repeat(5000) + field,
  '10,000 inputs named otp': head + '<div><input name="otp"></div>'.repeat(10_000),
};

export async function run(): Promise<BenchResult> {
  const figures: Figure[] = [atMost(0, 'scripts in a page that was not asked', injectedUnasked(), 'scripts')];
  const details: Record<string, unknown> = {};
  for (const browser of ['chrome', 'firefox'] as const) {
    const world = await createWorld(browser, ['fill', 'timing']);
    try {
      for (const [name, html] of Object.entries(pages)) {
        const survey: number[] = [];
        const walk: number[] = [];
        for (let round = 0; round < rounds; round++) {
          // Each on a page that nothing of ours has touched.
          survey.push(await world.call(await world.open(html), 'secondeTiming', 'survey', surveyed));
          walk.push(await world.call(await world.open(html), 'secondeTiming', 'walk'));
        }
        const [ours, one] = [quantile(survey, 0.5), quantile(walk, 0.5)];
        details[`${browser}, ${name}`] = { surveyMs: survey.map(rounded), walkMs: walk.map(rounded) };
        figures.push(known(`survey of ${name}, ${browser}`, rounded(ours), 'ms'));
        // The clock of Firefox counts whole milliseconds.
        figures.push(known(`the same, in walks over the page`, rounded(ours / Math.max(one, 1)), '×'));
      }
    } finally {
      await world.close();
    }
  }
  return { name: 'overhead', figures, details };
}
