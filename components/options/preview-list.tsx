import type { FilePreview } from '@/lib/messages/backup-protocol';
import { Monogram } from '../ui/monogram';
import { useSpeech } from '../ui/speech';

/** What a file holds: names, and which are not here yet. */
export function PreviewList({ preview: { accounts, savedAt } }: { preview: FilePreview }) {
  const { t, date } = useSpeech();
  return (
    <>
      <p>
        <b>{t('previewHolds', { count: accounts.length, date: date(savedAt) })}</b>
      </p>
      <ul class="names" role="list">
        {accounts.map(({ issuer, name, isNew }, index) => (
          <li key={index}>
            <Monogram issuer={issuer || name} />
            <span class="who">
              <b>{issuer || name || t('nameless')}</b>
              {issuer && name && <span class="quiet">{name}</span>}
            </span>
            {isNew && <span class="tag">{t('previewNew')}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
