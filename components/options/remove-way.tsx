import { useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { Way } from '@/lib/messages/security-protocol';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';

export interface RemoveWayProps {
  readonly way: Way;
  /** Answers what went wrong, or null. */
  readonly onRemove: () => Promise<Failure | null>;
  readonly onCancel: () => void;
}

/** What it means to take this way away, then the question. */
export function RemoveWay({ way, onRemove, onCancel }: RemoveWayProps) {
  const { t, failure } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const remove = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(await onRemove());
    setBusy(false);
  };
  return (
    <div class="task stack">
      <p>
        <b>
          {way.type === 'prf'
            ? t('removePasskey', { label: way.label })
            : t(way.type === 'password' ? 'removePassword' : 'removeRecovery')}
        </b>{' '}
        {t(
          way.type === 'prf'
            ? 'removePasskeyBody'
            : way.type === 'password'
              ? 'removePasswordBody'
              : 'removeRecoveryBody',
        )}
      </p>
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      <div class="buttons">
        <button class="danger" disabled={busy} onClick={() => void remove()}>
          {t('wayRemove')}
        </button>
        <button onClick={onCancel}>{t('wayKeep')}</button>
      </div>
    </div>
  );
}
