import { useState } from 'preact/hooks';
import type { Card } from '@/lib/messages/protocol';
import { isPin } from '@/lib/otp/parameters';
import { Eye } from '../forms/eye';
import { useSpeech } from '../ui/speech';
import { Who } from './who';
import '../forms/forms.css';

export interface PinCardProps {
  readonly card: Extract<Card, { kind: 'pin' }>;
  readonly onPin: (pin: string) => void;
  readonly onCancel: () => void;
}

/** Asks the PIN that the codes of this account are made with. */
export function PinCard({ card, onPin, onCancel }: PinCardProps) {
  const { t } = useSpeech();
  const [pin, setPin] = useState('');
  const [isShown, setIsShown] = useState(false);
  return (
    <section class="card">
      <h2>{t('pinTitle')}</h2>
      <Who issuer={card.issuer} name={card.name} />
      <p>{t('pinLead')}</p>
      <form
        class="pin"
        onSubmit={(event) => {
          event.preventDefault();
          if (isPin(pin)) onPin(pin);
        }}
      >
        <div class="field">
          <label for="pin">{t('pinField')}</label>
          <div class="field-box">
            <input
              id="pin"
              {...(isShown ? ({ type: 'text' } as const) : ({ type: 'password' } as const))}
              inputMode="numeric"
              autocomplete="off"
              maxLength={16}
              aria-describedby="pin-hint"
              value={pin}
              onInput={(event) => setPin(event.currentTarget.value.replace(/\D/g, ''))}
            />
            <button
              type="button"
              class="icon-button"
              aria-pressed={isShown}
              aria-label={t(isShown ? 'pinHide' : 'pinShow')}
              title={t(isShown ? 'pinHide' : 'pinShow')}
              onClick={() => setIsShown(!isShown)}
            >
              <Eye open={!isShown} />
            </button>
          </div>
          <p id="pin-hint" class="field-hint">
            {t('pinHint')} {t('pinWrong')}
          </p>
        </div>
        <div class="buttons">
          <button class="primary" disabled={!isPin(pin)}>
            {t('pinSave')}
          </button>
          <button type="button" class="plain" onClick={onCancel}>
            {t('cancel')}
          </button>
        </div>
      </form>
    </section>
  );
}
