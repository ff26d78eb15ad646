import { audit, type Finding, languages, themes } from '../../e2e/accessibility/audit.ts';
import { buildStretched } from '../../e2e/accessibility/stretch.ts';
import { atLeast, atMost, type BenchResult, known } from '../bench.ts';
import { buildFor } from '../size/build.ts';

/** Every state of every screen in both languages and every theme: what breaks WCAG 2.2 AA, what longer words break. */
export async function run(): Promise<BenchResult> {
  const folder = buildFor('chrome').outDir;
  const own = await audit({ browser: 'chromium', folder, languages, themes, looksAt: 'all' });
  const rules = { browser: 'firefox', folder: buildFor('firefox').outDir, looksAt: 'rules' } as const;
  const inFirefoxToo = [
    await audit({ ...rules, languages: ['fr'], themes: ['light'] }),
    await audit({ ...rules, languages: ['en'], themes: ['dark'] }),
  ].flatMap(({ findings }) => findings);
  const stretched = await buildStretched();
  const longer = { folder: stretched, languages: ['fr'], themes: ['light'], looksAt: 'layout' } as const;
  const inChromium = await audit({ browser: 'chromium', ...longer });
  const inFirefox = await audit({ browser: 'firefox', ...longer });
  const count = (findings: readonly Finding[], ...checks: Finding['check'][]): number =>
    findings.filter(({ check }) => checks.includes(check)).length;
  const { screens, findings } = own;
  return {
    name: 'screens',
    figures: [
      atLeast(130, 'screens and states', screens.length, 'states'),
      known('pictures of them: languages × themes', languages.length * themes.length, 'looks'),
      atMost(0, 'violations of WCAG 2.2 AA by axe, all looks', count(findings, 'axe'), 'violations'),
      atMost(
        0,
        'the same in Firefox, French in light and English in dark',
        count(inFirefoxToo, 'axe'),
        'violations',
      ),
      known('contrasts that axe leaves to people', count(findings, 'axe undecided'), 'places'),
      atMost(0, 'states that could not be reached', count([...findings, ...inFirefoxToo], 'error'), 'states'),
      atMost(0, 'cut, covered or too wide, at its size', count(findings, 'layout'), 'places'),
      atMost(0, 'the same at 200 %', count(findings, 'zoom'), 'places'),
      atMost(0, 'the same at 400 %: 320 px wide', count(findings, 'reflow'), 'places'),
      atMost(0, 'the same with the spacing of WCAG 1.4.12', count(findings, 'spacing'), 'places'),
      atMost(0, 'targets under 24 × 24 px', count(findings, 'target'), 'targets'),
      atMost(
        0,
        'stops of Tab that are lost, hidden, unseen or out of order',
        count(findings, 'focus'),
        'stops',
      ),
      atMost(0, 'places broken by words 30 % longer, Chromium', inChromium.findings.length, 'places'),
      atMost(0, 'places broken by words 30 % longer, Firefox', inFirefox.findings.length, 'places'),
    ],
    details: {
      screens,
      findings: [...findings, ...inFirefoxToo].filter(({ check }) => check !== 'axe undecided'),
      longerWords: [...inChromium.findings, ...inFirefox.findings],
    },
  };
}
