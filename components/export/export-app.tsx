import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Result } from '@/lib/errors';
import { type Later, wordsOf } from '@/lib/i18n/catalogue';
import { createSpeech } from '@/lib/i18n/speak';
import type { ExportState } from '@/lib/messages/export-protocol';
import type { FirstLook } from '@/lib/messages/first-look';
import { useLanguage } from '../app/use-language';
import { ProtectForm } from '../forms/protect-form';
import { Mark } from '../ui/icon';
import { SpeechProvider, useSpeech } from '../ui/speech';
import { ClosedVault } from './closed-vault';
import { ExportFlow } from './export-flow';
import type { ExportPort } from './export-port';

export interface ExportAppProps {
  readonly port: ExportPort;
  readonly first: FirstLook;
  /** Both languages: paper speaks both. */
  readonly later: { readonly fr: Later; readonly en: Later };
}

/** The page by which accounts leave. A vault that is locked, here or elsewhere, takes everything off it. */
export function ExportApp({ port, first, later }: ExportAppProps) {
  const setting = first.glance.ok ? first.glance.value.settings.language : undefined;
  const speech = useLanguage(first, later[first.language], setting);
  const speeches = useMemo(
    () => [createSpeech('fr', wordsOf('fr'), later.fr), createSpeech('en', wordsOf('en'), later.en)],
    [later],
  );
  const [state, setState] = useState<Result<ExportState> | null>(null);
  const reload = useCallback(async () => setState(await port.ask('export.state', null)), [port]);
  useEffect(() => {
    void reload();
    return port.onChange(() => void reload());
  }, [port, reload]);
  const { t } = speech;
  useEffect(() => {
    document.title = `Seconde – ${t('exportPage')}`;
  }, [speech]);
  return (
    <SpeechProvider value={speech}>
      <main class="sheet export">
        <h1 class="not-printed">
          <Mark />
          {t('exportPage')}
        </h1>
        {state?.ok === true && state.value.accounts.length === 0 && <p>{t('exportNothing')}</p>}
        {state?.ok === true && state.value.accounts.length > 0 && (
          <Open port={port} state={state.value} speeches={speeches} />
        )}
        {state?.ok === false && <ClosedVault ask={port.ask} failure={state.failure} />}
      </main>
    </SpeechProvider>
  );
}

type OpenProps = Parameters<typeof ExportFlow>[0];

function Open(props: OpenProps) {
  const { t } = useSpeech();
  const { port, state } = props;
  if (state.ways.length > 0)
    return (
      <>
        <p class="not-printed">{t('exportLead')}</p>
        <ExportFlow {...props} />
      </>
    );
  return (
    <section>
      <h2>{t('exportPasswordFirst')}</h2>
      <p>{t('exportPasswordWhy')}</p>
      <ProtectForm
        focus={false}
        onProtect={async (password) => {
          const answer = await port.ask('vault.protect', { password });
          return answer.ok ? null : answer.failure;
        }}
      />
    </section>
  );
}
