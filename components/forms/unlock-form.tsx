import { useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import { useSpeech } from '../ui/speech';
import { Notice } from '../ui/notice';
import { PasswordField } from './password-field';

/** `onUnlock` answers what went wrong, or null. */
export function UnlockForm({ onUnlock }: { onUnlock: (password: string) => Promise<Failure | null> }) {
  const { t, failure } = useSpeech();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Failure | null>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy || password === '') return;
    setBusy(true);
    setWrong(null);
    const problem = await onUnlock(password);
    setBusy(false);
    setWrong(problem);
  };
  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      <PasswordField
        label={t('password')}
        value={password}
        onInput={setPassword}
        autocomplete="current-password"
        focus
        wrong={wrong !== null}
      />
      {wrong && <Notice tone="bad">{failure(wrong)}</Notice>}
      <button class="primary wide" disabled={busy}>
        {t(busy ? 'opening' : 'openVault')}
      </button>
    </form>
  );
}
