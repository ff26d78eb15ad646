import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import type { Gathering } from './use-series';

/** How many of a series are here, and which are not; what the last QR code was, where it was none of them. */
export function SeriesProgress({ gathering, onBegin }: { gathering: Gathering; onBegin: () => void }) {
  const { t } = useSpeech();
  const { soFar, heard } = gathering;
  const size = soFar?.size ?? 0;
  const numbers = Array.from({ length: size }, (_, index) => index + 1);
  const missing = numbers.filter((number) => !soFar?.parts.has(number));
  return (
    <>
      {soFar && (
        <div class="series-progress" role="status">
          <progress max={size} value={size - missing.length} aria-label={t('receiveTitle')} />
          <b>{t('receiveProgress', { have: size - missing.length, size })}</b>
          {missing.length > 0 && missing.length <= 12 && size - missing.length > size / 2 && (
            <span class="quiet">{t('receiveMissing', { numbers: missing.join(', ') })}</span>
          )}
        </div>
      )}
      {heard === 'strange' && <Notice tone="careful">{t('receiveStrange')}</Notice>}
      {heard === 'other' && <Notice tone="careful">{t('receiveOther')}</Notice>}
      {soFar && (
        <button class="link" onClick={onBegin}>
          {t('receiveBegin')}
        </button>
      )}
    </>
  );
}
