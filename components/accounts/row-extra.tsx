import type { RowExtra as Extra } from '@/lib/messages/token-protocol';
import { Drawing } from '../ui/icon';
import { useSpeech } from '../ui/speech';
import './row-extra.css';

const soonMs = 30 * 86_400_000;

export interface RowExtraProps {
  /** What the row says of itself refers to it. */
  readonly id: string;
  readonly extra: Extra;
  /** There is a code beside it: an end that is far away is for the details. */
  readonly hasCode: boolean;
  readonly nowMs: number;
}

/** When it ends, and whose clock its code follows: beside the code, in a few words. */
export function RowExtra({ id, extra: { expiresAtMs, adjustedFor, pinned }, hasCode, nowMs }: RowExtraProps) {
  const { t, complete } = useSpeech();
  if (!complete) return null;
  const isOver = expiresAtMs !== undefined && expiresAtMs <= nowMs;
  const isSoon = expiresAtMs !== undefined && expiresAtMs - nowMs <= soonMs;
  return (
    <span class="row-extra" id={id} aria-hidden="true">
      {pinned && (
        <span class="row-pin" title={t('pinned')}>
          <Drawing lines="M9 4h6l-.8 6 2.8 3.5H7L9.800 10ZM12 13.500V20" />
        </span>
      )}
      {expiresAtMs !== undefined && (isSoon || !hasCode) && (
        <span class={isSoon ? 'row-note soon' : 'row-note'}>
          {t(isOver ? 'expiredOn' : 'expiresOn', { date: isoDay(expiresAtMs) })}
        </span>
      )}
      {adjustedFor !== undefined && (
        <span class="row-note" title={adjustedFor}>
          {t('rowAdjusted')}
        </span>
      )}
    </span>
  );
}

/** `2026-12-01`, by the computer's calendar: short, and read the same way everywhere. */
export function isoDay(atMs: number): string {
  const day = new Date(atMs);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
