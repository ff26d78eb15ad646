import type { SafetyNotice } from '@/lib/messages/backup-protocol';
import { useSpeech } from '../ui/speech';
import './below-list.css';

export interface BelowListProps {
  readonly safety: SafetyNotice | null;
  /** The account that was just taken out. */
  readonly removed: { readonly id: string; readonly issuer: string } | null;
  readonly onUndo: () => void;
  readonly onBackup: () => void;
  readonly onNotNow: () => void;
}

/** Below the codes, so that no row moves under a hand: the way back from a removal, else a word about copies. */
export function BelowList({ safety, removed, onUndo, onBackup, onNotNow }: BelowListProps) {
  const { t } = useSpeech();
  if (removed)
    return (
      <div class="banner below" role="status">
        <p>{t('removed', { issuer: removed.issuer || t('nameless') })}</p>
        <button class="link" onClick={onUndo}>
          {t('undo')}
        </button>
      </div>
    );
  const said = safety && sentence(safety);
  if (!said) return null;
  return (
    <div class="banner below">
      <p>{t(said)}</p>
      <span class="banner-links">
        <button class="link" onClick={onBackup}>
          {t('saveCopy')}
        </button>
        {said !== 'automaticFailedShort' && (
          <button class="link" onClick={onNotNow}>
            {t('notNow')}
          </button>
        )}
      </span>
    </div>
  );
}

function sentence({ reminder, automaticFailed }: SafetyNotice) {
  if (automaticFailed) return 'automaticFailedShort';
  return reminder === 'first' ? 'backupFirst' : reminder === 'due' ? 'backupDue' : null;
}
