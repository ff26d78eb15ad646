import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ImportChoice, ImportPreview } from '@/lib/messages/import-protocol';
import { lacksOnlyPin } from '@/lib/otp/missing-pin';
import type { ImportedEntry } from '@/lib/transfer/file-format';
import { isoDay } from '../accounts/row-extra';
import { PinForm } from '../forms/pin-form';
import { Monogram } from '../ui/monogram';
import { useSpeech } from '../ui/speech';
import type { Unread } from './given';
import { attentionSentences, fieldList } from './import-words';
import type { Pins } from './use-pins';

/** Rows drawn at once: an import may have ten thousand. */
const atOnce = 100;

export interface PreviewRowsProps {
  readonly entries: readonly ImportedEntry[];
  readonly preview: ImportPreview;
  readonly problems: readonly Unread[];
  readonly choices: readonly ImportChoice[];
  readonly onChoose: (index: number, choice: ImportChoice) => void;
  readonly pins: Pins;
}

/** Every entry in the group of what would become of it; first what asks for a look. */
export function PreviewRows({ entries, preview, problems, choices, onChoose, pins }: PreviewRowsProps) {
  const { t, failure } = useSpeech();
  const of = (status: string, looks: boolean): readonly number[] =>
    preview.rows.flatMap((row, index) =>
      row.status === status && (entries[index]?.attention !== undefined) === looks ? [index] : [],
    );
  const same = [...of('same', true), ...of('same', false)];
  const changed = [...of('changed', true), ...of('changed', false)];
  const row = (index: number) => {
    const entry = entries[index];
    const shown = preview.rows[index];
    return entry && shown ? (
      <Row
        key={index}
        entry={entry}
        row={shown}
        choice={choices[index] ?? 'leave'}
        onChoose={(choice) => onChoose(index, choice)}
        hasPin={pins.isTyped(index)}
        onPin={(pin) => pins.type(index, pin)}
      />
    ) : null;
  };
  const attention = of('new', true);
  const fresh = of('new', false);
  return (
    <>
      <Group title={t('previewAttention', { count: attention.length })} rows={attention} draw={row} open />
      <Group title={t('previewChanged', { count: changed.length })} rows={changed} draw={row} open />
      <Group title={t('previewFresh', { count: fresh.length })} rows={fresh} draw={row} open />
      <Group
        title={t('previewUnread', { count: problems.length })}
        rows={problems.map((_, index) => index)}
        draw={(index) => {
          const one = problems[index];
          return one ? (
            <li key={index} class="import-unread">
              {one.where && (
                <b>{/^\d+$/.test(one.where) ? t('previewLine', { where: one.where }) : one.where}</b>
              )}
              <span>{failure(one.failure)}</span>
            </li>
          ) : null;
        }}
        open
      />
      <Group title={t('previewSame', { count: same.length })} rows={same} draw={row} open={false} />
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly rows: readonly number[];
  readonly draw: (index: number) => ComponentChildren;
  readonly open: boolean;
}

function Group({ title, rows, draw, open }: GroupProps) {
  const { t } = useSpeech();
  const [most, setMost] = useState(atOnce);
  if (rows.length === 0) return null;
  const rest = rows.length - most;
  return (
    <details class="import-group" open={open}>
      <summary>
        <h3>{title}</h3>
      </summary>
      <ul class="names" role="list">
        {rows.slice(0, most).map(draw)}
      </ul>
      {rest > 0 && (
        <button class="link" onClick={() => setMost(most + 10 * atOnce)}>
          {t('previewMore', { count: Math.min(rest, 10 * atOnce) })}
        </button>
      )}
    </details>
  );
}

interface RowProps {
  readonly entry: ImportedEntry;
  readonly row: ImportPreview['rows'][number];
  readonly choice: ImportChoice;
  readonly onChoose: (choice: ImportChoice) => void;
  /** Its PIN was typed here; `onPin` with `null` takes it back. */
  readonly hasPin: boolean;
  readonly onPin: (pin: string | null) => void;
}

function Row({ entry, row, choice, onChoose, hasPin, onPin }: RowProps) {
  const speech = useSpeech();
  const { t } = speech;
  const { issuer, name } = entry;
  const who = [issuer, name].filter((text) => text !== '').join(', ') || t('nameless');
  const here = row.status === 'changed' ? [row.here.issuer, row.here.name].filter(Boolean).join(', ') : '';
  const details = [
    row.status === 'new' && row.fromTrash && t('previewFromTrash'),
    row.status === 'same' && row.twice && t('previewTwice'),
    here !== '' && here !== who && t('previewHereAs', { name: here }),
    row.status === 'changed' && t('previewDiffers', { fields: fieldList(row.fields, speech) }),
    hasPin && t('previewPinTyped'),
    row.status === 'new' &&
      entry.expiresAtMs !== undefined &&
      t('expiresOn', { date: isoDay(entry.expiresAtMs) }),
    ...(row.status === 'same' ? [] : attentionSentences(entry.attention ?? [], speech)),
  ].filter((text) => typeof text === 'string');
  return (
    <li class="import-row">
      {row.status === 'new' && (
        <label class="import-tick">
          <input
            type="checkbox"
            checked={choice !== 'leave'}
            aria-label={t('previewTake', { name: who })}
            onChange={(event) => onChoose(event.currentTarget.checked ? 'take' : 'leave')}
          />
        </label>
      )}
      <Monogram issuer={issuer || name} />
      <span class="who">
        <b>{issuer || name || t('nameless')}</b>
        {issuer && name && <span class="quiet">{name}</span>}
        {details.map((text) => (
          <span key={text} class="quiet">
            {text}
          </span>
        ))}
        {hasPin && (
          <button class="link" aria-label={`${t('previewPinOther')}, ${who}`} onClick={() => onPin(null)}>
            {t('previewPinOther')}
          </button>
        )}
      </span>
      {row.status === 'changed' && (
        <select
          value={choice}
          aria-label={t('previewChoice', { name: who })}
          onChange={(event) => onChoose(event.currentTarget.value as ImportChoice)}
        >
          <option value="leave">{t('previewLeave')}</option>
          <option value="take">{t('previewTakeFile')}</option>
          <option value="both">{t('previewBoth')}</option>
        </select>
      )}
      {row.status !== 'same' && lacksOnlyPin(entry.otp) && (
        <div class="import-pin">
          <PinForm label={t('previewPinUse')} hint={t('pinTyped')} whose={who} onPin={onPin} />
        </div>
      )}
    </li>
  );
}
