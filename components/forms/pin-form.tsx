import { useId, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import { isPin } from '@/lib/otp/parameters';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { Eye } from './eye';
import './forms.css';

export interface PinFormProps {
  /** Of the button. */
  readonly label: string;
  readonly hint: string;
  /** Answers what went wrong, where it is known. */
  readonly onPin: (pin: string) => void | Promise<Failure | null>;
  readonly onCancel?: () => void;
  /** Whose PIN it is, where several are asked for on a page. */
  readonly whose?: string;
}

/** Asks the PIN that the codes of an account are made with. */
export function PinForm({ label, hint, onPin, onCancel, whose }: PinFormProps) {
  const { t, failure } = useSpeech();
  const [pin, setPin] = useState('');
  const [isShown, setIsShown] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const id = useId();
  return (
    <form
      class="pin"
      onSubmit={(event) => {
        event.preventDefault();
        if (isPin(pin)) void Promise.resolve(onPin(pin)).then((failed) => setProblem(failed ?? null));
      }}
    >
      <div class="field">
        <label for={id}>{t('pinField')}</label>
        <div class="field-box">
          <input
            id={id}
            {...(isShown ? ({ type: 'text' } as const) : ({ type: 'password' } as const))}
            inputMode="numeric"
            autocomplete="off"
            maxLength={16}
            aria-label={whose && `${t('pinField')}, ${whose}`}
            aria-describedby={`${id}-hint`}
            value={pin}
            onInput={(event) => setPin(event.currentTarget.value.replace(/\D/g, ''))}
          />
          <button
            type="button"
            class="icon-button"
            aria-pressed={isShown}
            aria-label={t(isShown ? 'pinHide' : 'pinShow')}
            title={t(isShown ? 'pinHide' : 'pinShow')}
            onClick={() => setIsShown(!isShown)}
          >
            <Eye open={!isShown} />
          </button>
        </div>
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      </div>
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      <div class="buttons">
        <button class="primary" disabled={!isPin(pin)}>
          {label}
        </button>
        {onCancel && (
          <button type="button" class="plain" onClick={onCancel}>
            {t('cancel')}
          </button>
        )}
      </div>
    </form>
  );
}
