import { useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { FilePreview, RestoreMode, TypedSecret } from '@/lib/messages/backup-protocol';
import type { VaultState } from '@/lib/messages/protocol';
import { OpenFile } from '../backup/open-file';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { PreviewList } from './preview-list';
import type { SafekeepingPort } from './safekeeping-port';

interface Opened {
  readonly text: string;
  readonly secret: TypedSecret;
  readonly preview: FilePreview;
}

/** From a file back into Seconde: first what it holds, then the person's yes. Nothing is written before. */
export function RestoreSection({ port, vault }: { port: SafekeepingPort; vault: VaultState }) {
  const { t, failure } = useSpeech();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [restored, setRestored] = useState<{ accounts: number; mode: RestoreMode } | null>(null);
  if (vault.kind !== 'open' && vault.kind !== 'empty') return null;

  const restore = async (mode: RestoreMode): Promise<void> => {
    if (!opened || busy) return;
    setBusy(true);
    const { text, secret } = opened;
    const answer = await port.ask('backup.restore', { text, secret, mode });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.failure);
    setOpened(null);
    setRestored({ accounts: answer.value.accounts, mode });
  };
  const reset = (): void => {
    setOpened(null);
    setProblem(null);
    setRestored(null);
  };

  return (
    <section id="restore">
      <h2>{t('restore')}</h2>
      <p class="quiet">{t('restoreLead')}</p>
      {!opened && (
        <OpenFile
          key={restored ? 'after' : 'before'}
          ask={port.ask}
          pickLabel={t('chooseFile')}
          label={t('seeInside')}
          busyLabel={t('opening')}
          onChoice={reset}
          onOpen={async (text, secret) => {
            const preview = await port.ask('backup.preview', { text, secret });
            if (!preview.ok) return preview.failure;
            setOpened({ text, secret, preview: preview.value });
            return null;
          }}
        />
      )}
      {opened && (
        <>
          <PreviewList preview={opened.preview} />
          {problem && <Notice tone="bad">{failure(problem)}</Notice>}
          <Choices preview={opened.preview} isEmpty={vault.kind === 'empty'} busy={busy} onChoose={restore} />
          <button class="link" onClick={reset}>
            {t('cancel')}
          </button>
        </>
      )}
      <div role="status">
        {restored && (
          <Notice tone="good">
            {t('restored', { count: restored.accounts })}
            {restored.mode === 'replace' && <> {t('restoredTrash')}</>}
          </Notice>
        )}
      </div>
      {restored && restored.mode !== 'whole' && (
        <button class="link" onClick={() => port.openPage('recovery.html')}>
          {t('restoreUndo')}
        </button>
      )}
    </section>
  );
}

interface ChoicesProps {
  readonly preview: FilePreview;
  readonly isEmpty: boolean;
  readonly busy: boolean;
  readonly onChoose: (mode: RestoreMode) => Promise<void>;
}

function Choices({ preview, isEmpty, busy, onChoose }: ChoicesProps) {
  const { t } = useSpeech();
  const fresh = preview.accounts.filter(({ isNew }) => isNew).length;
  if (isEmpty)
    return (
      <>
        <p class="quiet">{t('restoreWholeHint')}</p>
        <button class="primary" disabled={busy} onClick={() => void onChoose('whole')}>
          {t('restoreWhole', { count: preview.accounts.length })}
        </button>
      </>
    );
  return (
    <div class="stack">
      {fresh === 0 ? (
        <p>{t('restoreNothingNew')}</p>
      ) : (
        <button class="primary" disabled={busy} onClick={() => void onChoose('add')}>
          {t('restoreAdd', { count: fresh })}
        </button>
      )}
      <div class="part">
        <p class="quiet">
          {t('restoreReplaceHint')}
          {(preview.onlyHere ?? 0) > 0 && <> {t('restoreOnlyHere', { count: preview.onlyHere ?? 0 })}</>}
        </p>
        <button disabled={busy} onClick={() => void onChoose('replace')}>
          {t('restoreReplace')}
        </button>
      </div>
    </div>
  );
}
