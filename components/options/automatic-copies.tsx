import { useState } from 'preact/hooks';
import type { BackupState } from '@/lib/messages/backup-protocol';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import type { SafekeepingPort } from './safekeeping-port';
import { namedStep, type Remember } from './use-undo';

export interface AutomaticCopiesProps {
  readonly port: SafekeepingPort;
  readonly state: BackupState;
  readonly remember: Remember;
}

/** Copies that write themselves to the downloads folder, once the browser was allowed to. */
export function AutomaticCopies({ port, state, remember }: AutomaticCopiesProps) {
  const { t, date } = useSpeech();
  const [refused, setRefused] = useState(false);
  const { on, lastAtMs, failed } = state.automatic;
  const set = async (wanted: boolean, allowed: Promise<boolean>): Promise<void> => {
    const isAllowed = await allowed.catch(() => false);
    setRefused(wanted && !isAllowed);
    const answer = await port.ask('backup.automatic', { on: wanted && isAllowed });
    if (!answer.ok || (wanted && !isAllowed)) return;
    remember(
      namedStep(
        (t) => t('automatic'),
        () => void port.ask('backup.automatic', { on: !wanted }),
      ),
    );
  };
  return (
    <div class="part" id="automatic">
      <label class="check">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            const wanted = event.currentTarget.checked;
            event.currentTarget.checked = on;
            void set(wanted, wanted ? port.askToSaveFiles() : Promise.resolve(true));
          }}
        />
        <span>
          {t('automatic')}
          <span class="quiet">{t('automaticHint')}</span>
        </span>
      </label>
      {on && lastAtMs !== null && !failed && (
        <p class="quiet">{t('automaticLast', { date: date(lastAtMs) })}</p>
      )}
      {on && failed && <Notice tone="careful">{t('automaticFailed')}</Notice>}
      {refused && <Notice tone="plain">{t('automaticRefused')}</Notice>}
    </div>
  );
}
