import { useState } from 'preact/hooks';
import type { SafetyNotice } from '@/lib/messages/backup-protocol';
import type { ExpiryNotice } from '@/lib/messages/token-protocol';
import type { Actions } from '../app/actions';
import { createClockActions } from '../clock/clock-actions';
import { useSpeech } from '../ui/speech';
import './below-list.css';

export interface BelowListProps {
  readonly safety: SafetyNotice | null;
  /** Accounts that end soon or have ended, the first of them first. */
  readonly expiring: readonly ExpiryNotice[];
  readonly onDetails: (accountId: string) => void;
  readonly actions: Actions;
  /** The account that was just taken out. */
  readonly removed: { readonly id: string; readonly issuer: string } | null;
  readonly onUndo: () => void;
  readonly onBackup: () => void;
  readonly onNotNow: () => void;
}

/** Below the codes, so that no row moves under a hand: the way back from a removal, else an end that comes, else a word about copies. */
export function BelowList(props: BelowListProps) {
  const { safety, expiring, removed, onUndo, onBackup, onNotNow } = props;
  const { t } = useSpeech();
  if (removed)
    return (
      <div class="banner below" role="status">
        <p>{t('removed', { issuer: removed.issuer || t('nameless') })}</p>
        <button class="link" onClick={onUndo}>
          {t('undoRemoval')}
        </button>
      </div>
    );
  const [first] = expiring;
  if (first)
    return (
      <Expiring
        notice={first}
        onDetails={props.onDetails}
        onLater={createClockActions(props.actions).expiryLater}
      />
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

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

interface ExpiringProps {
  readonly notice: ExpiryNotice;
  readonly onDetails: (accountId: string) => void;
  readonly onLater: () => void;
}

/** Said calmly from 30 days before, and after: one at a time, the first to end. */
function Expiring({ notice, onDetails, onLater }: ExpiringProps) {
  const { t, date } = useSpeech();
  const [nowMs] = useState(Date.now);
  const { accountId, expiresAtMs, renewalNote } = notice;
  const issuer = notice.issuer || notice.name || t('nameless');
  const leftMs = expiresAtMs - nowMs;
  const count = Math.round((midnight(expiresAtMs) - midnight(nowMs)) / dayMs);
  return (
    <div class="banner below">
      <p>
        {leftMs <= 0
          ? t('hasExpired', { issuer, date: date(expiresAtMs) })
          : leftMs <= 3 * dayMs
            ? t('expiresInHours', { issuer, count: Math.max(1, Math.floor(leftMs / hourMs)) })
            : t('expiresInDays', { issuer, count })}{' '}
        {renewalNote}
      </p>
      <span class="banner-links">
        <button class="link" onClick={() => onDetails(accountId)}>
          {t('seeDetails')}
        </button>
        <button class="link" onClick={onLater}>
          {t('expiryNotToday')}
        </button>
      </span>
    </div>
  );
}

/** Days are counted as on a calendar. */
function midnight(atMs: number): number {
  return new Date(atMs).setHours(0, 0, 0, 0);
}

function sentence({ reminder, automaticFailed }: SafetyNotice) {
  if (automaticFailed) return 'automaticFailedShort';
  return reminder === 'first' ? 'backupFirst' : reminder === 'due' ? 'backupDue' : null;
}
