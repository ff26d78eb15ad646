import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { FileWay, TypedSecret } from '@/lib/messages/backup-protocol';
import { PasswordField } from '../forms/password-field';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import '../forms/forms.css';

export interface SecretFormProps {
  /** What opens it; with both, the person chooses. */
  readonly ways: readonly FileWay[];
  readonly label: string;
  readonly busyLabel: string;
  /** Answers what went wrong, or null. */
  readonly onSecret: (secret: TypedSecret) => Promise<Failure | null>;
  readonly children?: ComponentChildren;
}

/** A password or a recovery code, and one button. */
export function SecretForm({ ways, label, busyLabel, onSecret, children }: SecretFormProps) {
  const { t, failure } = useSpeech();
  const [way, setWay] = useState<FileWay>(ways[0] ?? 'password');
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const id = useId();

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy || typed.trim() === '') return;
    setBusy(true);
    setProblem(null);
    const wrong = await onSecret(way === 'password' ? { password: typed } : { recoveryCode: typed });
    setBusy(false);
    setProblem(wrong);
  };

  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      {ways.length > 1 && (
        <button
          type="button"
          class="link"
          onClick={() => {
            setWay(way === 'password' ? 'recovery' : 'password');
            setTyped('');
            setProblem(null);
          }}
        >
          {t(way === 'password' ? 'useRecoveryCode' : 'usePassword')}
        </button>
      )}
      {way === 'password' ? (
        <PasswordField
          label={t('password')}
          value={typed}
          onInput={setTyped}
          autocomplete="current-password"
          wrong={problem !== null}
        />
      ) : (
        <div class="field">
          <label for={id}>{t('recoveryCode')}</label>
          <div class="field-box">
            <input
              id={id}
              class="code-input"
              value={typed}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              aria-invalid={problem !== null}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </div>
          <div class="field-hint">{t('recoveryCodeHint')}</div>
        </div>
      )}
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      <div class="buttons">
        <button class="primary" disabled={busy}>
          {busy ? busyLabel : label}
        </button>
        {children}
      </div>
    </form>
  );
}
