import { useSpeech } from '../ui/speech';

/** What an unprotected vault means, and the way out of it. */
export function ProtectBanner({ onProtect }: { onProtect: () => void }) {
  const { t } = useSpeech();
  return (
    <div class="banner">
      <p>
        <b>{t('unprotectedTitle')}</b> {t('unprotectedBody')}
      </p>
      <button class="link" onClick={onProtect}>
        {t('protect')}
      </button>
    </div>
  );
}
