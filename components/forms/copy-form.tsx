import { useState } from 'preact/hooks';
import type { Failure, Result } from '@/lib/errors';
import { useSpeech } from '../ui/speech';
import { Notice } from '../ui/notice';
import { PasswordField } from './password-field';
import { shortestPassword } from './strength';

export interface CopyFormProps {
  /** Makes the copy and gives the file to the person; answers its name. */
  readonly onCopy: (password: string) => Promise<Result<string>>;
  readonly onSaved?: () => void;
}

/** An encrypted copy of the vault, under a password of its own. */
export function CopyForm({ onCopy, onSaved }: CopyFormProps) {
  const { t, failure } = useSpeech();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [saved, setSaved] = useState<string | null>(null);

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setSaved(null);
    if ([...password].length < shortestPassword) return setProblem({ code: 'password-too-short' });
    setBusy(true);
    setProblem(null);
    const copy = await onCopy(password);
    setBusy(false);
    if (!copy.ok) return setProblem(copy.failure);
    setPassword('');
    setSaved(copy.value);
    onSaved?.();
  };

  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      <p class="quiet">{t('copyLead')}</p>
      <PasswordField
        label={t('copyPassword')}
        value={password}
        onInput={setPassword}
        autocomplete="new-password"
      />
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      <div role="status">{saved && <Notice tone="good">{t('copySaved', { file: saved })}</Notice>}</div>
      <div class="buttons">
        <button disabled={busy}>{t(busy ? 'makingCopy' : 'makeCopy')}</button>
      </div>
    </form>
  );
}
