import { useEffect, useId, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import { readSeriesCode } from '@/lib/transfer/series-code';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';

export interface CodePartProps {
  readonly label: string;
  /** The code as it was typed before. */
  readonly first: string | null;
  /** Nothing more is to be typed for now. */
  readonly isDone: boolean;
  /** The series is whole: the code that is here already is tried by itself. */
  readonly opens: boolean;
  /** Answers what went wrong, or null. */
  readonly onCode: (code: string) => Promise<Failure | null>;
}

/** The code that the other computer shows. A slip is told by its group before anything is tried. */
export function CodePart({ label, first, isDone, opens, onCode }: CodePartProps) {
  const { t, failure } = useSpeech();
  const id = useId();
  const [typed, setTyped] = useState(first ?? '');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);

  const submit = async (): Promise<void> => {
    if (busy) return;
    const code = readSeriesCode(typed);
    if (!code.ok) return setProblem(code.failure);
    setBusy(true);
    setProblem(null);
    const wrong = await onCode(code.value);
    setBusy(false);
    setProblem(wrong);
  };
  useEffect(() => {
    if (opens && first !== null) void submit();
  }, [opens]);

  if (isDone) return null;
  return (
    <section>
      <p>{t(opens ? 'receiveAll' : 'receiveHow')}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div class="field">
          <label for={id}>{t('receiveCode')}</label>
          <div class="field-box">
            <input
              id={id}
              class="code-input"
              value={typed}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              aria-invalid={problem !== null}
              aria-describedby={`${id}-hint`}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </div>
          <div class="field-hint" id={`${id}-hint`}>
            {t('receiveCodeHint')}
          </div>
        </div>
        {problem && <Notice tone="bad">{failure(problem)}</Notice>}
        <div class="buttons">
          <button class="primary" disabled={busy}>
            {busy ? t('opening') : label}
          </button>
        </div>
      </form>
    </section>
  );
}
