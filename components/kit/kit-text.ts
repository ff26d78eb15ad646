import type { Speech } from '@/lib/i18n/speak';

export interface Kit {
  readonly code: string;
  readonly atMs: number;
  readonly accounts: number;
}

/** Two lines of four groups: what a person copies with a finger on the paper. */
export function codeLines(code: string): readonly string[] {
  const groups = code.split('-');
  const half = Math.ceil(groups.length / 2);
  return [groups.slice(0, half).join('-'), groups.slice(half).join('-')];
}

export const kitSteps = ['kitStep1', 'kitStep2', 'kitStep3', 'kitStep4'] as const;

/** The kit as plain text, both languages, for who has no printer. */
export function kitText(kit: Kit, speeches: readonly Speech[]): string {
  const parts = speeches.map(({ t, date }) =>
    [
      `${t('kit')} – Seconde`,
      '',
      t('kitWhat'),
      '',
      `${t('recoveryCode')}${t('colon')}`,
      ...codeLines(kit.code).map((line) => `    ${line}`),
      '',
      t('kitMade', { date: date(kit.atMs) }),
      t('kitAccounts', { count: kit.accounts }),
      '',
      t('kitStepsTitle'),
      ...kitSteps.map((step, index) => `${index + 1}. ${t(step)}`),
      '',
      `${t('kitWhere')}${t('colon')}`,
      '    ______________________________________________',
      '',
      t('kitKeep'),
    ].join('\n'),
  );
  return `${parts.join('\n\n----------------------------------------\n\n')}\n`;
}
