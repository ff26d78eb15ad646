import type { Card, Glance } from '@/lib/messages/protocol';
import type { View } from '../app/body';
import { ProtectBanner } from '../app/protect-banner';
import { useSpeech } from '../ui/speech';
import { CardView, type CardViewProps } from './card-view';

type Enrolled = Extract<Card, { kind: 'enrolled' }>;

export interface TabCardProps extends Omit<CardViewProps, 'noBackup'> {
  readonly glance: Glance;
  readonly onView: (view: View) => void;
}

/** The card of the tab in the popup and the panel, with what is offered once the account works and the way to the list. */
export function TabCard({ glance, onView, ...props }: TabCardProps) {
  const { t } = useSpeech();
  const { card, isProtected, actions } = props;
  const { vault, safety } = glance;
  return (
    <>
      <CardView {...props} noBackup={safety?.reminder === 'first'} />
      {card.kind === 'enrolled' && vault.kind === 'open' && asksProtection(card, isProtected) && (
        <ProtectBanner onProtect={() => onView('protect')} />
      )}
      {card.kind === 'enrolled' && safety?.offerKit && offersKit(card, isProtected) && (
        <button class="link" onClick={() => actions.raw.port.openPage('kit.html')}>
          {t('offerKit')}
        </button>
      )}
      {vault.kind === 'open' && vault.accounts > 0 && (
        <button class="link" onClick={() => onView('list')}>
          {t('seeAllCodes')}
        </button>
      )}
    </>
  );
}

/** Once the account works, and where it is going to stay. */
function offersKit(card: Enrolled, isProtected: boolean): boolean {
  const isUnsafe = card.computer === 'public' || (card.computer === 'shared' && !isProtected);
  return card.outcome === 'accepted' && !card.askComputer && !isUnsafe;
}

/** Once the site has accepted the code there is time for a password; on a shared computer the card asks by itself. */
function asksProtection(card: Enrolled, isProtected: boolean): boolean {
  const own = card.computer === 'mine' || card.computer === null;
  return !isProtected && card.outcome === 'accepted' && !card.askComputer && own;
}
