import { useState } from 'preact/hooks';
import type { Result } from '@/lib/errors';
import type { AccountRow, Glance, Response, VaultState } from '@/lib/messages/protocol';
import { AccountsView } from '../accounts/accounts-view';
import type { ReadPage } from '../accounts/row-source';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/speech';
import type { Actions } from './actions';
import type { ListHandle } from './list-handle';
import * as later from './later';
import { ProtectBanner } from './protect-banner';
import { EmptyState, LockedState } from './vault-states';

/** `auto`: the card of the tab when there is one, else the list. */
export type View = 'auto' | 'list' | 'protect' | 'practice';

export interface BodyProps {
  readonly glance: Result<Glance>;
  readonly revision: number;
  readonly view: View;
  readonly actions: Actions;
  readonly onView: (view: View) => void;
  readonly onRetry: () => void;
  readonly onPasskey: (() => void) | null;
  readonly copy: (code: string) => Promise<boolean>;
  readonly say: (text: string) => void;
  readonly read: ReadPage;
  readonly list: { current: ListHandle | null };
  readonly next: (accountId: string) => Promise<Result<Response<'accounts.next'>>>;
  readonly findRow: (accountId: string, name: string) => Promise<Result<AccountRow | null>>;
}

/** Which one thing is shown. */
export function Body(props: BodyProps) {
  const { t } = useSpeech();
  const { glance, view, actions, onView } = props;
  const [detailsId, setDetailsId] = useState<string | null>(null);
  const [removed, setRemoved] = useState<{ id: string; issuer: string } | null>(null);
  if (!glance.ok) return <later.unusable.View failure={glance.failure} onRetry={props.onRetry} />;
  const { vault, card, page, safety, expiring } = glance.value;
  const isProtected = vault.kind === 'open' && vault.protected;

  // Nothing that was read from the vault stays in view once it is locked; what a page said of itself may.
  const knowsAccounts = card !== null && ('accountId' in card || card.kind === 'pick-account');
  if (
    vault.kind === 'locked' &&
    (card === null || card.kind === 'locked' || knowsAccounts || view === 'list')
  )
    return (
      <LockedState
        gesture={card?.kind === 'locked' ? card.gesture : null}
        actions={actions}
        onPasskey={props.onPasskey}
      />
    );
  // Turned off by the organisation: nothing is said but that.
  const isOff = isTurnedOff(vault);
  if (card !== null && card.kind !== 'locked' && view === 'auto' && !isOff)
    return (
      <later.card.View
        card={card}
        glance={glance.value}
        actions={actions}
        isProtected={isProtected}
        onView={onView}
        findRow={props.findRow}
        copy={props.copy}
        say={props.say}
      />
    );
  if (vault.kind === 'unusable')
    return (
      <later.unusable.View
        failure={vault.failure}
        onRetry={props.onRetry}
        onRecover={isOff ? actions.backUp : actions.recover}
      />
    );
  const mustProtect = vault.kind === 'open' && vault.mustProtect === true;
  if (view === 'protect' || mustProtect)
    return (
      <later.protect.View
        actions={actions}
        say={props.say}
        isRequired={mustProtect}
        onDone={() => onView('auto')}
      />
    );
  const practice = (isOpen: boolean) => (
    <later.practice.View
      isOpen={isOpen}
      onOpen={() => onView('practice')}
      onTry={actions.tryPassword}
      onDone={() => onView('auto')}
      onChange={() => onView('protect')}
      onLater={actions.practiceLater}
    />
  );
  if (view === 'practice') return practice(true);
  if (detailsId !== null && vault.kind === 'open')
    return (
      <later.accountView.View
        key={detailsId}
        accountId={detailsId}
        ask={actions.ask}
        tabId={actions.tabId()}
        copy={props.copy}
        onBack={() => setDetailsId(null)}
        onWide={() => actions.openAccount(detailsId)}
        onOther={setDetailsId}
        onRemove={async ({ id, issuer, name }) => {
          if (!(await actions.toTrash(id))) return;
          setDetailsId(null);
          setRemoved({ id, issuer: issuer || name });
        }}
      />
    );
  const below = (removed !== null || expiring || (isProtected && saysSomething(safety))) && (
    <later.belowList.View
      safety={isProtected && safety ? safety : null}
      expiring={expiring ?? []}
      onDetails={setDetailsId}
      actions={actions}
      removed={removed}
      onUndo={() => {
        if (removed) actions.putBack(removed.id);
        setRemoved(null);
      }}
      onBackup={actions.backUp}
      onNotNow={actions.backupNotNow}
    />
  );
  const tabId = actions.tabId();
  const askedOf = page?.rows.find(({ extra }) => extra?.recovery);
  if (vault.kind !== 'open' || vault.accounts === 0 || page === null)
    return (
      <>
        <EmptyState />
        <later.otherWays.View onOpen={actions.otherWays} onImport={actions.bringIn} />
        {below}
      </>
    );
  return (
    <>
      {card !== null && card.kind !== 'locked' && (
        <button class="link back" onClick={() => onView('auto')}>
          <Icon name="back" />
          {t('backToCard')}
        </button>
      )}
      {glance.value.practice && practice(false)}
      {!isProtected && <ProtectBanner onProtect={() => onView('protect')} />}
      {askedOf && tabId !== null && (
        <later.recoveryOffer.View accountId={askedOf.id} tabId={tabId} ask={actions.ask} copy={props.copy} />
      )}
      <AccountsView
        page={page}
        revision={props.revision}
        settings={glance.value.settings}
        handle={props.list}
        read={props.read}
        copy={props.copy}
        next={props.next}
        last={glance.value.last}
        actions={actions}
        onFill={(accountId) => actions.fillAccount(accountId)}
        onDetails={setDetailsId}
        onRemove={async ({ id, issuer, name }) => {
          if (await actions.toTrash(id)) setRemoved({ id, issuer: issuer || name });
        }}
        say={props.say}
      />
      {below}
    </>
  );
}

function saysSomething(safety: Glance['safety']): boolean {
  return safety !== undefined && (safety.automaticFailed || safety.reminder !== 'none');
}

/** By the organisation. */
export function isTurnedOff(vault: VaultState): boolean {
  return vault.kind === 'unusable' && vault.failure.code.startsWith('organisation-');
}
