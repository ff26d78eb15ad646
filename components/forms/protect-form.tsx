import { useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import { useSpeech } from '../ui/speech';
import { Notice } from '../ui/notice';
import { PasswordField } from './password-field';
import { passwordStrength, shortestPassword } from './strength';

export interface ProtectFormProps {
  /** Answers what went wrong, or null. */
  readonly onProtect: (password: string) => Promise<Failure | null>;
  readonly onCancel?: (() => void) | undefined;
  readonly focus?: boolean;
}

/** The vault's password, given twice. */
export function ProtectForm({ onProtect, onCancel, focus = true }: ProtectFormProps) {
  const { t, failure } = useSpeech();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const strength = passwordStrength(password);
  const missing = shortestPassword - [...password].length;

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (strength === 'short') return setProblem(failure({ code: 'password-too-short' }));
    if (password !== again) return setProblem(t('passwordsDiffer'));
    setBusy(true);
    setProblem(null);
    const wrong = await onProtect(password);
    setBusy(false);
    if (wrong) return setProblem(failure(wrong));
    setPassword('');
    setAgain('');
  };

  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      <p class="quiet">{t('protectLead')}</p>
      <PasswordField
        label={t('newPassword')}
        value={password}
        onInput={setPassword}
        autocomplete="new-password"
        focus={focus}
      >
        {password !== '' && (
          <span class={`strength ${strength}`} role="status">
            {strength === 'short' && t('passwordShort', { count: missing })}
            {strength === 'weak' && t('passwordWeak')}
            {strength === 'fair' && t('passwordFair')}
            {strength === 'strong' && t('passwordStrong')}
          </span>
        )}
      </PasswordField>
      <PasswordField
        label={t('repeatPassword')}
        value={again}
        onInput={setAgain}
        autocomplete="new-password"
      />
      {problem && <Notice tone="bad">{problem}</Notice>}
      <div class="buttons">
        <button class="primary" disabled={busy}>
          {t(busy ? 'protecting' : 'protect')}
        </button>
        {onCancel && (
          <button type="button" class="plain" onClick={onCancel}>
            {t('later')}
          </button>
        )}
      </div>
    </form>
  );
}
