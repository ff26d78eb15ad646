import type { ComponentChildren } from 'preact';
import type { Way } from '@/lib/messages/security-protocol';
import { useSpeech } from '../ui/speech';

export interface WayRowProps {
  /** Where an address and the search find it. */
  readonly id?: string;
  readonly name: string;
  /** The person's own word for it. */
  readonly label?: string;
  /** Null where there is none yet. */
  readonly way: Way | null;
  readonly hint?: string | null;
  readonly action?: string;
  readonly primary?: boolean;
  /** Null while it cannot be done, or is being done. */
  readonly onAction?: (() => void) | null;
  readonly onRemove?: (() => void) | null;
  /** What is being done about it. */
  readonly children?: ComponentChildren;
}

export function WayRow(props: WayRowProps) {
  const { t, date } = useSpeech();
  const { name, label, way, hint, action, onAction, onRemove } = props;
  return (
    <li class="way" id={props.id}>
      <div class="way-head">
        <div class="way-name">
          <h3>{label ?? name}</h3>
          {label !== undefined && <p class="quiet">{name}</p>}
          {way && way.createdAt !== null && (
            <p class="quiet">{t('wayAdded', { date: date(way.createdAt) })}</p>
          )}
          {hint && <p class="quiet">{hint}</p>}
        </div>
        <div class="way-buttons">
          {action !== undefined && onAction && (
            <button class={props.primary ? 'primary' : ''} onClick={onAction}>
              {action}
            </button>
          )}
          {onRemove && (
            <button class="plain" aria-label={t('wayRemoveOf', { way: label ?? name })} onClick={onRemove}>
              {t('wayRemove')}
            </button>
          )}
        </div>
      </div>
      {props.children}
    </li>
  );
}
