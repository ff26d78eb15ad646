import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Failure, Result } from '@/lib/errors';
import type { Later } from '@/lib/i18n/catalogue';
import type { FirstLook } from '@/lib/messages/first-look';
import type { Glance } from '@/lib/messages/protocol';
import { createActions } from '../app/actions';
import type { Port } from '../app/port';
import { useLanguage } from '../app/use-language';
import { UnusableState } from '../app/vault-states';
import { Mark } from '../ui/icon';
import { Notice } from '../ui/notice';
import { SpeechProvider } from '../ui/speech';
import { SettingsFields } from './settings-fields';
import { VaultSection } from './vault-section';

export interface OptionsAppProps {
  readonly port: Port;
  readonly first: FirstLook;
  readonly later: Later;
  readonly version: string;
}

/** The settings page: every change takes effect at once, there is nothing to save. */
export function OptionsApp({ port, first, later, version }: OptionsAppProps) {
  const [glance, setGlance] = useState<Result<Glance>>(first.glance);
  const speech = useLanguage(first, later, glance.ok ? glance.value.settings.language : undefined);
  const [problem, setProblem] = useState<Failure | null>(null);

  const reload = useCallback(async (): Promise<void> => {
    const answer = await port.ask('glance', { tabId: null, limit: 0 });
    setGlance(answer);
  }, [port]);
  const actions = useMemo(
    () => createActions({ port, tabId: () => null, reload, onFailure: setProblem }),
    [port, reload],
  );
  useEffect(() => port.onChange(() => void reload()), [port, reload]);
  const { t } = speech;
  useEffect(() => {
    document.title = `Seconde – ${t('optionsTitle')}`;
  }, [speech]);

  return (
    <SpeechProvider value={speech}>
      <main class="sheet">
        <h1>
          <Mark />
          {t('optionsTitle')}
        </h1>
        {problem && <Notice tone="bad">{speech.failure(problem)}</Notice>}
        {glance.ok ? (
          <>
            <SettingsFields settings={glance.value.settings} onChange={actions.change} />
            <VaultSection vault={glance.value.vault} actions={actions} />
          </>
        ) : (
          <UnusableState failure={glance.failure} onRetry={() => void reload()} />
        )}
        <section>
          <h2>{t('about')}</h2>
          <p>{t('aboutBody')}</p>
          <p class="quiet">{t('version', { version })}</p>
        </section>
      </main>
    </SpeechProvider>
  );
}
