import { useEffect, useId, useState } from 'preact/hooks';
import type { ClipboardUnsure, Settings } from '@/lib/settings/settings';
import { useSpeech } from '../ui/speech';
import { NumberSelect } from './number-select';
import type { ClipboardPermission, SecurityPort } from './security-port';

const seconds = [10, 30, 60];

export interface ClipboardFieldsProps {
  readonly settings: Settings;
  readonly security: SecurityPort;
  readonly onChange: (change: Partial<Omit<Settings, 'schema'>>) => void;
}

/** How long a copied code stays in the clipboard; permissions are asked in the click that needs them. */
export function ClipboardFields({ settings, security, onChange }: ClipboardFieldsProps) {
  const { t, duration } = useSpeech();
  const id = useId();
  const [held, setHeld] = useState<Readonly<Record<ClipboardPermission, boolean>> | null>(null);
  const look = async (): Promise<void> => {
    const [clipboardRead, clipboardWrite] = await Promise.all([
      security.hasPermission('clipboardRead'),
      security.hasPermission('clipboardWrite'),
    ]);
    setHeld({ clipboardRead, clipboardWrite });
  };
  useEffect(() => void look(), []);
  const request = (name: ClipboardPermission): void => void security.requestPermission(name).then(look);

  const isOn = settings.clipboardSeconds !== null;
  return (
    <section id="clipboard">
      <h2>{t('clipboardTitle')}</h2>
      {held && !held.clipboardWrite && (
        <>
          <p class="quiet">{t('clipboardAllowHint')}</p>
          <button onClick={() => request('clipboardWrite')}>{t('clipboardAllow')}</button>
        </>
      )}
      {held?.clipboardWrite && (
        <div class="field">
          <label for={`${id}-after`}>{t('clipboardAfter')}</label>
          <NumberSelect
            id={`${id}-after`}
            choices={seconds}
            value={settings.clipboardSeconds}
            none={t('clipboardNever')}
            noneLast
            say={(count) => t('clipboardIn', { time: duration(count) })}
            onChoose={(clipboardSeconds) => onChange({ clipboardSeconds })}
          />
        </div>
      )}
      {isOn && held?.clipboardWrite && held.clipboardRead && <p class="quiet">{t('clipboardChecks')}</p>}
      {isOn && held?.clipboardWrite && !held.clipboardRead && (
        <>
          <div class="field">
            <label for={`${id}-unsure`}>{t('clipboardUnsure')}</label>
            <select
              id={`${id}-unsure`}
              value={settings.clipboardUnsure}
              onChange={(event) =>
                onChange({ clipboardUnsure: event.currentTarget.value as ClipboardUnsure })
              }
            >
              <option value="empty">{t('clipboardEmptyAnyway')}</option>
              <option value="leave">{t('clipboardLeave')}</option>
            </select>
          </div>
          <button onClick={() => request('clipboardRead')}>{t('clipboardCheck')}</button>
          <p class="quiet">{t('clipboardCheckHint')}</p>
        </>
      )}
      <p class="quiet">{t('clipboardHistory')}</p>
    </section>
  );
}
