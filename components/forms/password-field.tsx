import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Eye } from './eye';
import { useSpeech } from '../ui/speech';
import './forms.css';

export interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly autocomplete: 'current-password' | 'new-password';
  readonly focus?: boolean;
  readonly wrong?: boolean;
  readonly children?: ComponentChildren;
}

/** A password with its label, a button that shows it, and below it what `children` say about it. */
export function PasswordField({
  label,
  value,
  onInput,
  autocomplete,
  focus = false,
  wrong = false,
  children,
}: PasswordFieldProps) {
  const { t } = useSpeech();
  const [shown, setShown] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    if (focus) input.current?.focus();
  }, [focus]);
  useEffect(() => {
    if (wrong) input.current?.select();
  }, [wrong]);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field-box">
        <input
          id={id}
          ref={input}
          {...(shown ? ({ type: 'text' } as const) : ({ type: 'password' } as const))}
          value={value}
          autocomplete={autocomplete}
          autocapitalize="off"
          spellcheck={false}
          aria-invalid={wrong}
          aria-describedby={`${id}-hint`}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <button
          type="button"
          class="icon-button"
          aria-pressed={shown}
          aria-label={t(shown ? 'hidePassword' : 'showPassword')}
          title={t(shown ? 'hidePassword' : 'showPassword')}
          onClick={() => setShown(!shown)}
        >
          <Eye open={!shown} />
        </button>
      </div>
      <div id={`${id}-hint`} class="field-hint">
        {children}
      </div>
    </div>
  );
}
