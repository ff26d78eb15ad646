import { useEffect, useState } from 'preact/hooks';
import type { Later } from '@/lib/i18n/catalogue';
import type { FirstLook } from '@/lib/messages/first-look';
import type { Port } from '../app/port';
import { useLanguage } from '../app/use-language';
import { Mark } from '../ui/icon';
import { SpeechProvider } from '../ui/speech';
import { Countdown } from './countdown';
import { Letter } from './letter';
import { RemindForm } from './remind-form';

export type TokenPort = Pick<Port, 'ask' | 'onChange' | 'copy' | 'openPage'>;

export interface TokenAppProps {
  readonly port: TokenPort;
  readonly first: FirstLook;
  readonly later: Later;
}

/**
 * For whoever was handed a *jeton virtuel* (CA Mobile OTP): what works without a phone, in the order in which it is worth
 * trying. Seconde cannot activate it and says so; the activation code is never asked for. Nothing here goes over the network.
 */
export function TokenApp({ port, first, later }: TokenAppProps) {
  const setting = first.glance.ok ? first.glance.value.settings.language : undefined;
  const speech = useLanguage(first, later, setting);
  const [vaultOpen, setVaultOpen] = useState(isOpen(first.glance));
  useEffect(
    () =>
      port.onChange(() => {
        void port.ask('glance', { tabId: null, limit: 0 }).then((glance) => setVaultOpen(isOpen(glance)));
      }),
    [port],
  );
  const { t } = speech;
  useEffect(() => {
    document.title = `Seconde – ${t('tokenVirtual')}`;
  }, [speech]);
  return (
    <SpeechProvider value={speech}>
      <main class="sheet">
        <h1>
          <Mark />
          {t('tokenVirtual')}
        </h1>
        <p>{t('tokenLead')}</p>
        <section>
          <h2>{t('tokenFirst')}</h2>
          <ol class="token-steps">
            <li>
              <h3>{t('tokenRenewTitle')}</h3>
              <p>{t('tokenRenew')}</p>
              {vaultOpen ? <RemindForm port={port} /> : <p class="quiet">{t('tokenLocked')}</p>}
            </li>
            <li>
              <h3>{t('tokenDesktopTitle')}</h3>
              <p>{t('tokenDesktop')}</p>
            </li>
            <li>
              <h3>{t('tokenStandardTitle')}</h3>
              <p>{t('tokenStandard')}</p>
            </li>
          </ol>
        </section>
        <section>
          <h2>{t('tokenWhyTitle')}</h2>
          <p>{t('tokenWhy')}</p>
          <p>{t('tokenNoCode')}</p>
        </section>
        <Letter copy={port.copy} />
        <Countdown port={port} vaultOpen={vaultOpen} />
        <section>
          <h2>{t('pskcTitle')}</h2>
          <p>{t('pskcLead')}</p>
          <button onClick={() => port.openPage('import.html')}>{t('bringOpenPage')}</button>
        </section>
      </main>
    </SpeechProvider>
  );
}

function isOpen(glance: FirstLook['glance']): boolean {
  return glance.ok && (glance.value.vault.kind === 'open' || glance.value.vault.kind === 'empty');
}
