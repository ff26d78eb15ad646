import { useState } from 'preact/hooks';
import { useSpeech } from '../ui/speech';
import { QrSlides } from './qr-slides';

export interface SeriesPartProps {
  readonly texts: readonly string[];
  readonly code: string;
  readonly onDone: () => void;
}

/** The code first, then the QR codes: a camera that sees those does not see it. */
export function SeriesPart({ texts, code, onDone }: SeriesPartProps) {
  const { t } = useSpeech();
  const [shown, setShown] = useState(false);
  return (
    <section>
      <h2>{t('exportSeries')}</h2>
      {shown ? (
        <>
          <QrSlides texts={texts} moves={true} />
          <div class="buttons">
            <button class="primary" onClick={onDone}>
              {t('seriesDone')}
            </button>
            <button class="plain" onClick={() => setShown(false)}>
              {t('seriesCodeAgain')}
            </button>
          </div>
        </>
      ) : (
        <>
          <p>{t('seriesHow')}</p>
          <div class="series-code" role="group" aria-label={t('seriesCode')}>
            <p class="quiet">{t('seriesCode')}</p>
            <code>{code}</code>
          </div>
          <p class="quiet">{t('seriesCodeWhy')}</p>
          <button class="primary" onClick={() => setShown(true)}>
            {t('seriesReady')}
          </button>
        </>
      )}
    </section>
  );
}
