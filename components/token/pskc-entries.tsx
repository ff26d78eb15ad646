import type { PskcPreview } from '@/lib/messages/token-protocol';
import { isoDay } from '../accounts/row-extra';
import { Monogram } from '../ui/monogram';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';

const noteWords = {
  pin: 'pskcNotePin',
  usage: 'pskcNoteUsage',
  unchecked: 'pskcNoteUnchecked',
  'not-yet': 'pskcNoteNotYet',
  date: 'pskcNoteDate',
} as const;

export interface PskcEntriesProps {
  readonly preview: PskcPreview;
  readonly busy: boolean;
  readonly onAdd: () => void;
  readonly onCancel: () => void;
}

/** What the file holds, what is to be known of it, what was left out and why. Nothing is written before the yes. */
export function PskcEntries({ preview, busy, onAdd, onCancel }: PskcEntriesProps) {
  const { t, failure } = useSpeech();
  const { entries, problems } = preview;
  const fresh = entries.filter(({ isNew }) => isNew).length;
  const notes = [...new Set(entries.flatMap((entry) => entry.notes))];
  const assumed = entries.some(({ warnings }) => warnings.some((one) => one.endsWith('-assumed')));
  return (
    <div class="stack pskc-entries">
      <p>
        <b>{t('pskcHolds', { count: entries.length })}</b>
      </p>
      <ul class="names" role="list">
        {entries.map(({ issuer, name, kind, expiresAtMs, serial, isNew }, index) => (
          <li key={index}>
            <Monogram issuer={issuer || name} />
            <span class="who">
              <b>{issuer || name || t('nameless')}</b>
              <span class="quiet">
                {[
                  issuer && name,
                  serial !== name && serial,
                  t(kind === 'counted' ? 'pskcCounted' : 'pskcTimed'),
                  expiresAtMs !== null && t('expiresOn', { date: isoDay(expiresAtMs) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {isNew && <span class="tag">{t('previewNew')}</span>}
          </li>
        ))}
      </ul>
      {notes.map((note) => (
        <Notice key={note} tone="careful">
          {t(noteWords[note])}
        </Notice>
      ))}
      {assumed && <Notice tone="careful">{t('pskcAssumed')}</Notice>}
      {problems.length > 0 && (
        <Notice tone="bad">
          {t('pskcLeftOut', { count: problems.length })}
          <ul>
            {problems.map((problem, index) => (
              <li key={index}>
                {problem.token && <b>{problem.token} </b>}
                {failure(problem.failure)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {entries.length > 0 && fresh === 0 && <p>{t('pskcNothingNew')}</p>}
      <div class="buttons">
        {fresh > 0 && (
          <button class="primary" disabled={busy} onClick={onAdd}>
            {t('pskcAdd', { count: fresh })}
          </button>
        )}
        <button class="plain" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </div>
  );
}
