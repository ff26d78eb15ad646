import { useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { ImportedEntry } from '@/lib/transfer/file-format';
import { Meanwhile } from '../import/meanwhile';
import { PreviewRows } from '../import/preview-rows';
import { usePins } from '../import/use-pins';
import { usePreview } from '../import/use-preview';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import type { ReceivePort } from './receive-port';

export interface ReceivedPartProps {
  readonly port: ReceivePort;
  /** As they came. */
  readonly sources: readonly ImportedEntry[];
}

/** What came, compared with what is here as any import is. Nothing was written yet; the yes is one change, with a way back. */
export function ReceivedPart({ port, sources }: ReceivedPartProps) {
  const { t, failure } = useSpeech();
  const pins = usePins(sources);
  const { entries } = pins;
  const { preview, problem, choices, choose } = usePreview(port, entries, sources, true);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Failure | null>(null);
  const [done, setDone] = useState<'added' | 'undone' | null>(null);
  const [counts, setCounts] = useState({ added: 0, changed: 0 });
  const [meanwhile, setMeanwhile] = useState<readonly ImportedEntry[]>([]);
  const count = choices.filter((choice) => choice !== 'leave').length;

  const commit = async (): Promise<void> => {
    if (busy || preview === null) return;
    setBusy(true);
    const answer = await port.ask('import.commit', { entries, choices, seen: preview.seen });
    setBusy(false);
    setWrong(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    setCounts(answer.value);
    setMeanwhile(answer.value.meanwhile.flatMap((index) => entries[index] ?? []));
    setDone('added');
  };
  const undo = async (): Promise<void> => {
    const answer = await port.ask('import.undo', null);
    setWrong(answer.ok ? null : answer.failure);
    if (answer.ok) setDone('undone');
  };
  const said = problem ?? wrong;

  return (
    <section class="import-preview">
      {said && <Notice tone="bad">{failure(said)}</Notice>}
      {done === null ? (
        <>
          <h2>{t('previewTitle')}</h2>
          {preview === null && <p class="quiet">{t('previewComparing')}</p>}
          {preview !== null && (
            <>
              <PreviewRows
                entries={entries}
                preview={preview}
                problems={[]}
                choices={choices}
                onChoose={choose}
                pins={pins}
              />
              {preview.rows.every(({ status }) => status === 'same') && <p>{t('receiveNothingNew')}</p>}
              {count > 0 && (
                <button class="primary" disabled={busy} onClick={() => void commit()}>
                  {busy ? t('previewWriting') : t('previewCommit', { count })}
                </button>
              )}
            </>
          )}
        </>
      ) : (
        <>
          {done === 'added' && <Meanwhile entries={meanwhile} />}
          <div role="status">
            <Notice tone="good">
              {done === 'undone' && t('broughtUndone', { count: counts.added })}
              {done === 'added' && counts.added > 0 && <p>{t('broughtAdded', { count: counts.added })}</p>}
              {done === 'added' && counts.changed > 0 && (
                <p>{t('broughtChanged', { count: counts.changed })}</p>
              )}
            </Notice>
          </div>
          <p class="quiet">{t('receiveTwo')}</p>
          {done === 'added' && <button onClick={() => void undo()}>{t('broughtUndo')}</button>}
        </>
      )}
    </section>
  );
}
