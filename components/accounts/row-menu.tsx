import { useEffect, useRef } from 'preact/hooks';
import type { AccountRow } from '@/lib/messages/protocol';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/speech';
import './row-menu.css';

export interface RowMenuProps {
  readonly row: AccountRow;
  readonly onDetails: (row: AccountRow) => void;
  readonly onRemove: (row: AccountRow) => void;
  readonly onClose: () => void;
}

/** In the place of its row: what can be done with an account besides using its code. */
export function RowMenu({ row, onDetails, onRemove, onClose }: RowMenuProps) {
  const { t } = useSpeech();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const issuer = row.issuer || row.name || t('nameless');
  return (
    <div
      class="row-menu"
      role="group"
      aria-label={t('moreOf', { issuer })}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        // The list under it does not hear keys that are meant for these buttons.
        if (event.key !== 'Tab') event.stopPropagation();
        if (event.key === 'Escape') event.preventDefault();
      }}
    >
      <span class="row-text">
        <b title={issuer}>{issuer}</b>
      </span>
      <button ref={first} aria-label={t('detailsOf', { issuer })} onClick={() => onDetails(row)}>
        {t('seeDetails')}
      </button>
      <button class="danger" onClick={() => onRemove(row)}>
        {t('removeAccount')}
      </button>
      <button class="icon-button" aria-label={t('cancel')} title={t('cancel')} onClick={onClose}>
        <Icon name="clear" />
      </button>
    </div>
  );
}
