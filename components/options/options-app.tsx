import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Failure, Result } from '@/lib/errors';
import type { Later } from '@/lib/i18n/catalogue';
import type { FirstLook } from '@/lib/messages/first-look';
import type { Glance } from '@/lib/messages/protocol';
import { isRuled, noPolicy } from '@/lib/settings/policy';
import { createActions } from '../app/actions';
import type { Port } from '../app/port';
import { useAnswer } from '../backup/use-answer';
import { useLanguage } from '../app/use-language';
import { UnusableState } from '../app/unusable-state';
import { Notice } from '../ui/notice';
import { SpeechProvider } from '../ui/speech';
import { TrashSection } from '../trash/trash-section';
import { BackupSection } from './backup-section';
import { LeaveSection, LeftScreen } from './leave-section';
import { RestoreSection } from './restore-section';
import type { SafekeepingPort } from './safekeeping-port';
import type { SecurityPort } from './security-port';
import { SecuritySection } from './security-section';
import { SitesSection } from './sites-section';
import { AppearanceSection } from './appearance-section';
import { EnrolmentFields } from './enrolment-fields';
import * as views from './later';
import { OptionsNav } from './options-nav';
import { OptionsSection } from './options-section';
import { sectionTitles } from './places';
import { TransferSection } from './transfer-section';
import { UndoBar } from './undo-bar';
import { usePlace } from './use-place';
import { PolicyNotice } from './policy-notice';
import { useUndo } from './use-undo';

export interface OptionsAppProps {
  readonly port: Port;
  readonly first: FirstLook;
  readonly later: Later;
  readonly version: string;
  /** As people call it, with its version. */
  readonly browser: string;
  readonly security: SecurityPort;
  readonly askToSaveFiles: () => Promise<boolean>;
}

/** The settings page: every change takes effect at once, there is nothing to save. */
export function OptionsApp({
  port,
  first,
  later,
  version,
  browser,
  security,
  askToSaveFiles,
}: OptionsAppProps) {
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
  const ruled = useAnswer(port, 'policy.read');
  const policy = ruled?.ok ? ruled.value : noPolicy;
  /** Turned off by the organisation: nothing can be brought in, and what is not possible is not offered. */
  const isOff = policy.disable;
  const { at, go } = usePlace();
  const undo = useUndo(glance.ok ? glance.value.settings : null, actions.change);
  useEffect(() => {
    document.title = `Seconde – ${t(sectionTitles[at.section])}`;
  }, [speech, at.section]);

  return (
    <SpeechProvider value={speech}>
      <div class="options-frame">
        {!left && <OptionsNav section={at.section} onGo={go} />}
        <main class="sheet">
          {isRuled(policy) && <PolicyNotice policy={policy} />}
          {problem && <Notice tone="bad">{speech.failure(problem)}</Notice>}
          {left ? (
            <LeftScreen files={left} />
          ) : glance.ok ? (
            <>
              <OptionsSection name="security" at={at.section}>
                <SecuritySection
                  glance={glance.value}
                  port={port}
                  security={security}
                  policy={policy}
                  onChange={undo.change}
                />
              </OptionsSection>
              <OptionsSection name="backup" at={at.section}>
                <BackupSection port={safekeeping} actions={actions} remember={undo.remember} />
                {!isOff && <RestoreSection port={safekeeping} vault={glance.value.vault} />}
                {!isOff && <TrashSection port={safekeeping} />}
                <LeaveSection port={safekeeping} vault={glance.value.vault} onLeft={setLeft} />
              </OptionsSection>
              <OptionsSection name="transfer" at={at.section}>
                <TransferSection port={port} isOff={isOff} onGo={go} />
              </OptionsSection>
              <OptionsSection name="sites" at={at.section}>
                <EnrolmentFields settings={glance.value.settings} onChange={undo.change} />
                <SitesSection port={port} policy={policy} remember={undo.remember} />
              </OptionsSection>
              <OptionsSection name="appearance" at={at.section}>
                <AppearanceSection settings={glance.value.settings} port={port} onChange={undo.change} />
              </OptionsSection>
            </>
          ) : (
            at.section !== 'about' && <UnusableState failure={glance.failure} onRetry={() => void reload()} />
          )}
          {!left && (
            <OptionsSection name="about" at={at.section}>
              <views.support.View port={port} here={{ version, browser }} />
              <section id="version">
                <h2>{t('about')}</h2>
                <p>{t('aboutBody')}</p>
                <p class="quiet">{t('version', { version })}</p>
                <button id="welcome" onClick={() => port.openPage('welcome.html')}>
                  {t('welAgain')}
                </button>
              </section>
            </OptionsSection>
          )}
          {!left && <UndoBar {...undo} />}
        </main>
      </div>
    </SpeechProvider>
  );
}
