import { useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { Actions } from '../app/actions';
import { SaveCopy } from '../backup/save-copy';
import { writeBackup } from '../backup/write-backup';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';

export interface BeforeConfirmingProps {
  /** A copy opens by the vault's own password. */
  readonly isProtected: boolean;
  readonly actions: Actions;
}

/** Once confirmed, the site asks for codes: what that means is said, and a copy offered, where there was none yet. Never in the way. */
export function BeforeConfirming({ isProtected, actions }: BeforeConfirmingProps) {
  const { t, failure } = useSpeech();
  const [state, setState] = useState<'offered' | 'form' | 'skipped'>('offered');
  const [saved, setSaved] = useState<string | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  if (state === 'skipped') return null;

  const save = async (): Promise<void> => {
    if (!isProtected) return setState('form');
    const written = await writeBackup(actions.raw.port);
    if (written.ok) setSaved(written.value);
    else setProblem(written.failure);
  };
  return (
    <div class="before stack">
      <p class="quiet">{t('fromNowOn')}</p>
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      {saved !== null && <Notice tone="good">{t('copySaved', { file: saved })}</Notice>}
      {state === 'form' ? (
        <SaveCopy isProtected={isProtected} actions={actions} />
      ) : (
        saved === null && (
          <div class="buttons">
            <button onClick={() => void save()}>{t('saveCopy')}</button>
            <button class="plain" onClick={() => setState('skipped')}>
              {t('skip')}
            </button>
          </div>
        )
      )}
    </div>
  );
}
