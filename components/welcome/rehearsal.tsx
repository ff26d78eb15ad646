import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { codeAtStep, stepAt } from '@/lib/otp/code';
import { formatOtpauthUri } from '@/lib/otp/otpauth-format';
import type { TotpParameters } from '@/lib/otp/parameters';
import { rehearsalSecret } from '@/lib/otp/rehearsal';
import { encodeQrPath } from '@/lib/qr/encode';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import type { ScreenProps } from './first-screen';
import '../forms/forms.css';

type Said = 'wrong' | 'not-added' | 'right' | 'removed';

/**
 * An enrolment on this very page: a QR code, and a field that checks the code by itself. The key is made here, opens nothing
 * and is known by its beginning (lib/otp/rehearsal); Seconde reads it from the picture of the tab as from any page.
 */
export function Rehearsal({ title, port }: ScreenProps) {
  const { t, failure } = useSpeech();
  const otp = useMemo(() => makeOtp(port.random(10)), [port]);
  const issuer = t('welTryIssuer');
  const address = formatOtpauthUri({ issuer, name: t('welTryName'), otp });
  const drawing = encodeQrPath(address);
  const [added, setAdded] = useState(false);
  const [code, setCode] = useState('');
  const [said, setSaid] = useState<Said | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  const look = async (): Promise<void> => {
    const found = await port.ask('rehearsal.find', { secret: otp.secret });
    if (found.ok) setAdded(found.value.accountId !== null);
  };
  useEffect(() => {
    void look();
    return port.onChange(() => void look());
  }, [port]);

  const check = async (): Promise<void> => {
    const typed = code.replace(/\s/g, '');
    const { step } = stepAt(otp, Date.now());
    const isRight = [0, -1, 1].some((away) => codeAtStep(otp, step + away) === typed);
    if (!isRight) return setSaid(added ? 'wrong' : 'not-added');
    setSaid('right');
    const tabId = await port.tabId();
    if (tabId !== null) await port.ask('rehearsal.done', { tabId, secret: otp.secret });
  };
  const addForMe = async (): Promise<void> => {
    const tabId = await port.tabId();
    if (tabId === null) return;
    const answer = await port.ask('enrol.texts', { tabId, text: address, fromPicture: false });
    const found = await port.ask('rehearsal.find', { secret: otp.secret });
    const isLocked = !found.ok && found.failure.code === 'vault-locked';
    setProblem(isLocked ? t('welTryLocked') : answer.ok ? null : failure(answer.failure));
    await look();
    field.current?.focus();
  };
  const remove = async (): Promise<void> => {
    const answer = await port.ask('rehearsal.clear', null);
    if (!answer.ok) return setProblem(failure(answer.failure));
    setSaid('removed');
    setCode('');
    await look();
  };

  return (
    <section class="welcome-screen">
      <h2 ref={title} tabIndex={-1}>
        {t('welThirdTitle')}
      </h2>
      <p>{t('welThirdLead')}</p>
      <div class="rehearsal">
        {drawing.ok && (
          <svg
            class="rehearsal-qr"
            role="img"
            aria-label={t('welTryQr')}
            viewBox={`0 0 ${drawing.value.size} ${drawing.value.size}`}
            shape-rendering="crispEdges"
          >
            <path d={drawing.value.path} />
          </svg>
        )}
        <div class="stack">
          <ol class="welcome-steps">
            <li>
              {t('welTryScan')} <span class="quiet">{t('welTryPopup')}</span>
            </li>
            <li>{t('welTryType', { issuer })}</li>
          </ol>
          <form
            class="stack"
            onSubmit={(event) => {
              event.preventDefault();
              if (code.trim() !== '') void check();
            }}
          >
            <div class="field">
              <label for={id}>{t('welTryField')}</label>
              <div class="field-box">
                <input
                  id={id}
                  ref={field}
                  class="mono rehearsal-code"
                  inputMode="numeric"
                  autocomplete="one-time-code"
                  maxLength={12}
                  value={code}
                  onInput={(event) => {
                    setCode(event.currentTarget.value);
                    setSaid(null);
                  }}
                />
              </div>
            </div>
            <div class="buttons">
              <button>{t('welTryCheck')}</button>
            </div>
          </form>
          <div role="status">
            {said === 'right' && <Notice tone="good">{t('welTryRight')}</Notice>}
            {said === 'wrong' && <Notice tone="careful">{t('welTryWrong')}</Notice>}
            {said === 'not-added' && <Notice tone="careful">{t('welTryNotAdded')}</Notice>}
            {said === 'removed' && <Notice tone="plain">{t('welTryRemoved')}</Notice>}
            {said === null && added && <Notice tone="plain">{t('welTryAdded')}</Notice>}
          </div>
          {problem !== null && <Notice tone="bad">{problem}</Notice>}
          {added ? (
            <button class="plain rehearsal-remove" onClick={() => void remove()}>
              {t('welTryRemove')}
            </button>
          ) : (
            said !== 'removed' && (
              <button class="link rehearsal-for-me" onClick={() => void addForMe()}>
                {t('welTryForMe')}
              </button>
            )
          )}
        </div>
      </div>
    </section>
  );
}

function makeOtp(random: Uint8Array): TotpParameters {
  return {
    kind: 'totp',
    secret: rehearsalSecret(random),
    algorithm: 'SHA1',
    digits: 6,
    periodSeconds: 30,
  };
}
