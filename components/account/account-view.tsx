import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { AccountDetails } from '@/lib/messages/account-protocol';
import type { Port } from '../app/port';
import { Icon } from '../ui/icon';
import { Monogram } from '../ui/monogram';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { RecoveryPart } from '../recovery-codes/recovery-part';
import { CounterPart } from './counter-part';
import { DatesPart } from './dates-part';
import { SiteClockPart } from './site-clock-part';
import './account-view.css';

export interface AccountViewProps {
  readonly accountId: string;
  readonly ask: Port['ask'];
  readonly tabId: number | null;
  readonly copy: (code: string) => Promise<boolean>;
  readonly onBack: () => void;
}

/** One account and what is seldom needed of it: its end, its counter, the clock of its site. */
export function AccountView({ accountId, ask, tabId, copy, onBack }: AccountViewProps) {
  const { t, failure } = useSpeech();
  const [details, setDetails] = useState<AccountDetails | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const read = useCallback(async (): Promise<void> => {
    const answer = await ask('accounts.details', { accountId, tabId });
    if (answer.ok) setDetails(answer.value);
    else setProblem(answer.failure);
  }, [ask, accountId, tabId]);
  useEffect(() => void read(), [read]);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [details === null]);

  const { manufacturer, serial, pin } = details?.token ?? {};
  return (
    <section class="account-view">
      <button class="link back" onClick={onBack}>
        <Icon name="back" />
        {t('back')}
      </button>
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      {details && (
        <>
          <div class="who">
            <Monogram issuer={details.issuer || details.name} />
            <span class="choice-text">
              <h2 tabIndex={-1} ref={title}>
                {details.issuer || details.name || t('nameless')}
              </h2>
              {details.issuer && details.name && <span class="quiet">{details.name}</span>}
            </span>
          </div>
          <DatesPart details={details} ask={ask} onSaved={read} />
          {details.counter !== null && (
            <CounterPart accountId={accountId} counter={details.counter} ask={ask} onSaved={read} />
          )}
          {details.site && tabId !== null && (
            <SiteClockPart site={details.site} tabId={tabId} ask={ask} onChanged={read} />
          )}
          <RecoveryPart
            accountId={accountId}
            tabId={tabId}
            codes={details.recoveryCodes}
            ask={ask}
            copy={copy}
            onChanged={read}
          />
          {(manufacturer || serial || pin) && (
            <div class="part">
              <h3>{t('tokenTitle')}</h3>
              {manufacturer && <p>{t('tokenMaker', { name: manufacturer })}</p>}
              {serial && <p>{t('tokenSerial', { number: serial })}</p>}
              {pin && <Notice tone="careful">{t('tokenPin')}</Notice>}
            </div>
          )}
        </>
      )}
    </section>
  );
}
