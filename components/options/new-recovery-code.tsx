import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { Port } from '../app/port';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';

export interface NewRecoveryCodeProps {
  /** There is one already, which ends. */
  readonly replaces: boolean;
  readonly port: Port;
  readonly print: () => void;
  /** Answers what is left to say. */
  readonly over: (problem: Failure) => Failure | null;
  /** True while the code is here and nowhere else. */
  readonly onHold: (isHeld: boolean) => void;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/**
 * A recovery code: what it is, the code this once, then one group of it asked back, since a code that was not kept opens
 * nothing. It lives in this view alone and goes with it.
 */
export function NewRecoveryCode(props: NewRecoveryCodeProps) {
  const { replaces, port, print, over, onHold, onDone, onCancel } = props;
  const { t, failure } = useSpeech();
  const [groups, setGroups] = useState<readonly string[] | null>(null);
  const [asked, setAsked] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);

  const isHeld = groups !== null;
  useEffect(() => {
    if (!isHeld) return;
    // The browser then asks before the tab is closed.
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    onHold(true);
    return () => {
      removeEventListener('beforeunload', ask);
      onHold(false);
    };
  }, [isHeld]);

  const make = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const answer = await port.ask('vault.add-recovery-code', null);
    setBusy(false);
    if (answer.ok) setGroups(answer.value.code.split('-'));
    else setProblem(over(answer.failure));
  };

  if (groups === null)
    return (
      <div class="task stack">
        <p>{t(replaces ? 'recoveryReplaceLead' : 'recoveryMakeLead')}</p>
        {problem && <Notice tone="bad">{failure(problem)}</Notice>}
        <div class="buttons">
          <button class="primary" disabled={busy} onClick={() => void make()}>
            {t(busy ? 'recoveryMaking' : 'recoveryMake')}
          </button>
          <button class="plain" disabled={busy} onClick={onCancel}>
            {t('cancel')}
          </button>
        </div>
        <button class="link kit-link" disabled={busy} onClick={() => port.openPage('kit.html')}>
          {t('kitOpen')}
        </button>
      </div>
    );
  if (asked === null)
    return (
      <ShownCode
        groups={groups}
        port={port}
        print={print}
        onKept={() => setAsked(Math.floor(Math.random() * groups.length))}
      />
    );
  return (
    <CheckGroup
      group={asked + 1}
      wanted={groups[asked] ?? ''}
      onBack={() => setAsked(null)}
      onRight={() => {
        setGroups(null);
        onDone();
      }}
    />
  );
}

interface ShownCodeProps {
  readonly groups: readonly string[];
  readonly port: Port;
  readonly print: () => void;
  readonly onKept: () => void;
}

function ShownCode({ groups, port, print, onKept }: ShownCodeProps) {
  const { t, date, duration } = useSpeech();
  const [copied, setCopied] = useState<string | null>(null);
  const code = groups.join('-');
  const copy = async (): Promise<void> => {
    if (!(await port.copy(code))) return setCopied(t('copyFailed'));
    const answer = await port.ask('clipboard.copied', { text: code });
    const seconds = answer.ok ? answer.value.seconds : null;
    const soon = seconds === null ? '' : ` ${t('clipboardSoon', { time: duration(seconds) })}`;
    setCopied(t('recoveryCopied') + soon);
  };
  return (
    <div class="task stack">
      <div class="sheet-of-paper">
        <h3>{t('recoveryTitle')}</h3>
        <ol class="code-groups mono" translate={false}>
          {groups.map((group, index) => (
            <li key={index}>{group}</li>
          ))}
        </ol>
        <p class="print-only">{t('recoveryPrintNote', { date: date(Date.now()) })}</p>
      </div>
      <Notice tone="careful">{t('recoveryShown')}</Notice>
      <div class="buttons">
        <button onClick={() => void copy()}>{t('copy')}</button>
        <button onClick={print}>{t('recoveryPrint')}</button>
        <button class="primary" onClick={onKept}>
          {t('recoveryKept')}
        </button>
      </div>
      <p class="quiet" role="status">
        {copied}
      </p>
    </div>
  );
}

interface CheckGroupProps {
  /** From 1. */
  readonly group: number;
  readonly wanted: string;
  readonly onRight: () => void;
  readonly onBack: () => void;
}

function CheckGroup({ group, wanted, onRight, onBack }: CheckGroupProps) {
  const { t } = useSpeech();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (sameGroup(text, wanted)) return onRight();
    setWrong(true);
    field.current?.select();
  };
  return (
    <form class="task stack" onSubmit={submit}>
      <h3>{t('recoveryCheckTitle')}</h3>
      <p>{t('recoveryCheckLead', { group })}</p>
      <div class="field">
        <label for={id}>{t('recoveryGroup', { group })}</label>
        <div class="field-box short">
          <input
            id={id}
            ref={field}
            class="mono"
            value={text}
            maxLength={12}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-invalid={wrong}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </div>
      </div>
      {wrong && <Notice tone="bad">{t('recoveryGroupWrong', { group })}</Notice>}
      <div class="buttons">
        <button class="primary">{t('goOn')}</button>
        <button type="button" class="plain" onClick={onBack}>
          {t('recoverySeeAgain')}
        </button>
      </div>
    </form>
  );
}

/** As forgiving as the vault is when it reads the whole code. */
function sameGroup(text: string, wanted: string): boolean {
  const plain = text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return plain.replaceAll('O', '0').replaceAll(/[IL]/g, '1').replaceAll('U', 'V') === wanted;
}
