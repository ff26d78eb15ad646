import { useId, useState } from 'preact/hooks';
import type { FileAnswer } from '@/lib/transfer/read-given';
import { PasswordField } from '../forms/password-field';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';

export interface FileSecretProps {
  readonly asked: Extract<FileAnswer, { kind: 'secret' }>;
  readonly onSecret: (secret: string) => void;
}

/** What opens a file. A wrong one is said, and asked again; a costly one is agreed to first. */
export function FileSecret({ asked, onSecret }: FileSecretProps) {
  const { t } = useSpeech();
  const [typed, setTyped] = useState('');
  const [agreed, setAgreed] = useState(false);
  const id = useId();
  const { format, secret, hint, memoryMiB, wrong } = asked;
  const ready = typed !== '' && (memoryMiB === 0 || agreed);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSecret(typed);
      }}
    >
      {hint && <p class="quiet">{t('bringKeyName', { name: hint })}</p>}
      {secret === 'password' ? (
        <PasswordField
          label={t('bringPassword', { format })}
          value={typed}
          onInput={setTyped}
          autocomplete="current-password"
          wrong={wrong}
          focus
        >
          {t(format === 'Seconde' ? 'bringSecondeHint' : 'bringPasswordHint')}
        </PasswordField>
      ) : (
        <div class="field">
          <label for={id}>{t('bringKey', { format })}</label>
          <div class="field-box">
            <input
              id={id}
              class="code-input"
              autocomplete="off"
              spellcheck={false}
              value={typed}
              aria-invalid={wrong}
              aria-describedby={`${id}-hint`}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </div>
          <div class="field-hint" id={`${id}-hint`}>
            {t('pskcKeyHint')}
          </div>
        </div>
      )}
      {wrong && <Notice tone="bad">{t('bringWrong')}</Notice>}
      {memoryMiB > 0 && (
        <>
          <Notice tone="careful">{t('bringMemory', { count: memoryMiB })}</Notice>
          <label class="check">
            <input
              type="checkbox"
              checked={agreed}
              onChange={(event) => setAgreed(event.currentTarget.checked)}
            />
            {t('bringMemoryAgree')}
          </label>
        </>
      )}
      <div class="buttons">
        <button class="primary" disabled={!ready}>
          {t('bringOpen')}
        </button>
      </div>
    </form>
  );
}
