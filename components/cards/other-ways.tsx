import { useSpeech } from '../ui/speech';

/** To the page of every way in: what is left when no QR code is read here. */
export function OtherWays({ onOpen }: { onOpen: () => void }) {
  const { t } = useSpeech();
  return (
    <button class="link" onClick={onOpen}>
      {t('otherWays')}
    </button>
  );
}
