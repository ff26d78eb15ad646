import { useContext } from 'preact/hooks';
import type { Card } from '@/lib/messages/protocol';
import { ClockAdvice } from '../clock/clock-advice';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { enrolmentAloud, useAloud } from './aloud';
import { StandingContext } from './beside';

export interface EnrolFillProps {
  readonly card: Extract<Card, { kind: 'enrolled' }>;
  readonly nowMs: number;
  readonly onFill: () => void;
  readonly onStop: () => void;
  readonly onAnswer: (accepted: boolean) => void;
  readonly onAdjust: (on: boolean) => void;
  readonly onAnyway: () => void;
  /** Says a sentence in the page's live region. */
  readonly say: (text: string) => void;
}

/** What was entered in the page, what the site made of it, and the one thing to do next. */
export function EnrolFill(props: EnrolFillProps) {
  const { card, nowMs, onFill, onStop, onAnswer, onAdjust, onAnyway, say } = props;
  const speech = useSpeech();
  const { t, duration, failure } = speech;
  const { fill, outcome, button, clock } = card;
  const { place } = useContext(StandingContext);
  const press = button ? t('pressButton', { button }) : t('pressSome');
  useAloud(`${outcome} ${fill.kind}`, () => enrolmentAloud(card, nowMs, speech), say);
  const fresh = (
    <button class="primary wide" onClick={onFill}>
      {t('enterFresh')}
    </button>
  );
  if (outcome === 'accepted') return <Notice tone="good">{t('outcomeAccepted')}</Notice>;
  // A fresh one that is on its way, or could not be entered, says so itself.
  if (outcome === 'refused' && fill.kind !== 'waiting' && fill.kind !== 'failed') {
    if (clock !== undefined)
      return (
        <>
          <ClockAdvice clock={clock} when="refused" onAdjust={onAdjust} />
          {(clock.kind === 'unknown' || !clock.notable || clock.tooFar) && fresh}
        </>
      );
    return (
      <>
        <Notice tone="bad">
          {t('outcomeRefused')} {t('refusedClock')}
        </Notice>
        {fresh}
      </>
    );
  }

  if (outcome === 'left')
    return (
      <>
        <Notice tone="careful">
          <b>{t('leftTitle')}</b> {t('leftBody')}
        </Notice>
        <div class="buttons">
          <button class="plain" onClick={() => onAnswer(true)}>
            {t('leftAccepted')}
          </button>
        </div>
      </>
    );

  // Nobody knows what the page shows by now: there is a question to answer, and nothing to press.
  const asked = outcome === 'unknown';
  const expired = !asked && fill.kind === 'filled' && fill.expiresAtMs !== null && fill.expiresAtMs <= nowMs;
  const armed = fill.kind === 'armed' && fill.untilMs > nowMs;
  const untyped = fill.kind === 'nothing' || (fill.kind === 'armed' && !armed);
  return (
    <>
      {armed && (
        <div class="armed">
          <p class="next-step">{t('armedNext')}</p>
          <p class="quiet">{t('armedHow', { host: fill.host })}</p>
          <button class="plain" onClick={onStop}>
            {t('armedStop')}
          </button>
        </div>
      )}
      {untyped && place !== 'on-page' && (
        <Notice tone="plain">{t(place === 'alone' ? 'scanNotFilled' : 'scanNotFilledBeside')}</Notice>
      )}
      {untyped && place === 'on-page' && (
        <>
          <p class="next-step">{t('typeIt')}</p>
          <button class="wide" onClick={onFill}>
            {t('enterCode')}
          </button>
        </>
      )}
      {fill.kind === 'filled' && (
        <ul class="did">
          <li>{t('filledCode', { host: fill.host })}</li>
          {fill.deviceName !== null && <li>{t('filledDevice', { device: fill.deviceName })}</li>}
        </ul>
      )}
      {expired && (
        <>
          <Notice tone="bad">{t('expiredFilled')}</Notice>
          {fresh}
        </>
      )}
      {fill.kind === 'filled' && !expired && !asked && <p class="next-step">{press}</p>}
      {fill.kind === 'ready' && (
        <>
          <p class="next-step">{t(fill.why === 'boxes' ? 'readyBoxes' : 'readySubmits')}</p>
          <button class="primary wide" onClick={onFill}>
            {t('enterCode')}
          </button>
        </>
      )}
      {fill.kind === 'waiting' && (
        <Notice tone="careful">
          {t('waitingFresh', { time: duration(Math.max(0, Math.ceil((fill.atMs - nowMs) / 1000))) })}
        </Notice>
      )}
      {fill.kind === 'clock' && (
        <ClockAdvice clock={fill.clock} when="before" onAdjust={onAdjust} onAnyway={onAnyway} />
      )}
      {fill.kind === 'failed' && (
        <>
          <Notice tone="bad">{failure(fill.failure)}</Notice>
          <button class="wide" onClick={onFill}>
            {t('tryAgain')}
          </button>
        </>
      )}
      {asked && (
        <fieldset class="question">
          <legend>{t('outcomeAsk')}</legend>
          <div class="buttons">
            <button onClick={() => onAnswer(true)}>{t('yesAccepted')}</button>
            <button onClick={() => onAnswer(false)}>{t('noRefused')}</button>
          </div>
        </fieldset>
      )}
    </>
  );
}
