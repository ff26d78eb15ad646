import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Failure, Result } from '@/lib/errors';
import type { Later } from '@/lib/i18n/catalogue';
import type { FirstLook } from '@/lib/messages/first-look';
import type { Glance } from '@/lib/messages/protocol';
import { createActions } from '../app/actions';
import type { Port } from '../app/port';
import { useLanguage } from '../app/use-language';
import { UnusableState } from '../app/unusable-state';
import { Mark } from '../ui/icon';
import { Notice } from '../ui/notice';
import { SpeechProvider } from '../ui/speech';
import { TrashSection } from '../trash/trash-section';
import { BackupSection } from './backup-section';
import { LeaveSection, LeftScreen } from './leave-section';
import { RestoreSection } from './restore-section';
import type { SafekeepingPort } from './safekeeping-port';
import type { SecurityPort } from './security-port';
import { SecuritySection } from './security-section';
import { SettingsFields } from './settings-fields';
import { SitesSection } from './sites-section';
import * as views from './later';

export interface OptionsAppProps {
  readonly port: Port;
  readonly first: FirstLook;
  readonly later: Later;
  readonly version: string;
  readonly security: SecurityPort;
  readonly askToSaveFiles: () => Promise<boolean>;
}

/** The settings page: every change takes effect at once, there is nothing to save. */
export function OptionsApp({ port, first, later, version, security, askToSaveFiles }: OptionsAppProps) {
  const [glance, setGlance] = useState<Result<Glance>>(first.glance);
  const speech = useLanguage(first, later, glance.ok ? glance.value.settings.language : undefined);
  const [problem, setProblem] = useState<Failure | null>(null);
  /** Files that remain, once the person has left this computer. */
  const [left, setLeft] = useState<readonly string[] | null>(null);
  const safekeeping: SafekeepingPort = useMemo(() => ({ ...port, askToSaveFiles }), [port]);

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
        {left ? (
          <LeftScreen files={left} />
        ) : glance.ok ? (
          <>
            <SettingsFields
              settings={glance.value.settings}
              onChange={actions.change}
              onAdd={() => port.openPage('scan.html')}
            />
            <SecuritySection
              glance={glance.value}
              port={port}
              security={security}
              onChange={actions.change}
            />
            <SitesSection port={port} />
            <BackupSection port={safekeeping} actions={actions} />
            <RestoreSection port={safekeeping} vault={glance.value.vault} />
            <views.pskc.View port={port} />
            <TrashSection port={safekeeping} />
            <LeaveSection port={safekeeping} vault={glance.value.vault} onLeft={setLeft} />
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
