import type { Speech } from '@/lib/i18n/speak';
import { Mark } from '../ui/icon';
import { type Kit, codeLines, kitSteps } from './kit-text';

/** The page to print, in both languages: whoever finds the paper may read only one of them. */
export function KitSheet({ kit, speeches }: { kit: Kit; speeches: readonly Speech[] }) {
  return (
    <article class="kit-sheet">
      <header>
        <Mark />
        <div>
          <h2>Seconde</h2>
          <p>{speeches.map(({ t }) => t('kit')).join(' · ')}</p>
        </div>
      </header>
      <div class="kit-code" role="group" aria-label={speeches[0]?.t('recoveryCode') ?? ''}>
        <p>{speeches.map(({ t }) => t('recoveryCode')).join(' · ')}</p>
        {codeLines(kit.code).map((line) => (
          <code key={line}>{line}</code>
        ))}
      </div>
      {speeches.map((speech) => (
        <Language key={speech.language} kit={kit} speech={speech} />
      ))}
    </article>
  );
}

function Language({ kit, speech: { t, tag, date } }: { kit: Kit; speech: Speech }) {
  return (
    <section lang={tag}>
      <h3>{t('kitStepsTitle')}</h3>
      <p>{t('kitWhat')}</p>
      <ol>
        {kitSteps.map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
      <p class="kit-where">
        <span>
          {t('kitWhere')}
          {t('colon')}
        </span>
        <span class="kit-line" />
      </p>
      <p>
        {t('kitMade', { date: date(kit.atMs) })} {t('kitAccounts', { count: kit.accounts })} {t('kitKeep')}
      </p>
    </section>
  );
}
