/** The rules of WCAG 2.2 A and AA that axe-core holds, in a page that is open. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'puppeteer-core';

declare const axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Best practices too: one main, one first heading, no level skipped, everything in a landmark. */
const whole: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  },
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations', 'incomplete'],
};
/** All that another palette can change. */
const colours: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  resultTypes: ['violations', 'incomplete'],
};

export interface AxeFinding {
  readonly rule: string;
  readonly target: string;
  readonly why: string;
  /** axe could not decide: a person must look. */
  readonly undecided: boolean;
}

export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(source);
}

/** {@link loadAxe} first. */
export async function runAxe(page: Page, rules: 'whole' | 'colours'): Promise<AxeFinding[]> {
  const results = await page.evaluate(
    async (options) => {
      // Chromium paints forced colours but reports this property, by which axe goes, as the author wrote it.
      const { getPropertyValue } = CSSStyleDeclaration.prototype;
      CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
        return getPropertyValue.call(this, name === '-webkit-text-fill-color' ? 'color' : name);
      };
      const { violations, incomplete } = await axe.run(document, options).finally(() => {
        CSSStyleDeclaration.prototype.getPropertyValue = getPropertyValue;
      });
      /**
       * A row shows `123 456` and is named “Issuer, name: copy code 1 2 3, 4 5 6”: what labels it is whose code it is,
       * and that is in its name word for word.
       */
      const isNamedForItsCode = (target: unknown): boolean => {
        const element = document.querySelector(String(target));
        const name = element?.getAttribute('aria-label') ?? '';
        if (element === null || !element.matches('.row-main, .card-code')) return false;
        return [...element.querySelectorAll('.row-text b, .row-name')].every(({ textContent }) =>
          name.includes(textContent ?? ''),
        );
      };
      for (const { id, nodes } of violations)
        if (id === 'label-content-name-mismatch')
          nodes.splice(0, nodes.length, ...nodes.filter(({ target: [one] }) => !isNamedForItsCode(one)));
      return JSON.parse(JSON.stringify({ violations, incomplete })) as Pick<
        AxeResults,
        'violations' | 'incomplete'
      >;
    },
    rules === 'whole' ? whole : colours,
  );
  const findings = (rules: AxeResults['violations'], undecided: boolean): AxeFinding[] =>
    rules.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any, all, none }) => ({
        rule: id,
        target: String(target),
        why: [...any, ...all, ...none].map(({ message }) => message).join('; '),
        undecided,
      })),
    );
  return [...findings(results.violations, false), ...findings(results.incomplete, true)];
}
