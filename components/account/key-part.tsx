import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Result } from '@/lib/errors';
import type { PasskeyOpening, PasskeyWay, Proof, Way } from '@/lib/messages/security-protocol';
import { PinForm } from '../forms/pin-form';
import { ProofForm } from '../forms/proof-form';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { KeyShown } from './key-shown';
import { OtpForm } from './otp-form';
import type { AccountPage } from './page';

export type AskPasskey = (ways: readonly PasskeyWay[]) => Promise<Result<PasskeyOpening>>;

export interface KeyPartProps {
  readonly page: AccountPage;
  readonly askPasskey: AskPasskey | null;
}

type Want = 'show' | 'change';

/** The key, and how codes are made: nothing of it is here before the person has shown that it is them. */
export function KeyPart({ page, askPasskey }: KeyPartProps) {
  const { t, failure } = useSpeech();
  const { details, grant } = page;
  const [want, setWant] = useState<Want | null>(null);
  const [ways, setWays] = useState<readonly Way[] | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const begun = useRef(false);
  const step = want === null ? 'idle' : grant === null ? (ways === null ? 'asking' : 'proof') : want;
  // What had the focus is gone with each step: its first field or button has it next.
  useEffect(() => {
    if (begun.current && step !== 'asking')
      box.current?.querySelector<HTMLElement>('input, button:not(.link)')?.focus();
    begun.current = true;
  }, [step]);
  const { otp } = details;
  if (otp.kind === 'kept' && otp.lacksPin)
    return (
      <div class="stack">
        <p>{t('accPinMissing')}</p>
        <PinForm
          label={t('accPinSave')}
          hint={t('pinTyped')}
          onPin={async (pin) =>
            page.onEdited(await page.ask('account.set-pin', { accountId: details.id, pin }), t('accPinSaved'))
          }
        />
      </div>
    );
  if (otp.kind === 'kept') return <p class="quiet">{t('accKeyKept', { what: otp.what })}</p>;
  if (otp.kind === 'none' || otp.kind === 'unknown')
    return <p class="quiet">{t(otp.kind === 'none' ? 'accKeyNone' : 'accKeyUnknown')}</p>;

  const ask = async (wanted: Want): Promise<void> => {
    setWant(wanted);
    setSaid(null);
    setProblem(null);
    setWays(null);
    if (grant !== null) return;
    const asked = await proveWith(page, null);
    if (asked === null) return;
    if ('code' in asked) setProblem(asked);
    else setWays(asked.ways);
  };
  const close = (sentence: string | null = null): void => {
    setWant(null);
    setSaid(sentence);
  };
  const over = (why: Failure): void => {
    if (why.code === 'proof-needed') page.onGrant(null);
    close();
    setProblem(why);
  };

  if (want !== null && grant !== null)
    return (
      <div ref={box}>
        {want === 'show' ? (
          <KeyShown page={page} grant={grant} onHide={close} onFailure={over} />
        ) : (
          <OtpForm page={page} grant={grant} onClose={() => close()} onFailure={over} />
        )}
      </div>
    );
  if (want !== null && ways !== null)
    return (
      <div class="stack" ref={box}>
        <p>{t('accProveLead')}</p>
        <ProofForm
          ask={page.ask}
          ways={ways}
          askPasskey={askPasskey}
          label={t('accContinue')}
          busyLabel={t('checking')}
          onProof={async (proof) => {
            const asked = await proveWith(page, proof);
            return asked !== null && 'code' in asked ? asked : null;
          }}
        />
        <button class="link" onClick={() => close()}>
          {t('cancel')}
        </button>
      </div>
    );
  return (
    <div class="stack" ref={box}>
      <p class="quiet">{t('accKeyLead')}</p>
      {!details.isProtected && <Notice tone="careful">{t('accKeyUnprotected')}</Notice>}
      {details.isKeyForbidden && <p class="quiet">{t('exportForbidden')}</p>}
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      <p class="quiet" role="status">
        {said}
      </p>
      <div class="buttons upright">
        {details.isProtected && !details.isKeyForbidden && (
          <button onClick={() => void ask('show')}>{t('accKeyShow')}</button>
        )}
        <button class="plain" onClick={() => void ask('change')}>
          {t('accKeyChange')}
        </button>
      </div>
    </div>
  );
}

/** Null once it is proved: the grant is the page's. Else by what it is to be proved, or what went wrong. */
export async function proveWith(
  page: AccountPage,
  proof: Proof | null,
): Promise<{ readonly ways: readonly Way[] } | Failure | null> {
  const answer = await page.ask('account.prove', { accountId: page.details.id, proof });
  if (!answer.ok) return answer.failure;
  if (answer.value.kind === 'asks') return { ways: answer.value.ways };
  page.onGrant(answer.value.grant);
  return null;
}
