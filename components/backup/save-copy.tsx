import { useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { Actions } from '../app/actions';
import { ProtectForm } from '../forms/protect-form';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { writeBackup } from './write-backup';

export interface SaveCopyProps {
  readonly isProtected: boolean;
  readonly actions: Actions;
  readonly onSaved?: () => void;
}

/** A copy that the vault's own password opens: where there is none yet, it is chosen first. */
export function SaveCopy({ isProtected, actions, onSaved }: SaveCopyProps) {
  const { t, failure } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const save = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const written = await writeBackup(actions.raw.port);
    setBusy(false);
    setProblem(written.ok ? null : written.failure);
    if (!written.ok) return;
    setSaved(written.value);
    onSaved?.();
  };
  return (
    <div class="stack">
      <p class="quiet">{t(isProtected ? 'backupLead' : 'copyNeedsPassword')}</p>
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      <div role="status">{saved && <Notice tone="good">{t('copySaved', { file: saved })}</Notice>}</div>
      {isProtected || saved !== null ? (
        <div class="buttons">
          <button disabled={busy} onClick={() => void save()}>
            {t(busy ? 'makingCopy' : 'makeCopy')}
          </button>
        </div>
      ) : (
        <ProtectForm
          focus={false}
          onProtect={async (password) => {
            const wrong = await actions.protect(password);
            if (wrong === null) await save();
            return wrong;
          }}
        />
      )}
    </div>
  );
}
