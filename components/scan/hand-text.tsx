import type { ComponentChildren, RefObject } from 'preact';
import { useId } from 'preact/hooks';

export interface HandTextProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly input?: RefObject<HTMLInputElement | null>;
  readonly mono?: boolean;
  readonly wrong?: boolean;
  readonly hint?: ComponentChildren;
  readonly numeric?: boolean;
}

/** One line of text with its label, and what there is to say of it below. */
export function HandText({ label, value, onInput, input, mono, wrong, hint, numeric }: HandTextProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field-box">
        <input
          id={id}
          {...(input ? { ref: input } : {})}
          class={mono ? 'mono' : ''}
          value={value}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          {...(numeric ? { inputMode: 'numeric' as const } : {})}
          aria-invalid={wrong === true}
          aria-describedby={`${id}-hint`}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </div>
      <div
        id={`${id}-hint`}
        class={wrong ? 'field-hint wrong' : 'field-hint'}
        role={wrong ? 'alert' : undefined}
      >
        {hint}
      </div>
    </div>
  );
}
