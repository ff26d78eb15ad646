import { useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { PasswordField } from './password-field';
import './practice.css';

export interface PracticeViewProps {
  /** The try itself, not only the line that asks for it. */
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  /** Answers what went wrong, or null. */
  readonly onTry: (password: string) => Promise<Failure | null>;
  readonly onLater: () => void;
  readonly onDone: () => void;
  readonly onChange: () => void;
}

/** A line above the list that asks for a try at the password, and the try. The vault is open anyway: nothing hangs on it. */
export function PracticeView({ isOpen, onOpen, ...props }: PracticeViewProps) {
  const { t } = useSpeech();
  if (isOpen)
    return (
      <section class="state">
        <h2>{t('practiceTitle')}</h2>
        <p>{t('practiceBody')}</p>
        <Practice {...props} />
      </section>
    );
  return (
    <div class="banner calm">
      <p>
        <b>{t('practiceTitle')}</b>
      </p>
      <button class="link" onClick={onOpen}>
        {t('practiceTry')}
      </button>
    </div>
  );
}

function Practice({ onTry, onLater, onDone, onChange }: Omit<PracticeViewProps, 'isOpen' | 'onOpen'>) {
  const { t, failure } = useSpeech();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<'untried' | 'right' | Failure>('untried');
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy || password === '') return;
    setBusy(true);
    const problem = await onTry(password);
    setBusy(false);
    setOutcome(problem ?? 'right');
    if (!problem) setPassword('');
  };
  const later = (): void => {
    onLater();
    onDone();
  };
  if (outcome === 'right')
    return (
      <>
        <div role="status">
          <Notice tone="good">{t('practiceRight')}</Notice>
        </div>
        <button class="primary wide" onClick={onDone}>
          {t('done')}
        </button>
      </>
    );
  const isWrong = outcome !== 'untried' && outcome.code === 'password-wrong';
  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      <PasswordField
        label={t('password')}
        value={password}
        onInput={setPassword}
        autocomplete="current-password"
        focus
        wrong={isWrong}
      />
      {isWrong && (
        <div role="status">
          <Notice tone="careful">{t('practiceWrong')}</Notice>
        </div>
      )}
      {outcome !== 'untried' && !isWrong && <Notice tone="bad">{failure(outcome)}</Notice>}
      <button class="primary wide" disabled={busy}>
        {t(busy ? 'checking' : isWrong ? 'tryAgain' : 'practiceTry')}
      </button>
      {isWrong && (
        <button type="button" class="wide" onClick={onChange}>
          {t('practiceChange')}
        </button>
      )}
      <button type="button" class="plain wide" onClick={later}>
        {t('later')}
      </button>
    </form>
  );
}
