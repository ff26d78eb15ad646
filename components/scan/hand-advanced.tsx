import { useId } from 'preact/hooks';
import { type HandFields, type HandKind, handAlgorithms, handKinds } from '@/lib/otp/by-hand';
import type { WordKey } from '@/lib/i18n/catalogue';
import { isPin } from '@/lib/otp/parameters';
import { useSpeech } from '../ui/speech';
import { HandText } from './hand-text';

/** Numbers as they are being typed. */
export interface HandNumbers {
  readonly period: string;
  readonly counter: string;
}

export interface HandAdvancedProps {
  readonly fields: HandFields;
  readonly numbers: HandNumbers;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onChange: (some: Partial<HandFields>) => void;
  readonly onNumbers: (numbers: HandNumbers) => void;
}

interface KindRow {
  readonly word: Extract<WordKey, `handKind${string}`>;
  /** As sites and other authenticators call it. */
  readonly short?: string;
  /** What else there is to say of a code of this kind. */
  readonly asks: readonly ('algorithm' | 'digits' | 'period' | 'counter' | 'pin')[];
}

const kinds: Readonly<Record<HandKind, KindRow>> = {
  totp: { word: 'handKindTotp', short: 'TOTP', asks: ['algorithm', 'digits', 'period'] },
  hotp: { word: 'handKindHotp', short: 'HOTP', asks: ['algorithm', 'digits', 'counter'] },
  steam: { word: 'handKindSteam', asks: [] },
  motp: { word: 'handKindMotp', asks: ['pin'] },
  yandex: { word: 'handKindYandex', asks: ['pin'] },
};

const digitChoices = [5, 6, 7, 8, 9, 10];

export function numbersOf({ periodSeconds, counter }: HandFields): HandNumbers {
  return { period: String(periodSeconds), counter: String(counter) };
}

/** The fields with their numbers, or null while one of them is out of range. */
export function readNumbers(fields: HandFields, numbers: HandNumbers): HandFields | null {
  const { asks } = kinds[fields.kind];
  const periodSeconds = integer(numbers.period, 1, 3600);
  const counter = integer(numbers.counter, 0, Number.MAX_SAFE_INTEGER);
  if (asks.includes('period') && periodSeconds === null) return null;
  if (asks.includes('counter') && counter === null) return null;
  if (asks.includes('pin') && !isPin(fields.pin)) return null;
  return { ...fields, periodSeconds: periodSeconds ?? 30, counter: counter ?? 0 };
}

/** What hardly any site needs, folded away. */
export function HandAdvanced(props: HandAdvancedProps) {
  const { fields, numbers, onChange, onNumbers } = props;
  const { t } = useSpeech();
  const { asks } = kinds[fields.kind];
  const periodWrong = integer(numbers.period, 1, 3600) === null;
  const counterWrong = integer(numbers.counter, 0, Number.MAX_SAFE_INTEGER) === null;
  return (
    <details class="advanced" open={props.open} onToggle={(event) => props.onOpen(event.currentTarget.open)}>
      <summary>{t('handAdvanced')}</summary>
      <div class="stack">
        <p class="quiet">{t('handAdvancedHint')}</p>
        <Choice
          label={t('handKind')}
          value={fields.kind}
          choices={handKinds.map((kind) => {
            const { word, short } = kinds[kind];
            return [kind, short ? `${t(word)} (${short})` : t(word)];
          })}
          onChoose={(kind) => onChange({ kind })}
        />
        {asks.includes('algorithm') && (
          <Choice
            label={t('handAlgorithm')}
            value={fields.algorithm}
            choices={handAlgorithms.map((one) => [one, one.replace('SHA', 'SHA-')])}
            onChoose={(algorithm) => onChange({ algorithm })}
          />
        )}
        {asks.includes('digits') && (
          <Choice
            label={t('handDigits')}
            value={String(fields.digits)}
            choices={digitChoices.map((count) => [String(count), String(count)])}
            onChoose={(digits) => onChange({ digits: Number(digits) })}
          />
        )}
        {asks.includes('period') && (
          <HandText
            label={t('handPeriod')}
            value={numbers.period}
            numeric
            wrong={periodWrong}
            hint={periodWrong && t('handPeriodWrong')}
            onInput={(period) => onNumbers({ ...numbers, period })}
          />
        )}
        {asks.includes('counter') && (
          <HandText
            label={t('handCounter')}
            value={numbers.counter}
            numeric
            wrong={counterWrong}
            hint={counterWrong && t('handCounterWrong')}
            onInput={(counter) => onNumbers({ ...numbers, counter })}
          />
        )}
        {asks.includes('pin') && (
          <HandText
            label={t('handPin')}
            value={fields.pin}
            numeric
            wrong={fields.pin !== '' && !isPin(fields.pin)}
            hint={t('handPinHint')}
            onInput={(pin) => onChange({ pin })}
          />
        )}
      </div>
    </details>
  );
}

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly (readonly [V, string])[];
  readonly onChoose: (value: V) => void;
}

function Choice<V extends string>({ label, value, choices, onChoose }: ChoiceProps<V>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value as V)}>
        {choices.map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

function integer(text: string, least: number, most: number): number | null {
  const value = /^\s*\d{1,16}\s*$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) && value >= least && value <= most ? value : null;
}
