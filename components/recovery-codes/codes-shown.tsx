import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { ShownCodes } from '@/lib/messages/codes-protocol';
import type { Port } from '../app/port';
import { PasswordField } from '../forms/password-field';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import './recovery-codes.css';

export interface CodesShownProps {
  readonly accountId: string;
  readonly ask: Port['ask'];
  readonly copy: (code: string) => Promise<boolean>;
  /** Number, from 1, of the one code that is needed. */
  readonly only: number | null;
  readonly onHide: () => void;
}

/** The codes, after the password where there is one: numbered as the site does, each to be copied, and ticked off once used. */
export function CodesShown({ accountId, ask, copy, only, onHide }: CodesShownProps) {
  const { t, failure } = useSpeech();
  const [shown, setShown] = useState<ShownCodes | null>(null);
  const [typed, setTyped] = useState('');
  const [copied, setCopied] = useState<number | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);

  const show = async (said: string | null): Promise<void> => {
    const answer = await ask('codes.show', { accountId, typed: said });
    setProblem(answer.ok ? null : answer.failure);
    if (answer.ok) setShown(answer.value);
  };
  useEffect(() => void show(null), [accountId]);
  const tick = async (index: number, used: boolean): Promise<void> => {
    const answer = await ask('codes.tick', { accountId, index, used });
    setProblem(answer.ok ? null : answer.failure);
    if (!answer.ok || shown?.kind !== 'shown') return;
    const usedAtMs = used ? Date.now() : null;
    setShown({
      ...shown,
      codes: shown.codes.map((code, at) => (at === index ? { ...code, usedAtMs } : code)),
    });
  };

  if (shown?.kind === 'asks')
    return (
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed !== '') void show(typed);
        }}
      >
        <PasswordField
          label={t(shown.by === 'password' ? 'codesPassword' : 'codesVaultCode')}
          value={typed}
          onInput={setTyped}
          autocomplete="current-password"
          wrong={problem !== null}
          focus
        >
          {problem && <p role="alert">{failure(problem)}</p>}
        </PasswordField>
        <div class="buttons">
          <button class="primary">{t('codesShow')}</button>
          <button type="button" class="plain" onClick={onHide}>
            {t('cancel')}
          </button>
        </div>
      </form>
    );
  if (shown === null) return problem && <Notice tone="bad">{failure(problem)}</Notice>;
  return (
    <div class="stack">
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      {only !== null && shown.codes[only - 1] === undefined && (
        <Notice tone="careful">{t('codesNotThat', { number: String(only) })}</Notice>
      )}
      <ol class="recovery-list" role="list">
        {shown.codes.map(({ value, usedAtMs }, index) => {
          const number = String(index + 1);
          return only !== null && only !== index + 1 ? null : (
            <li key={index} class={usedAtMs === null ? '' : 'used'}>
              <span class="recovery-number">{number}.</span>
              <code>{value}</code>
              <button
                class="icon-button"
                aria-label={t('codesCopy', { number })}
                title={t('copy')}
                onClick={() => void copy(value).then((done) => setCopied(done ? index : null))}
              >
                {copied === index ? <Icon name="check" /> : t('copy')}
              </button>
              <label class="recovery-used">
                <input
                  type="checkbox"
                  checked={usedAtMs !== null}
                  aria-label={t('codesUsedOf', { number })}
                  onChange={(event) => void tick(index, event.currentTarget.checked)}
                />
                {t('codesUsed')}
              </label>
            </li>
          );
        })}
      </ol>
      <p class="quiet" role="status">
        {copied === null ? '' : t('codeCopied')}
      </p>
      <div class="buttons">
        <button class="plain" onClick={onHide}>
          {t('codesHide')}
        </button>
      </div>
    </div>
  );
}
