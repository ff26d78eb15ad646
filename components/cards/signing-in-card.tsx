import { useState } from 'preact/hooks';
import type { Result } from '@/lib/errors';
import type { AccountRow, Card } from '@/lib/messages/protocol';
import type { Actions } from '../app/actions';
import { createClockActions } from '../clock/clock-actions';
import { ClockAdvice } from '../clock/clock-advice';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { useSecond } from '../ui/use-second';
import { signInAloud, useAloud } from './aloud';
import { CardCode } from './card-code';
import { Who } from './who';

export interface SigningInCardProps {
  readonly card: Extract<Card, { kind: 'signing-in' }>;
  readonly actions: Actions;
  readonly findRow: (accountId: string, name: string) => Promise<Result<AccountRow | null>>;
  readonly copy: (code: string) => Promise<boolean>;
  readonly say: (text: string) => void;
}

export function SigningInCard({ card, actions, findRow, copy, say }: SigningInCardProps) {
  const speech = useSpeech();
  const { t, duration, failure } = speech;
  const [nowMs, setNowMs] = useState(Date.now);
  useSecond(setNowMs);
  const { fill } = card;
  useAloud(fill.kind, () => signInAloud(card, nowMs, speech), say);
  const expired = fill.kind === 'filled' && fill.expiresAtMs !== null && fill.expiresAtMs <= nowMs;
  return (
    <section class="card">
      <h2>{t('signInTitle')}</h2>
      <Who issuer={card.issuer} name={card.name} />
      {fill.kind === 'nothing' && <Notice tone="plain">{t('signInNothing')}</Notice>}
      {fill.kind === 'ready' && <Notice tone="plain">{t('signInReady', { host: fill.host })}</Notice>}
      {fill.kind === 'filled' &&
        (expired ? (
          <Notice tone="bad">{t('expiredFilled')}</Notice>
        ) : (
          <Notice tone="good">{t('signInFilled', { host: fill.host })}</Notice>
        ))}
      {fill.kind === 'filled' && fill.deviceUnchosen !== undefined && (
        <Notice tone="careful">{t('deviceUnchosen', { device: fill.deviceUnchosen })}</Notice>
      )}
      {fill.kind === 'waiting' && (
        <Notice tone="careful">
          {t(fill.used ? 'waitingSignIn' : 'waitingFresh', {
            time: duration(Math.max(0, Math.ceil((fill.atMs - nowMs) / 1000))),
          })}
        </Notice>
      )}
      {fill.kind === 'clock' && (
        <ClockAdvice clock={fill.clock} when="refused" onAdjust={createClockActions(actions).adjust} />
      )}
      {fill.kind === 'failed' && (
        <>
          <Notice tone="bad">{failure(fill.failure)}</Notice>
          <CardCode
            nowMs={nowMs}
            find={() => findRow(card.accountId, card.name || card.issuer)}
            copy={copy}
            say={say}
          />
        </>
      )}
      <div class="buttons">
        {(fill.kind === 'ready' || fill.kind === 'failed' || expired) && (
          <button class="primary" onClick={() => actions.fillAccount(card.accountId)}>
            {t(fill.kind === 'ready' ? 'enterCode' : fill.kind === 'failed' ? 'tryAgain' : 'enterFresh')}
          </button>
        )}
        <button class={fill.kind === 'filled' && !expired ? 'primary' : 'plain'} onClick={actions.done}>
          {t(fill.kind === 'waiting' ? 'cancel' : 'done')}
        </button>
      </div>
    </section>
  );
}
