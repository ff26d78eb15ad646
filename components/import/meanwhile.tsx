import type { ImportedEntry } from '@/lib/transfer/file-format';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';

/** What changed here between the look and the yes: nothing was put in its place, and it is named. */
export function Meanwhile({ entries }: { entries: readonly Pick<ImportedEntry, 'issuer' | 'name'>[] }) {
  const { t } = useSpeech();
  if (entries.length === 0) return null;
  return (
    <Notice tone="careful">
      <p>{t('broughtMeanwhile', { count: entries.length })}</p>
      <ul class="import-plain">
        {entries.map(({ issuer, name }, index) => (
          <li key={index}>{[issuer, name].filter((text) => text !== '').join(', ') || t('nameless')}</li>
        ))}
      </ul>
    </Notice>
  );
}
