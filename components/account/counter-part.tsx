import { useId, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { CounterFound } from '@/lib/messages/token-protocol';
import type { Port } from '../app/port';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';

export interface CounterPartProps {
  readonly accountId: string;
  readonly counter: number;
  readonly ask: Port['ask'];
  readonly onSaved: () => Promise<void>;
}

/** A counter that has drifted: found again by a code that is known to be right, or set by its number. */
export function CounterPart({ accountId, counter, ask, onSaved }: CounterPartProps) {
  const { t, failure } = useSpeech();
  const [codes, setCodes] = useState(['', '']);
  const [number, setNumber] = useState('');
  const [found, setFound] = useState<CounterFound | null>(null);
  /** A number below the present one, which the person has to agree to. */
  const [lower, setLower] = useState<number | null>(null);
  const [done, setDone] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const id = useId();

  const forget = (): void => {
    setFound(null);
    setLower(null);
    setDone(false);
    setProblem(null);
  };
  const find = async (): Promise<void> => {
    forget();
    const typed = codes.map((code) => code.replace(/\D/g, '')).filter((code) => code !== '');
    const answer = await ask('counter.find', { accountId, codes: typed });
    if (answer.ok) setFound(answer.value);
    else setProblem(answer.failure);
  };
  const set = async (next: number, back: boolean): Promise<void> => {
    const answer = await ask('counter.set', { accountId, counter: next, back });
    if (!answer.ok && answer.failure.code === 'counter-back') return setLower(next);
    forget();
    setProblem(answer.ok ? null : answer.failure);
    setDone(answer.ok);
    if (answer.ok) await onSaved();
  };
  const field = (name: string, label: string, value: string, onInput: (text: string) => void) => (
    <div class="field">
      <label for={id + name}>{label}</label>
      <div class="field-box">
        <input
          id={id + name}
          inputMode="numeric"
          autocomplete="off"
          spellcheck={false}
          value={value}
          onInput={(event) => {
            forget();
            onInput(event.currentTarget.value);
          }}
        />
      </div>
    </div>
  );

  return (
    <div class="stack">
      <p class="quiet">
        {t('counterLead')} {t('counterNow', { number: String(counter) })}
      </p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (codes[0]?.trim()) void find();
        }}
      >
        {field('first', t('counterCode'), codes[0] ?? '', (code) => setCodes([code, codes[1] ?? '']))}
        {field('second', t('counterSecond'), codes[1] ?? '', (code) => setCodes([codes[0] ?? '', code]))}
        <div class="buttons">
          <button>{t('counterFind')}</button>
        </div>
      </form>
      <div role="status">
        {found && <Found found={found} onSet={(next, back) => void set(next, back)} />}
        {done && <Notice tone="good">{t('counterDone', { number: String(counter) })}</Notice>}
      </div>
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (/^\d{1,15}$/.test(number.trim())) void set(Number(number), false);
        }}
      >
        {field('number', t('counterNumber'), number, setNumber)}
        <div class="buttons">
          <button>{t('counterSet')}</button>
        </div>
      </form>
      {lower !== null && (
        <div class="stack" role="alert">
          <p>{t('counterLower')}</p>
          <div class="buttons">
            <button class="primary" onClick={forget}>
              {t('cancel')}
            </button>
            <button class="danger" onClick={() => void set(lower, true)}>
              {t('counterMoveBack')}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}

interface FoundProps {
  readonly found: CounterFound;
  readonly onSet: (counter: number, back: boolean) => void;
}

function Found({ found, onSet }: FoundProps) {
  const { t } = useSpeech();
  if (found.kind === 'none') return <Notice tone="careful">{t('counterNone')}</Notice>;
  if (found.kind === 'ambiguous') return <Notice tone="careful">{t('counterAmbiguous')}</Notice>;
  const { counter, moves } = found;
  const number = String(counter);
  if (moves === 'nowhere') return <Notice tone="good">{t('counterSame')}</Notice>;
  return (
    <div class="stack">
      <Notice tone={moves === 'forward' ? 'good' : 'careful'}>
        {moves === 'forward' ? t('counterForward', { number }) : t('counterBackward', { number })}
      </Notice>
      <div class="buttons">
        <button
          class={moves === 'forward' ? 'primary' : 'danger'}
          onClick={() => onSet(counter, moves === 'back')}
        >
          {t(moves === 'forward' ? 'counterMove' : 'counterMoveBack')}
        </button>
      </div>
    </div>
  );
}
