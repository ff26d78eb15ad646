import type { Settings } from '@/lib/settings/settings';
import { useSpeech } from '../ui/speech';

export interface EnrolmentFieldsProps {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Omit<Settings, 'schema'>>) => void;
}

/** What happens in the page that gave an account. */
export function EnrolmentFields({ settings, onChange }: EnrolmentFieldsProps) {
  const { t } = useSpeech();
  return (
    <section id="enrolment">
      <h2>{t('enrolment')}</h2>
      <label class="check">
        <input
          type="checkbox"
          checked={settings.fillAtEnrolment}
          onChange={(event) => onChange({ fillAtEnrolment: event.currentTarget.checked })}
        />
        <span>
          {t('fillAtEnrolment')}
          <span class="quiet">{t('fillAtEnrolmentHint')}</span>
        </span>
      </label>
    </section>
  );
}
