import type { Port } from '../app/port';
import { useSpeech } from '../ui/speech';

export interface TransferSectionProps {
  readonly port: Port;
  /** Only out of it. */
  readonly isOff: boolean;
  readonly onGo: (id: string) => void;
}

/** Into Seconde from anywhere, out of it to anywhere. Each way is a view of its own, loaded with this section (./later). */
export function TransferSection({ port, isOff, onGo }: TransferSectionProps) {
  const { t } = useSpeech();
  return (
    <>
      {!isOff && (
        <section id="import">
          <h2>{t('importTitle')}</h2>
          <button class="primary" onClick={() => port.openPage('import.html')}>
            {t('bringOpenPage')}
          </button>
          <button onClick={() => port.openPage('scan.html')}>{t('importScan')}</button>
          <div class="part" id="receive">
            <h3>{t('receiveTitle')}</h3>
            <p class="quiet">{t('receiveLead')}</p>
            <button onClick={() => port.openPage('receive.html')}>{t('receiveOpen')}</button>
          </div>
        </section>
      )}
      <section id="export">
        <h2>{t('exportTitle')}</h2>
        <p class="quiet">{t('exportLead')}</p>
        <button onClick={() => port.openPage('export.html')}>{t('exportOpen')}</button>
        <div class="part">
          <p class="quiet">{t('exportCopy')}</p>
          <button onClick={() => onGo('copy')}>{t('exportCopyLink')}</button>
        </div>
      </section>
    </>
  );
}
