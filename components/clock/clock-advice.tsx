import type { ClockNote } from '@/lib/messages/token-protocol';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { useDifference } from './use-clock-words';

export interface ClockAdviceProps {
  readonly clock: ClockNote;
  /** Before a code was typed, after the site refused one, or because the person asked. */
  readonly when: 'before' | 'refused' | 'asked';
  readonly onAdjust: (on: boolean) => void;
  /** Given where the code may be entered by this computer's clock all the same. */
  readonly onAnyway?: () => void;
}

/** What the clock of the site has to do with its codes, and the one click that takes care of it. */
export function ClockAdvice({ clock, when, onAdjust, onAnyway }: ClockAdviceProps) {
  const { t } = useSpeech();
  const difference = useDifference();
  const refused = when === 'refused' && <>{t('clockRefused')} </>;
  if (clock.kind === 'unknown')
    return (
      <Notice tone={when === 'refused' ? 'bad' : 'careful'}>
        {refused}
        {t('clockUnknown', { host: clock.host })}
      </Notice>
    );
  const { host, offsetMs, adjustedMs, notable, tooFar } = clock;
  if (!notable && adjustedMs === null)
    return (
      <Notice tone={when === 'refused' ? 'bad' : 'good'}>
        {refused}
        {t(when === 'refused' ? 'clockFine' : 'clockAgrees', { host })}
      </Notice>
    );
  // Adjusted by now: either that is still right, or the clocks have moved since.
  const isRight = Math.abs(offsetMs) < 5000;
  const apart = t(offsetMs < 0 ? 'clockAhead' : 'clockBehind', { time: difference(offsetMs), host });
  return (
    <div class="stack">
      <Notice tone={when === 'refused' ? 'bad' : notable ? 'careful' : 'plain'}>
        {refused}
        {isRight ? t('clockAgrees', { host }) : apart}
        {adjustedMs !== null && (
          <> {notable ? t('clockChanged') : t('clockAdjusted', { host, time: difference(adjustedMs) })}</>
        )}
        {notable && when === 'refused' && <> {t('clockIsWhy')}</>}
        {notable && when === 'before' && <> {t('clockWouldRefuse')}</>}
        {tooFar && <> {t('clockTooFar')}</>}
      </Notice>
      {notable && !tooFar && !isRight && (
        <>
          <button class="primary wide" onClick={() => onAdjust(true)}>
            {t('clockAdjust')}
          </button>
          <p class="quiet">{t('clockAdjustHint')}</p>
        </>
      )}
      {adjustedMs !== null && (isRight || !notable) && (
        <button class={notable ? 'primary wide' : 'wide'} onClick={() => onAdjust(false)}>
          {t('clockStop')}
        </button>
      )}
      {onAnyway && (
        <button class="plain wide" onClick={onAnyway}>
          {t('clockAnyway')}
        </button>
      )}
    </div>
  );
}
