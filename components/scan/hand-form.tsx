import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import { emptyHand, type HandFields, handOfAddress } from '@/lib/otp/by-hand';
import { isForMicrosoft, readKeyText } from '@/lib/providers/key-text';
import { recogniseMicrosoftPair } from '@/lib/providers/microsoft-pair';
import type { Port } from '../app/port';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { CodePreviewView, type PreviewState } from './code-preview';
import { HandAdvanced, type HandNumbers, numbersOf, readNumbers } from './hand-advanced';
import { HandText } from './hand-text';
import { usePreview } from './use-preview';
import '../forms/forms.css';

export interface HandFormProps {
  readonly ask: Port['ask'];
  /** What the form begins with. */
  readonly start: Partial<HandFields>;
  /** Answers what went wrong, or null. */
  readonly onAdd: (fields: HandFields) => Promise<Failure | null>;
  readonly onCancel: () => void;
}

/** An account typed by hand, with its code as it would be. */
export function HandForm({ ask, start, onAdd, onCancel }: HandFormProps) {
  const { t, failure: sentence } = useSpeech();
  const [fields, setFields] = useState<HandFields>({ ...emptyHand, ...start });
  const [numbers, setNumbers] = useState<HandNumbers>(() => numbersOf({ ...emptyHand, ...start }));
  const [problem, setProblem] = useState<Failure | null>(null);
  const [fromAddress, setFromAddress] = useState(false);
  const [asked, setAsked] = useState(false);
  const [opened, setOpened] = useState(false);
  const ready = readNumbers(fields, numbers);
  const asking = fields.key.trim() === '' ? null : ready;
  const preview = usePreview((typed) => ask('code.preview', { fields: typed }), asking);
  const key = useRef<HTMLInputElement>(null);
  const titleId = useId();
  useEffect(() => key.current?.focus(), []);

  const change = (some: Partial<HandFields>): void => {
    setProblem(null);
    setFields((before) => ({ ...before, ...some }));
  };
  /** A whole address, or the line that a site shows around its key, is taken apart. */
  const changeKey = (text: string): void => {
    setFromAddress(false);
    if (/^\s*(?:(?:apple-)?otpauth|motp):/i.test(text)) {
      const read = handOfAddress(text);
      if (read.ok) {
        setProblem(null);
        setFields(read.value);
        setNumbers(numbersOf(read.value));
        setFromAddress(true);
        return;
      }
    }
    const read = /[:\n«“]/.test(text) ? readKeyText(text) : null;
    change({ key: read?.kind === 'key' ? read.key : text });
  };

  const isEmpty = fields.key.trim() === '';
  // The code in one field and the address in the next, as the page shows them.
  const isMicrosoft =
    isForMicrosoft(fields.key) ||
    [fields.issuer, fields.name].some((text) => recogniseMicrosoftPair(fields.key, text));
  const add = async (): Promise<void> => {
    setAsked(true);
    if (isMicrosoft) return;
    if (ready === null) return setOpened(true);
    const failed = await onAdd(ready);
    setProblem(failed);
    if (failed) key.current?.focus();
  };

  const wrong = keyProblem(problem, preview, asked && isEmpty, isMicrosoft);
  return (
    <form
      class="scan-part hand"
      aria-labelledby={titleId}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <h2 id={titleId}>{t('handTitle')}</h2>
      <HandText
        label={t('handKey')}
        input={key}
        value={fields.key}
        mono
        wrong={wrong !== null}
        hint={
          wrong ? <KeyProblem failure={wrong} /> : t(fromAddress ? 'handFilledFromAddress' : 'handKeyHint')
        }
        onInput={changeKey}
      />
      <HandText label={t('handIssuer')} value={fields.issuer} onInput={(issuer) => change({ issuer })} />
      <HandText
        label={t('handName')}
        value={fields.name}
        hint={t('handNameHint')}
        onInput={(name) => change({ name })}
      />
      <HandAdvanced
        fields={fields}
        numbers={numbers}
        open={opened}
        onOpen={setOpened}
        onChange={change}
        onNumbers={setNumbers}
      />
      <CodePreviewView state={isMicrosoft ? null : preview} />
      {problem && !keyCodes.has(problem.code) && <Notice tone="bad">{sentence(problem)}</Notice>}
      <div class="buttons">
        <button class="primary" type="submit">
          {t('handAdd')}
        </button>
        <button class="plain" type="button" onClick={onCancel}>
          {t('handCancel')}
        </button>
      </div>
    </form>
  );
}

/** Failures that are said under the key itself. */
const keyCodes: ReadonlySet<Failure['code']> = new Set([
  'secret-character',
  'secret-missing',
  'secret-too-long',
  'qr-microsoft',
]);

function keyProblem(
  problem: Failure | null,
  preview: PreviewState | null,
  isMissing: boolean,
  isMicrosoft: boolean,
): Failure | null {
  if (isMicrosoft) return { code: 'qr-microsoft' };
  if (isMissing) return { code: 'secret-missing' };
  if (problem && keyCodes.has(problem.code)) return problem;
  const failed = preview && 'failure' in preview ? preview.failure : null;
  // A key of one letter is one that is being typed.
  return failed && keyCodes.has(failed.code) && failed.code !== 'secret-missing' ? failed : null;
}

/** Digits that no key has, and the letters they are taken for. */
const lookAlikes: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '8': 'B' };

function KeyProblem({ failure }: { failure: Failure }) {
  const { t, failure: sentence } = useSpeech();
  const { character, position } = failure.details ?? {};
  if (failure.code === 'secret-missing') return <>{t('handKeyMissing')}</>;
  if (failure.code !== 'secret-character' || character === undefined || position === undefined)
    return <>{sentence(failure)}</>;
  const letter = lookAlikes[character];
  return (
    <>
      {letter
        ? t('handKeyWrongDigit', { position, character, letter })
        : t('handKeyWrong', { position, character })}
    </>
  );
}
