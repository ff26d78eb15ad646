import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Result } from '@/lib/errors';
import type { AccountDetails, AccountTwin, Edited } from '@/lib/messages/account-protocol';
import { markOf } from '@/lib/marks/marks';
import type { Port } from '../app/port';
import { RecoveryPart } from '../recovery-codes/recovery-part';
import { Icon } from '../ui/icon';
import { Monogram } from '../ui/monogram';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { CounterPart } from './counter-part';
import { DatesPart } from './dates-part';
import { FieldsPart } from './fields-part';
import { HistoryPart } from './history-part';
import { type AskPasskey, KeyPart } from './key-part';
import type { AccountPage } from './page';
import { Part } from './part';
import { RemovePart } from './remove-part';
import { SiteClockPart } from './site-clock-part';
import { SitesPart } from './sites-part';
import { TestPart } from './test-part';
import './account-view.css';

export interface AccountViewProps {
  readonly accountId: string;
  readonly ask: Port['ask'];
  readonly tabId: number | null;
  readonly copy: (code: string) => Promise<boolean>;
  /** Where the browser lets a page ask for a passkey; a popup closes when it does. */
  readonly askPasskey?: AskPasskey | null;
  /** Back to the list; null on a page of its own. */
  readonly onBack: (() => void) | null;
  /** The same at full width; null where it is. */
  readonly onWide: (() => void) | null;
  readonly onOther: (accountId: string) => void;
  readonly onRemove: (account: {
    readonly id: string;
    readonly issuer: string;
    readonly name: string;
  }) => void;
}

const soonMs = 30 * 86_400_000;

/** One account and everything that can be done with it besides using its code. The same in a popup and at full width. */
export function AccountView(props: AccountViewProps) {
  const { accountId, ask, tabId, copy, onBack, onWide, askPasskey = null } = props;
  const { t, failure, tag } = useSpeech();
  const [details, setDetails] = useState<AccountDetails | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [grant, setGrant] = useState<string | null>(null);
  const [said, setSaid] = useState<{ readonly text: string; readonly undo: number | null } | null>(null);
  const read = useCallback(async (): Promise<void> => {
    const answer = await ask('accounts.details', { accountId, tabId });
    if (answer.ok) setDetails(answer.value);
    setProblem(answer.ok ? null : answer.failure);
  }, [ask, accountId, tabId]);
  useEffect(() => void read(), [read]);
  const title = useRef<HTMLHeadingElement>(null);
  const saidBox = useRef<HTMLDivElement>(null);
  useEffect(() => title.current?.focus(), [details === null]);

  const onEdited = async (answer: Result<Edited>, text = t('saved')): Promise<Failure | null> => {
    if (!answer.ok) return answer.failure;
    setSaid({ text, undo: answer.value.changedAtMs });
    await read();
    return null;
  };
  const undo = async (changedAtMs: number): Promise<void> => {
    const answer = await ask('account.put-back', { accountId, changedAtMs, grant });
    setSaid(answer.ok ? { text: t('accUndone'), undo: null } : null);
    saidBox.current?.focus();
    if (answer.ok) await read();
    else setProblem(answer.failure);
  };

  const back = onBack && (
    <button class="link back" onClick={onBack}>
      <Icon name="back" />
      {t('back')}
    </button>
  );
  if (details === null)
    return (
      <section class="account-view">
        {back}
        {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      </section>
    );
  const wide = onWide === null;
  const page: AccountPage = { details, ask, copy, grant, onGrant: setGrant, onEdited };
  const { issuer, name, expiresAtMs, recoveryCodes, history, sites, domains, counter, token } = details;
  const hasToken = Boolean(token.manufacturer ?? token.serial ?? token.pin);
  const isSoon = expiresAtMs !== null && expiresAtMs - Date.now() < soonMs;
  const isTimed = 'digits' in details.otp && details.otp.kind !== 'hotp';
  return (
    <section class={wide ? 'account-view wide' : 'account-view'}>
      <div class="account-top">
        {back}
        {onWide && (
          <button class="link" onClick={onWide}>
            {t('accFullPage')}
          </button>
        )}
      </div>
      <div class="who">
        <Monogram
          issuer={issuer || name}
          mark={markOf({ issuer, mark: details.mark ?? undefined }) ?? undefined}
        />
        <span class="choice-text">
          <h2 tabIndex={-1} ref={title} dir="auto">
            {issuer || name || t('nameless')}
          </h2>
          {issuer && name && (
            <span class="quiet" dir="auto">
              {name}
            </span>
          )}
          {!details.confirmed && <span class="quiet">{t('notVerified')}</span>}
        </span>
      </div>
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      {details.rehearsal && <Notice tone="plain">{t('accPractice')}</Notice>}
      {details.twins.map((twin) => (
        <Twin key={twin.id} twin={twin} onOther={props.onOther} />
      ))}
      <div class="said-edit" role="status" tabIndex={-1} ref={saidBox}>
        {said && (
          <Notice tone="good">
            {said.text}{' '}
            {said.undo !== null && (
              <button class="link" onClick={() => said.undo !== null && void undo(said.undo)}>
                {t('accSavedUndo')}
              </button>
            )}
          </Notice>
        )}
      </div>
      <div class="account-columns">
        <div class="account-column">
          <Part name="fields" title={t('accFields')} open={wide}>
            <FieldsPart page={page} />
          </Part>
          <Part
            name="sites"
            title={t('accSites')}
            hint={t('accSitesCount', { count: sites.length + domains.length })}
            open={wide}
          >
            <SitesPart page={page} />
          </Part>
        </div>
        <div class="account-column">
          {isTimed && (
            <Part name="test" title={t('accTest')} open={wide}>
              <TestPart page={page} />
            </Part>
          )}
          {counter !== null && (
            <Part name="counter" title={t('counterTitle')} open={wide}>
              <CounterPart accountId={accountId} counter={counter} ask={ask} onSaved={read} />
            </Part>
          )}
          {details.site && tabId !== null && (
            <Part name="clock" title={t('clockTitle')} open={wide}>
              <SiteClockPart site={details.site} tabId={tabId} ask={ask} onChanged={read} />
            </Part>
          )}
          <Part
            name="recovery"
            title={t('codesTitle')}
            hint={recoveryCodes.total === 0 ? undefined : `${recoveryCodes.left} / ${recoveryCodes.total}`}
            open={wide}
          >
            <RecoveryPart
              accountId={accountId}
              tabId={tabId}
              codes={recoveryCodes}
              ask={ask}
              copy={copy}
              onChanged={read}
            />
          </Part>
          <Part
            name="dates"
            title={t('dateTitle')}
            hint={
              expiresAtMs === null
                ? undefined
                : new Intl.DateTimeFormat(tag, { dateStyle: 'medium' }).format(expiresAtMs)
            }
            open={wide || isSoon}
          >
            <DatesPart page={page} />
          </Part>
          <Part name="key" title={t('accKey')} open={wide}>
            <KeyPart page={page} askPasskey={askPasskey} />
          </Part>
          {hasToken && (
            <Part name="token" title={t('tokenTitle')} open={wide}>
              {token.manufacturer && <p>{t('tokenMaker', { name: token.manufacturer })}</p>}
              {token.serial && <p>{t('tokenSerial', { number: token.serial })}</p>}
              {token.pin && <Notice tone="careful">{t('tokenPin')}</Notice>}
            </Part>
          )}
          <Part
            name="history"
            title={t('accHistory')}
            hint={history.length === 0 ? undefined : t('accHistoryCount', { count: history.length })}
            open={false}
          >
            <HistoryPart page={page} askPasskey={askPasskey} />
          </Part>
        </div>
      </div>
      <RemovePart issuer={issuer || name} onRemove={() => props.onRemove(details)} />
    </section>
  );
}

function Twin({ twin, onOther }: { twin: AccountTwin; onOther: (id: string) => void }) {
  const { t } = useSpeech();
  const account = [twin.issuer, twin.name].filter(Boolean).join(', ') || t('nameless');
  return (
    <Notice tone="careful">
      {t(twin.why === 'same-key' ? 'accTwinKey' : 'accTwinName', { account })}{' '}
      <button class="link" onClick={() => onOther(twin.id)}>
        {t('accSeeOther')}
      </button>
    </Notice>
  );
}
