/**
 * What a card says by itself, for whoever is not looking: what went into the page and what to do next, once when it happens. What
 * went wrong is an alert and says itself; seconds that pass are never said.
 */
import { useEffect } from 'preact/hooks';
import type { Speech } from '@/lib/i18n/speak';
import type { Card } from '@/lib/messages/protocol';

type Of<K extends Card['kind']> = Extract<Card, { kind: K }>;

/** Says `text()` when `key` changes to another one. */
export function useAloud(key: string, text: () => string, say: (text: string) => void): void {
  useEffect(() => {
    const now = text();
    if (now !== '') say(now);
  }, [key]);
}

/** '' when the card has nothing to say by itself. */
export function enrolmentAloud(card: Of<'enrolled'>, nowMs: number, { t, duration }: Speech): string {
  const { fill, outcome, button } = card;
  if (outcome === 'accepted') return t('outcomeAccepted');
  if (outcome !== 'waiting') return '';
  if (fill.kind === 'waiting') return t('waitingFresh', { time: duration(secondsTo(fill.atMs, nowMs)) });
  if (fill.kind === 'ready') return t(fill.why === 'boxes' ? 'readyBoxes' : 'readySubmits');
  if (fill.kind === 'armed') return t('armedNext');
  if (fill.kind !== 'filled') return '';
  return [
    `${t('filledCode', { host: fill.host })}.`,
    fill.deviceName !== null && `${t('filledDevice', { device: fill.deviceName })}.`,
    button ? t('pressButton', { button }) : t('pressSome'),
  ]
    .filter(Boolean)
    .join(' ');
}

export function signInAloud({ fill }: Of<'signing-in'>, nowMs: number, { t, duration }: Speech): string {
  switch (fill.kind) {
    case 'filled':
      return t('signInFilled', { host: fill.host });
    case 'ready':
      return t('signInReady', { host: fill.host });
    case 'nothing':
      return t('signInNothing');
    case 'waiting':
      return t(fill.used ? 'waitingSignIn' : 'waitingFresh', {
        time: duration(secondsTo(fill.atMs, nowMs)),
      });
    default:
      return '';
  }
}

function secondsTo(atMs: number, nowMs: number): number {
  return Math.max(0, Math.ceil((atMs - nowMs) / 1000));
}
