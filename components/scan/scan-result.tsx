import type { Result } from '@/lib/errors';
import type { AccountRow, Card, VaultState } from '@/lib/messages/protocol';
import type { Actions } from '../app/actions';
import { type Standing, StandingContext } from '../cards/beside';
import { CardView } from '../cards/card-view';
import { UnlockView } from '../forms/unlock-view';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/speech';

export interface ScanResultProps {
  readonly card: Card;
  readonly vault: VaultState;
  readonly standing: Standing;
  readonly actions: Actions;
  readonly onPasskey: (() => void) | null;
  readonly findRow: (accountId: string, name: string) => Promise<Result<AccountRow | null>>;
  readonly copy: (code: string) => Promise<boolean>;
  readonly say: (text: string) => void;
}

/** The card of the tab, the same as everywhere, with the way back to the page it is about. */
export function ScanResult(props: ScanResultProps) {
  const { t } = useSpeech();
  const { card, vault, standing, actions } = props;
  if (card.kind === 'locked' || vault.kind === 'locked')
    return (
      <section class="scan-part">
        <span class="state-icon" aria-hidden="true">
          <Icon name="lock" />
        </span>
        <h2>{t('lockedTitle')}</h2>
        <p>{t('lockedEnrol')}</p>
        <UnlockView
          onUnlock={actions.unlock}
          onUnlockWithCode={actions.unlockWithCode}
          readWays={actions.readWays}
          onPasskey={props.onPasskey}
        />
      </section>
    );
  return (
    <StandingContext.Provider value={standing}>
      <div class="scan-part scan-result">
        <CardView
          card={card}
          actions={actions}
          isProtected={vault.kind === 'open' && vault.protected}
          findRow={props.findRow}
          copy={props.copy}
          say={props.say}
        />
      </div>
    </StandingContext.Provider>
  );
}
