import { useMemo, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import { useDrop } from '../scan/use-drop';
import { usePaste } from '../scan/use-paste';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { FileItem } from './file-item';
import { GiveFiles } from './give-files';
import { entriesOf, missingParts, problemsOf, readOf } from './given';
import type { ImportPort } from './import-port';
import { noteSentence } from './import-words';
import type { LeftFile } from './left-overs';
import { PreviewRows } from './preview-rows';
import type { Sides } from './reconcile';
import { useFiles } from './use-files';
import { usePins } from './use-pins';
import { usePreview } from './use-preview';

/** What is said after an import; nothing secret is in it. */
export interface Brought {
  readonly added: number;
  readonly changed: number;
  /** Changed here since they were compared, so nothing was done about them. */
  readonly meanwhile: readonly { readonly issuer: string; readonly name: string }[];
  /** Some entries named sites. */
  readonly sites: boolean;
  readonly sides: Sides;
  readonly files: readonly LeftFile[];
}

/** Files given, their entries compared, and the person's yes. What the files held goes as soon as it is written. */
export function Bring({ port, onBrought }: { port: ImportPort; onBrought: (done: Brought) => void }) {
  const speech = useSpeech();
  const { t, failure } = speech;
  const files = useFiles(port.read);
  const { given } = files;
  const [writing, setWriting] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const over = useDrop((dropped) => take(dropped));
  usePaste(({ pictures, text, inField }) => {
    if (pictures.length > 0) take(pictures);
    else if (!inField && text.trim() !== '') takeText(text);
    else return false;
    return true;
  });
  const sources = useMemo(() => entriesOf(given), [given]);
  const pins = usePins(sources);
  const { entries } = pins;
  const problems = useMemo(() => problemsOf(given), [given]);
  const parts = useMemo(() => missingParts(given), [given]);
  const compared = usePreview(port, entries, sources, !files.busy);
  const { preview, choices } = compared;

  function take(chosen: readonly File[]): void {
    files.add(chosen.map((content) => ({ name: content.name, content })));
  }
  function takeText(text: string): void {
    files.add([{ name: '', content: new Blob([text]) }]);
  }

  const count = choices.filter((choice) => choice !== 'leave').length;
  const commit = async (): Promise<void> => {
    if (writing || preview === null) return;
    setWriting(true);
    const answer = await port.ask('import.commit', { entries, choices, seen: preview.seen });
    setWriting(false);
    if (!answer.ok) return setProblem(answer.failure);
    const done: Brought = {
      ...answer.value,
      meanwhile: answer.value.meanwhile.flatMap((index) => entries[index] ?? []),
      sites: entries.some(
        ({ suggestedSites }, index) => suggestedSites !== undefined && choices[index] !== 'leave',
      ),
      sides: {
        hereOnly: preview.hereOnly,
        leftOut: entries
          .filter((_, index) => choices[index] === 'leave' && preview.rows[index]?.status === 'new')
          .map(({ issuer, name }) => ({ issuer, name })),
        unread: problems,
        ours: given.some((one) => readOf(one)?.formatId === 'seconde'),
      },
      files: given.flatMap((one) => {
        const read = readOf(one);
        return read ? [{ name: one.name, formatId: read.formatId, closed: read.closed }] : [];
      }),
    };
    files.clear();
    onBrought(done);
  };

  return (
    <>
      <GiveFiles over={over} onFiles={take} onText={takeText} />
      {given.length > 0 && (
        <section>
          <h2>{t('bringFiles')}</h2>
          <ul class="import-files" role="list">
            {given.map((one) => (
              <FileItem key={one.id} one={one} files={files} />
            ))}
          </ul>
          {parts.map((note, index) => (
            <Notice key={index} tone="careful">
              {noteSentence(note, speech)}
            </Notice>
          ))}
        </section>
      )}
      {(compared.problem ?? problem) && (
        <Notice tone="bad">{failure(compared.problem ?? problem ?? { code: 'internal' })}</Notice>
      )}
      {entries.length + problems.length > 0 && !files.busy && (
        <section class="import-preview">
          <h2>{t('previewTitle')}</h2>
          {preview === null && entries.length > 0 && <p class="quiet">{t('previewComparing')}</p>}
          <PreviewRows
            entries={entries}
            preview={preview ?? { rows: [], seen: [], hereOnly: [] }}
            problems={problems}
            choices={choices}
            onChoose={compared.choose}
            pins={pins}
          />
          {problems.some(({ failure: { code } }) => code === 'qr-series') && (
            <button onClick={() => port.openPage('receive.html')}>{t('receiveOpen')}</button>
          )}
          {preview !== null && (
            <div class="import-yes">
              {preview.rows.every(({ status }) => status === 'same') && <p>{t('previewNothing')}</p>}
              {count > 0 && (
                <>
                  <button class="primary" disabled={writing} onClick={() => void commit()}>
                    {writing ? t('previewWriting') : t('previewCommit', { count })}
                  </button>
                  <p class="quiet">{t('previewSafe')}</p>
                </>
              )}
            </div>
          )}
        </section>
      )}
    </>
  );
}
