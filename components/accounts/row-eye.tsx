import type { AccountRow } from '@/lib/messages/protocol';
import { Eye } from '../forms/eye';
import { useSpeech } from '../ui/speech';
import './row-eye.css';

export interface RowEyeProps {
  readonly row: AccountRow;
  readonly active: boolean;
  readonly hidden: boolean;
  readonly onReveal: (row: AccountRow) => void;
}

/** Where codes are shown only when they are asked for: asks for this one. */
export function RowEye({ row, active, hidden, onReveal }: RowEyeProps) {
  const { t } = useSpeech();
  const issuer = row.issuer || row.name || t('nameless');
  const label = t(hidden ? 'showCodeOf' : 'hideCodeOf', { issuer });
  return (
    <button
      class="icon-button row-eye"
      tabIndex={active ? 0 : -1}
      aria-label={label}
      title={label}
      onClick={() => onReveal(row)}
    >
      <Eye open={hidden} />
    </button>
  );
}
