import { useEffect, useRef, useState } from 'preact/hooks';
import { useSpeech } from '../ui/speech';

export interface RemovePartProps {
  readonly issuer: string;
  readonly onRemove: () => void;
}

/** To the trash, after a question: this page is seldom open by mistake, a finger is sooner. */
export function RemovePart({ issuer, onRemove }: RemovePartProps) {
  const { t } = useSpeech();
  const [asks, setAsks] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asks) keep.current?.focus();
  }, [asks]);
  if (!asks)
    return (
      <div class="remove-part">
        <button class="danger" onClick={() => setAsks(true)}>
          {t('removeAccount')}
        </button>
      </div>
    );
  return (
    <div class="remove-part stack" role="alertdialog" aria-label={t('removeAccount')}>
      <p>
        <b>{issuer || t('nameless')}</b>
      </p>
      <p>{t('accRemoveLead')}</p>
      <div class="buttons">
        <button ref={keep} onClick={() => setAsks(false)}>
          {t('keepAccount')}
        </button>
        <button class="danger" onClick={onRemove}>
          {t('removeAccount')}
        </button>
      </div>
    </div>
  );
}
