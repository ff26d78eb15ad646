import type { BenchResult, Figure } from './bench.ts';

function verdict({ holds }: Figure): string {
  return holds === null ? '' : holds ? 'yes' : '**no**';
}

function row(figure: Figure): string {
  const value = figure.value === null ? 'not measured' : String(figure.value);
  const cells = [figure.figure, value, figure.unit, figure.goal ?? '', verdict(figure)];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function section(result: BenchResult): string {
  return [
    `## ${result.name}`,
    '',
    '| figure | value | unit | goal | holds |',
    '| --- | ---: | --- | --- | --- |',
    ...result.figures.map(row),
    '',
  ].join('\n');
}

/** The page of all figures. Times are of the machine they were measured on; ratios and bytes are not. */
export function resultsPage(results: readonly BenchResult[], machine: string): string {
  const head = [
    '# Figures',
    '',
    `Written by \`npm run bench\`; one of them alone, as JSON: \`npm run -s bench -- NAME\`. Measured with ${machine}.`,
    '',
  ];
  return [...head, ...results.map(section)].join('\n');
}
