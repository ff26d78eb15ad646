/** Code fields of npm that nobody here wrote × browsers × gestures of a person: how many get the code, by the page's own state. */
import { gestures, startWidgetFills } from '../../e2e/journeys/widget-fills.ts';
import { browsers } from '../../e2e/journeys/seconde.ts';
import { widgetNames } from '../../e2e/site/pages/widgets.ts';
import { atLeast, known, type BenchResult } from '../bench.ts';

export async function run(): Promise<BenchResult> {
  const missed: string[] = [];
  const figures = [];
  let all = 0;
  for (const browser of browsers) {
    const fills = await startWidgetFills(browser);
    try {
      for (const gesture of gestures) {
        let filled = 0;
        for (const widget of widgetNames) {
          const { told, codes } = await fills.fill(widget, gesture).catch((error: unknown) => ({
            told: String(error).slice(0, 200),
            codes: [] as readonly string[],
          }));
          if (codes.includes(told)) filled += 1;
          else missed.push(`${widget}, ${browser}, ${gesture}: the page was told "${told}"`);
        }
        all += filled;
        figures.push(
          known(`filled by the ${gesture} in ${browser}, of ${widgetNames.length}`, filled, 'widgets'),
        );
      }
    } finally {
      await fills.close();
    }
  }
  const wanted = widgetNames.length * browsers.length * gestures.length;
  return {
    name: 'widgets',
    figures: [atLeast(wanted, 'widgets × browsers × gestures filled', all, 'fills'), ...figures],
    details: { widgets: widgetNames, missed },
  };
}
