import { useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { FilePreview } from '@/lib/messages/backup-protocol';
import type { Port } from '../app/port';
import { PreviewList } from '../options/preview-list';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';

export interface ReceivedPartProps {
  readonly port: Pick<Port, 'ask'>;
  readonly text: string;
  readonly code: string;
  readonly preview: FilePreview;
  readonly onAdded: (count: number) => void;
}

/** What came, and which of it is new here. Nothing was written yet; the yes is one change, with a way back. */
export function ReceivedPart({ port, text, code, preview, onAdded }: ReceivedPartProps) {
  const { t, failure } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const fresh = preview.accounts.filter(({ isNew }) => isNew).length;
  const add = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const answer = await port.ask('backup.restore', { text, secret: { password: code }, mode: 'add' });
    setBusy(false);
    if (answer.ok) onAdded(fresh);
    else setProblem(answer.failure);
  };
  return (
    <section>
      <PreviewList preview={preview} />
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      {fresh === 0 ? (
        <p role="status">{t('receiveNothingNew')}</p>
      ) : (
        <button class="primary" disabled={busy} onClick={() => void add()}>
          {t('receiveAdd', { count: fresh })}
        </button>
      )}
    </section>
  );
}
