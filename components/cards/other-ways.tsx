import { useSpeech } from '../ui/speech';

/** To the page of every way in: what is left when no QR code is read here. `onImport`: to that of files, where there is no account. */
export function OtherWays({ onOpen, onImport }: { onOpen: () => void; onImport?: () => void }) {
  const { t } = useSpeech();
  return (
    <>
      <button class="link" onClick={onOpen}>
        {t('otherWays')}
      </button>
      {onImport && (
        <button class="link" onClick={onImport}>
          {t('bringOpenPage')}
        </button>
      )}
    </>
  );
}
