import { useContext, useRef, useState } from 'preact/hooks';
import type { Result } from '@/lib/errors';
import type { AccountRow, Card } from '@/lib/messages/protocol';
import type { Actions } from '../app/actions';
import { createClockActions } from '../clock/clock-actions';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { useSecond } from '../ui/use-second';
import { StandingContext } from './beside';
import { BeforeConfirming } from './before-confirming';
import { createCardActions } from './card-actions';
import { CardCode } from './card-code';
import { ClientPart } from './client-part';
import { ComputerAdvice } from './computer-advice';
import { ComputerQuestion } from './computer-question';
import { EnrolFill } from './enrol-fill';
import { KeepCodes } from '../recovery-codes/keep-codes';
import { SecondAttempt } from './second-attempt';
import { Who } from './who';

export interface EnrolledCardProps {
  readonly card: Extract<Card, { kind: 'enrolled' }>;
  readonly actions: Actions;
  readonly isProtected: boolean;
  /** There is no copy of any account yet. */
  readonly noBackup?: boolean;
  readonly findRow: (accountId: string, name: string) => Promise<Result<AccountRow | null>>;
  readonly copy: (code: string) => Promise<boolean>;
  readonly say: (text: string) => void;
}

/** The account is saved: what went into the page, what is left to press, whether the site took it. */
export function EnrolledCard({
  card,
  actions,
  isProtected,
  noBackup = false,
  findRow,
  copy,
  say,
}: EnrolledCardProps) {
  const { t, warning } = useSpeech();
  const standing = useContext(StandingContext);
  const [nowMs, setNowMs] = useState(Date.now);
  const looking = useRef(false);
  const clock = createClockActions(actions);
  const own = createCardActions(actions);
  const undecided = card.outcome !== 'accepted' && card.outcome !== 'refused';
  useSecond((atMs) => {
    setNowMs(atMs);
    if (!undecided || looking.current) return;
    looking.current = true;
    void own.look().finally(() => {
      looking.current = false;
    });
  });

  const tabId = actions.tabId();
  const unsafe = card.computer === 'public' || (card.computer === 'shared' && !isProtected);
  return (
    <section class="card">
      <h2>{t(card.known ? 'knownTitle' : 'enrolledTitle')}</h2>
      <Who issuer={card.issuer} name={card.name} />
      {card.known && <p class="quiet">{t('knownBody')}</p>}
      {card.others > 0 && <p class="quiet">{t('othersAdded', { count: card.others })}</p>}
      {card.clientPart !== undefined && card.outcome !== 'accepted' && (
        <ClientPart part={card.clientPart} copy={copy} say={say} />
      )}
      <CardCode
        nowMs={nowMs}
        find={() => findRow(card.accountId, card.name || card.issuer)}
        copy={copy}
        say={say}
      />
      {(card.computer !== 'public' || card.outcome === 'accepted') && (
        <EnrolFill
          card={card}
          nowMs={nowMs}
          onFill={actions.fillCard}
          onStop={own.stopArmed}
          onAnswer={own.answer}
          onAdjust={clock.adjust}
          onAnyway={clock.anyway}
          say={say}
        />
      )}
      {noBackup && !card.known && card.outcome !== 'accepted' && card.computer !== 'public' && (
        <BeforeConfirming isProtected={isProtected} actions={actions} />
      )}
      <SecondAttempt card={card} actions={actions} />
      {card.outcome === 'accepted' && tabId !== null && (
        <KeepCodes
          accountId={card.accountId}
          tabId={tabId}
          kept={0}
          ask={actions.ask}
          onKept={() => undefined}
        />
      )}
      {card.warnings.map((one) => (
        <Notice key={one} tone="careful">
          {warning(one)}
        </Notice>
      ))}
      {card.askComputer && <ComputerQuestion onAnswer={own.computer} />}
      {unsafe && <ComputerAdvice card={card} isProtected={isProtected} actions={actions} />}
      <div class="buttons">
        {standing.place === 'beside' && (
          <button class="primary" onClick={standing.onBack}>
            {t('scanBack')}
          </button>
        )}
        <button
          class={
            card.outcome === 'accepted' && !unsafe && !card.askComputer && !card.older ? 'primary' : 'plain'
          }
          onClick={actions.done}
        >
          {t('done')}
        </button>
      </div>
    </section>
  );
}
