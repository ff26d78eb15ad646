import { useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { Port } from '../app/port';
import { PasswordField } from '../forms/password-field';
import { ProtectForm } from '../forms/protect-form';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';

export interface ChangePasswordProps {
  readonly hasPassword: boolean;
  readonly asksCurrent: boolean;
  readonly port: Port;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The current password where it is asked for, then the new one twice. */
export function ChangePassword({ hasPassword, asksCurrent, port, onDone, onCancel }: ChangePasswordProps) {
  const { t } = useSpeech();
  /** Checked; kept only until the new one is set. */
  const [current, setCurrent] = useState<string | null>(null);
  if (asksCurrent && current === null)
    return <CurrentPassword port={port} onRight={setCurrent} onCancel={onCancel} />;
  return (
    <div class="task">
      {hasPassword && !asksCurrent && <p class="quiet">{t('passwordUnasked')}</p>}
      <ProtectForm
        onCancel={onCancel}
        onProtect={async (password) => {
          const answer = await port.ask('vault.change-password', { current, password });
          if (!answer.ok) return answer.failure;
          setCurrent(null);
          onDone();
          return null;
        }}
      />
    </div>
  );
}

interface CurrentPasswordProps {
  readonly port: Port;
  readonly onRight: (password: string) => void;
  readonly onCancel: () => void;
}

function CurrentPassword({ port, onRight, onCancel }: CurrentPasswordProps) {
  const { t, failure } = useSpeech();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Failure | null>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy || password === '') return;
    setBusy(true);
    setWrong(null);
    const answer = await port.ask('vault.check-password', { password });
    setBusy(false);
    if (answer.ok) onRight(password);
    else setWrong(answer.failure);
  };
  return (
    <form class="task stack" onSubmit={(event) => void submit(event)}>
      <p class="quiet">{t('passwordCurrentLead')}</p>
      <PasswordField
        label={t('passwordCurrent')}
        value={password}
        onInput={setPassword}
        autocomplete="current-password"
        focus
        wrong={wrong !== null}
      />
      {wrong && (
        <>
          <Notice tone="bad">{failure(wrong)}</Notice>
          {wrong.code === 'password-wrong' && <p class="quiet">{t('passwordCurrentLost')}</p>}
        </>
      )}
      <div class="buttons">
        <button class="primary" disabled={busy}>
          {t(busy ? 'checking' : 'goOn')}
        </button>
        <button type="button" class="plain" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
