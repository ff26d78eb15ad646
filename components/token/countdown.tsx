import { useId, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { useSecond } from '../ui/use-second';
import type { TokenPort } from './token-app';

const hourMs = 3_600_000;
const lifeHours = 72;

export interface CountdownProps {
  readonly port: Pick<TokenPort, 'ask'>;
  readonly vaultOpen: boolean;
}

/** The three days of an activation code, from when it came. The code itself is not asked for. */
export function Countdown({ port, vaultOpen }: CountdownProps) {
  const { t, tag, failure } = useSpeech();
  const [nowMs, setNowMs] = useState(Date.now);
  const [given, setGiven] = useState(() => localMinute(Date.now()));
  const [saved, setSaved] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const id = useId();
  useSecond(setNowMs);

  const givenAtMs = new Date(given).getTime();
  const endsAtMs = givenAtMs + lifeHours * hourMs;
  const leftMs = endsAtMs - nowMs;
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' });
  const remind = async (): Promise<void> => {
    const answer = await port.ask('accounts.remind', {
      issuer: t('tokenName'),
      name: t('tokenActivation'),
      expiresAtMs: endsAtMs,
      renewalNote: t('tokenActivationNote'),
    });
    setProblem(answer.ok ? null : answer.failure);
    setSaved(answer.ok);
  };
  return (
    <section id="countdown">
      <h2>{t('tokenCountdownTitle')}</h2>
      <p class="quiet">{t('tokenCountdownLead')}</p>
      <div class="field">
        <label for={id}>{t('tokenGivenAt')}</label>
        <div class="field-box">
          <input
            id={id}
            type="datetime-local"
            value={given}
            onInput={(event) => {
              setGiven(event.currentTarget.value);
              setSaved(false);
            }}
          />
        </div>
      </div>
      {!Number.isNaN(endsAtMs) && (
        <p class="token-left" role="timer">
          {leftMs > 0
            ? t('tokenLeft', {
                hours: Math.floor(leftMs / hourMs),
                minutes: Math.floor((leftMs % hourMs) / 60_000),
                moment: moment.format(endsAtMs),
              })
            : t('tokenOver', { moment: moment.format(endsAtMs) })}
        </p>
      )}
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      {vaultOpen && leftMs > 0 && (
        <div class="buttons">
          <button disabled={saved} onClick={() => void remind()}>
            {t('tokenRemind')}
          </button>
        </div>
      )}
      <div role="status">{saved && <Notice tone="good">{t('tokenCountdownSaved')}</Notice>}</div>
    </section>
  );
}

/** What a field of the type `datetime-local` holds: the minute, by the computer's calendar. */
function localMinute(atMs: number): string {
  const day = new Date(atMs);
  return new Date(atMs - day.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
