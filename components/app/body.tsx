import type { Result } from '@/lib/errors';
import type { AccountRow, Card, Glance, Response } from '@/lib/messages/protocol';
import { AccountsView } from '../accounts/accounts-view';
import type { ReadPage } from '../accounts/row-source';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/speech';
import type { Actions } from './actions';
import * as later from './later';
import { EmptyState, LockedState, UnusableState } from './vault-states';

/** `auto`: the card of the tab when there is one, else the list. */
export type View = 'auto' | 'list' | 'protect';

export interface BodyProps {
  readonly glance: Result<Glance>;
  readonly revision: number;
  readonly view: View;
  readonly actions: Actions;
  readonly onView: (view: View) => void;
  readonly onRetry: () => void;
  readonly copy: (code: string) => Promise<boolean>;
  readonly say: (text: string) => void;
  readonly read: ReadPage;
  readonly next: (accountId: string) => Promise<Result<Response<'accounts.next'>>>;
  readonly findRow: (accountId: string, name: string) => Promise<Result<AccountRow | null>>;
}

/** Which one thing is shown. */
export function Body(props: BodyProps) {
  const { t } = useSpeech();
  const { glance, view, actions, onView } = props;
  if (!glance.ok) return <UnusableState failure={glance.failure} onRetry={props.onRetry} />;
  const { vault, card, page } = glance.value;
  const isProtected = vault.kind === 'open' && vault.protected;

  // Nothing that was read from the vault stays in view once it is locked; what a page said of itself may.
  const knowsAccounts =
    card?.kind === 'enrolled' || card?.kind === 'signing-in' || card?.kind === 'pick-account';
  if (
    vault.kind === 'locked' &&
    (card === null || card.kind === 'locked' || knowsAccounts || view === 'list')
  )
    return <LockedState gesture={card?.kind === 'locked' ? card.gesture : null} onUnlock={actions.unlock} />;
  if (card !== null && card.kind !== 'locked' && view === 'auto')
    return (
      <>
        <later.card.View
          card={card}
          actions={actions}
          isProtected={isProtected}
          findRow={props.findRow}
          copy={props.copy}
          say={props.say}
        />
        {card.kind === 'enrolled' && vault.kind === 'open' && asksProtection(card, isProtected) && (
          <ProtectBanner onProtect={() => onView('protect')} />
        )}
        {vault.kind === 'open' && vault.accounts > 0 && (
          <button class="link" onClick={() => onView('list')}>
            {t('seeAllCodes')}
          </button>
        )}
      </>
    );
  if (vault.kind === 'unusable') return <UnusableState failure={vault.failure} onRetry={props.onRetry} />;
  if (view === 'protect')
    return (
      <section class="state">
        <h2>{t('protectTitle')}</h2>
        <later.protectForm.View
          onCancel={() => onView('auto')}
          onProtect={async (password) => {
            const problem = await actions.protect(password);
            if (problem === null) {
              props.say(t('vaultProtected'));
              onView('auto');
            }
            return problem;
          }}
        />
      </section>
    );
  if (vault.kind !== 'open' || vault.accounts === 0 || page === null) return <EmptyState />;
  return (
    <>
      {card !== null && card.kind !== 'locked' && (
        <button class="link back" onClick={() => onView('auto')}>
          <Icon name="back" />
          {t('backToCard')}
        </button>
      )}
      {!isProtected && <ProtectBanner onProtect={() => onView('protect')} />}
      <AccountsView
        page={page}
        revision={props.revision}
        read={props.read}
        copy={props.copy}
        next={props.next}
        onFill={(accountId) => actions.fillAccount(accountId)}
        say={props.say}
      />
    </>
  );
}

/** Once the site has accepted the code there is time for a password; on a shared computer the card asks by itself. */
function asksProtection(card: Extract<Card, { kind: 'enrolled' }>, isProtected: boolean): boolean {
  const own = card.computer === 'mine' || card.computer === null;
  return !isProtected && card.outcome === 'accepted' && !card.askComputer && own;
}

function ProtectBanner({ onProtect }: { onProtect: () => void }) {
  const { t } = useSpeech();
  return (
    <div class="banner">
      <p>
        <b>{t('unprotectedTitle')}</b> {t('unprotectedBody')}
      </p>
      <button class="link" onClick={onProtect}>
        {t('protect')}
      </button>
    </div>
  );
}
