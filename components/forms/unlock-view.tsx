import { useEffect, useState } from 'preact/hooks';
import type { Failure, Result } from '@/lib/errors';
import type { Openings } from '@/lib/messages/security-protocol';
import { useSpeech } from '../ui/speech';
import { RecoveryForm } from './recovery-form';
import { UnlockForm } from './unlock-form';
import './other-ways.css';

export interface UnlockViewProps {
  /** These answer what went wrong, or null. */
  readonly onUnlock: (password: string) => Promise<Failure | null>;
  readonly onUnlockWithCode: (code: string) => Promise<Failure | null>;
  readonly readWays: () => Promise<Result<Openings>>;
  /** Opens the page that asks for a passkey; null where the browser cannot. */
  readonly onPasskey: (() => void) | null;
}

/** Every way that this vault opens: the password first, the others one link away. */
export function UnlockView({ onUnlock, onUnlockWithCode, readWays, onPasskey }: UnlockViewProps) {
  const { t } = useSpeech();
  const [types, setTypes] = useState<ReadonlySet<string> | null>(null);
  const [chosen, setChosen] = useState<'password' | 'recovery' | null>(null);
  useEffect(() => {
    void readWays().then((answer) => {
      if (answer.ok) setTypes(new Set(answer.value.ways.map(({ type }) => type)));
    });
  }, []);
  const hasPassword = types === null || types.has('password');
  const hasRecovery = types?.has('recovery') === true;
  const way = chosen ?? (hasPassword || !hasRecovery ? 'password' : 'recovery');
  return (
    <>
      {way === 'password' ? <UnlockForm onUnlock={onUnlock} /> : <RecoveryForm onUnlock={onUnlockWithCode} />}
      <div class="other-ways">
        {way === 'recovery' && hasPassword && (
          <button class="link" onClick={() => setChosen('password')}>
            {t('usePassword')}
          </button>
        )}
        {way === 'password' && hasRecovery && (
          <button class="link" onClick={() => setChosen('recovery')}>
            {t('useRecoveryCode')}
          </button>
        )}
        {onPasskey && types?.has('prf') && (
          <button class="link" onClick={onPasskey}>
            {t('usePasskey')}
          </button>
        )}
      </div>
    </>
  );
}
