import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Result } from '@/lib/errors';
import type { PasskeyOpening, PasskeyWay, Proof, Way } from '@/lib/messages/security-protocol';
import type { Port } from '../app/port';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { ProofForm } from './proof-form';

export type AskPasskey = (ways: readonly PasskeyWay[]) => Promise<Result<PasskeyOpening>>;

export interface ProveFirstProps {
  readonly ask: Port['ask'];
  /** Null where the browser lets no extension use passkeys, or this page cannot ask for one. */
  readonly askPasskey: AskPasskey | null;
  /** For a popup, which does not outlive the browser's question: leads to a page that can ask. */
  readonly onPasskey?: (() => void) | null;
  readonly lead: string;
  readonly onCancel?: (() => void) | undefined;
  /** `over` takes what went wrong, and answers what is left to say: nothing where the person is asked again for the proof. */
  readonly children: (over: (problem: Failure) => Failure | null) => ComponentChildren;
}

type Step =
  | { readonly kind: 'asking' }
  /** `late`: the proof that there was is too old. */
  | { readonly kind: 'proof'; readonly ways: readonly Way[]; readonly late: Failure | null }
  | { readonly kind: 'proved'; readonly byForm: boolean }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What changes how the vault opens, drawn once the person has proved that it is them; a moment ago is enough (lib/walks/presence.ts). */
export function ProveFirst({ ask, askPasskey, onPasskey, lead, onCancel, children }: ProveFirstProps) {
  const { t, failure } = useSpeech();
  const [step, setStep] = useState<Step>({ kind: 'asking' });
  const box = useRef<HTMLDivElement>(null);

  const prove = async (proof: Proof | null, late: Failure | null = null): Promise<Failure | null> => {
    const answer = await ask('vault.prove', { proof });
    if (!answer.ok) {
      if (proof === null) setStep({ kind: 'failed', failure: answer.failure });
      return answer.failure;
    }
    setStep(
      answer.value.kind === 'asks'
        ? { kind: 'proof', ways: answer.value.ways, late }
        : { kind: 'proved', byForm: proof !== null },
    );
    return null;
  };
  useEffect(() => void prove(null), []);
  // What had the focus went with the step before.
  useEffect(() => {
    if (step.kind === 'proof' || (step.kind === 'proved' && step.byForm))
      box.current?.querySelector<HTMLElement>('input, button:not(.link)')?.focus();
  }, [step]);

  const over = (problem: Failure): Failure | null => {
    if (problem.code !== 'proof-needed') return problem;
    void prove(null, problem);
    return null;
  };

  if (step.kind === 'asking') return null;
  if (step.kind === 'failed') return <Notice tone="bad">{failure(step.failure)}</Notice>;
  if (step.kind === 'proved') return <div ref={box}>{children(over)}</div>;
  return (
    <div class="task stack" ref={box}>
      {step.late && <Notice tone="careful">{failure(step.late)}</Notice>}
      <p>{lead}</p>
      <p class="quiet">{t('proveHint')}</p>
      <ProofForm
        ask={ask}
        ways={step.ways}
        askPasskey={askPasskey}
        label={t('goOn')}
        busyLabel={t('checking')}
        onProof={(proof) => prove(proof)}
      />
      {onPasskey && step.ways.some(({ type }) => type === 'prf') && (
        <button type="button" class="link" onClick={onPasskey}>
          {t('usePasskey')}
        </button>
      )}
      {onCancel && (
        <div class="buttons">
          <button type="button" class="plain" onClick={onCancel}>
            {t('cancel')}
          </button>
        </div>
      )}
    </div>
  );
}
