import { useEffect, useRef } from 'preact/hooks';
import type { ErrorCode, Result } from '@/lib/errors';
import type { AccountRow, Card } from '@/lib/messages/protocol';
import type { Actions } from '../app/actions';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { AskSiteCard } from './ask-site-card';
import { createCardActions } from './card-actions';
import { Choices } from './choices';
import { CollectedCard } from './collected-card';
import { EnrolledCard } from './enrolled-card';
import { createKindActions } from './kind-actions';
import { OtherAppCard } from './other-app-card';
import { PinCard } from './pin-card';
import { PageLinkCard } from './page-link-card';
import { OtherWays } from './other-ways';
import { AskFrameCard, CorrectCard, InsecureCard, NeverHereCard, PickFieldCard } from './site-cards';
import { SigningInCard } from './signing-in-card';
import './cards.css';

export interface CardViewProps {
  /** `locked` is shown as the locked vault. */
  readonly card: Exclude<Card, { kind: 'locked' }>;
  readonly actions: Actions;
  /** The vault opens with a password. */
  readonly isProtected: boolean;
  /** There is no copy of any account yet. */
  readonly noBackup?: boolean;
  readonly findRow: (accountId: string, name: string) => Promise<Result<AccountRow | null>>;
  readonly copy: (code: string) => Promise<boolean>;
  readonly say: (text: string) => void;
}

/** What the extension has to say about one tab. */
export function CardView(props: CardViewProps) {
  const box = useRef<HTMLDivElement>(null);
  // Another card is another page: it is read from its title.
  useEffect(() => {
    const title = box.current?.querySelector('h2');
    title?.setAttribute('tabindex', '-1');
    title?.focus();
  }, [props.card.kind]);
  return (
    <div ref={box}>
      <OneCard {...props} />
    </div>
  );
}

/** Failures after which there is something better to press than *Done*. */
const leadsOn: ReadonlySet<ErrorCode> = new Set(['qr-bare-key', 'qr-series']);

function OneCard({ card, actions, isProtected, noBackup = false, findRow, copy, say }: CardViewProps) {
  const { t, failure } = useSpeech();
  const kinds = createKindActions(actions);
  const own = createCardActions(actions);
  switch (card.kind) {
    case 'working':
      return (
        <section class="card" aria-busy="true">
          <p role="status">{t(card.gesture === 'enrol' ? 'scanning' : 'filling')}</p>
        </section>
      );
    case 'enrolled':
      return (
        <EnrolledCard
          key={card.accountId}
          {...{ card, actions, isProtected, noBackup, findRow, copy, say }}
        />
      );
    case 'signing-in':
      return <SigningInCard {...{ card, actions, findRow, copy, say }} />;
    case 'ask-site':
      return <AskSiteCard card={card} actions={actions} />;
    case 'other-app':
      return (
        <OtherAppCard
          card={card}
          onShowAgain={kinds.pointAgain}
          onToken={kinds.openTokenPage}
          copyText={kinds.copyText}
          say={say}
          onDone={actions.done}
        />
      );
    case 'pin':
      return <PinCard card={card} onPin={kinds.givePin} onCancel={actions.done} />;
    case 'collected':
      return (
        <CollectedCard
          card={card}
          onScan={actions.scan}
          onStartOver={kinds.startOtherExport}
          onDone={actions.done}
        />
      );
    case 'pick-field':
      return <PickFieldCard card={card} actions={actions} />;
    case 'ask-frame':
      return <AskFrameCard card={card} actions={actions} />;
    case 'insecure':
      return <InsecureCard card={card} actions={actions} />;
    case 'never-here':
      return <NeverHereCard card={card} actions={actions} />;
    case 'correct':
      return <CorrectCard card={card} actions={actions} />;
    case 'choose':
      return (
        <Choices
          title={t(card.written ? 'writtenTitle' : 'chooseTitle')}
          lead={t(card.written ? 'writtenLead' : 'chooseLead')}
          options={card.options}
          onChoose={own.choose}
          onCancel={actions.done}
          onOtherWays={actions.otherWays}
        />
      );
    case 'page-link':
      return <PageLinkCard card={card} onYes={() => own.choose(0)} onNo={actions.done} />;
    case 'pick-account':
      return (
        <Choices
          title={t('pickTitle')}
          lead={t('pickLead', { host: card.host })}
          options={card.options}
          onChoose={(index) => {
            const option = card.options[index];
            if (option) actions.fillAccount(option.id);
          }}
          onCancel={actions.done}
        />
      );
    case 'private-window':
      return (
        <section class="card">
          <h2>{t('privateTitle')}</h2>
          <p>{t('privateBody')}</p>
          <div class="buttons">
            <button class="primary" onClick={actions.done}>
              {t('privateCancel')}
            </button>
            <button class="plain" onClick={own.saveInPrivate}>
              {t('privateSave')}
            </button>
          </div>
        </section>
      );
    case 'failed':
      return (
        <section class="card">
          <h2>{t('failedTitle')}</h2>
          <Notice tone="bad">{failure(card.failure)}</Notice>
          {(card.failure.code === 'qr-none' || card.failure.code === 'qr-unreadable') && (
            <OtherWays onOpen={actions.otherWays} />
          )}
          <div class="buttons">
            {card.failure.code === 'qr-bare-key' && (
              <button class="primary" onClick={kinds.nameKey}>
                {t('bareKeyType')}
              </button>
            )}
            {card.failure.code === 'qr-series' && (
              <button class="primary" onClick={kinds.openReceivePage}>
                {t('receiveOpen')}
              </button>
            )}
            <button class={leadsOn.has(card.failure.code) ? 'plain' : 'primary'} onClick={actions.done}>
              {t('done')}
            </button>
          </div>
        </section>
      );
  }
}
