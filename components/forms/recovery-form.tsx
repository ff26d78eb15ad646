import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import './forms.css';

/** The recovery code, as it is copied from paper: shown while it is typed. `onUnlock` answers what went wrong, or null. */
export function RecoveryForm({ onUnlock }: { onUnlock: (code: string) => Promise<Failure | null> }) {
  const { t, failure } = useSpeech();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Failure | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy || code.trim() === '') return;
    setBusy(true);
    setWrong(null);
    const problem = await onUnlock(code);
    setBusy(false);
    setWrong(problem);
    if (problem) field.current?.focus();
    else setCode('');
  };
  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      <div class="field">
        <label for={id}>{t('recoveryCode')}</label>
        <div class="field-box">
          <textarea
            id={id}
            ref={field}
            class="mono"
            rows={3}
            value={code}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-invalid={wrong !== null}
            aria-describedby={`${id}-hint`}
            onInput={(event) => setCode(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void submit(event);
            }}
          />
        </div>
        <p id={`${id}-hint`} class="field-hint">
          {t('recoveryCodeHint')}
        </p>
      </div>
      {wrong && <Notice tone="bad">{failure(wrong)}</Notice>}
      <button class="primary wide" disabled={busy}>
        {t(busy ? 'opening' : 'openVault')}
      </button>
    </form>
  );
}
