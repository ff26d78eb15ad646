import type { Card } from '@/lib/messages/protocol';
import { PinForm } from '../forms/pin-form';
import { useSpeech } from '../ui/speech';
import { Who } from './who';

export interface PinCardProps {
  readonly card: Extract<Card, { kind: 'pin' }>;
  readonly onPin: (pin: string) => void;
  readonly onCancel: () => void;
}

/** The account of a QR code whose codes are made with a PIN that the QR code does not hold. */
export function PinCard({ card, onPin, onCancel }: PinCardProps) {
  const { t } = useSpeech();
  return (
    <section class="card">
      <h2>{t('pinTitle')}</h2>
      <Who issuer={card.issuer} name={card.name} />
      <p>{t('pinLead')}</p>
      <PinForm
        label={t('pinSave')}
        hint={`${t('pinHint')} ${t('pinWrong')}`}
        onPin={onPin}
        onCancel={onCancel}
      />
    </section>
  );
}
