import type { Port } from '../app/port';
import { useSpeech } from '../ui/speech';
import * as views from './later';

export interface TransferSectionProps {
  readonly port: Port;
  readonly onGo: (id: string) => void;
}

/** Into Seconde from anywhere, out of it to anywhere. Each way is a view of its own, loaded with this section (./later). */
export function TransferSection({ port, onGo }: TransferSectionProps) {
  const { t } = useSpeech();
  return (
    <>
      <section id="import">
        <h2>{t('importTitle')}</h2>
        <button onClick={() => port.openPage('scan.html')}>{t('importScan')}</button>
      </section>
      <views.pskc.View port={port} />
      <section id="export">
        <h2>{t('exportTitle')}</h2>
        <p class="quiet">{t('exportCopy')}</p>
        <button onClick={() => onGo('copy')}>{t('exportCopyLink')}</button>
      </section>
    </>
  );
}
