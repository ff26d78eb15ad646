import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Failure, Result } from '@/lib/errors';
import type { Later } from '@/lib/i18n/catalogue';
import type { FirstLook } from '@/lib/messages/first-look';
import type { Glance } from '@/lib/messages/protocol';
import { UnusableState } from '../app/unusable-state';
import { useLanguage } from '../app/use-language';
import { UnlockView } from '../forms/unlock-view';
import { Mark } from '../ui/icon';
import { Notice } from '../ui/notice';
import { SpeechProvider } from '../ui/speech';
import { Bring, type Brought } from './bring';
import { BroughtView } from './brought-view';
import type { ImportPort } from './import-port';
import { LastImport } from './last-import';

export interface ImportAppProps {
  readonly port: ImportPort;
  readonly first: FirstLook;
  readonly later: Later;
}

/** From files and texts of other programs into the vault: given, opened, compared, agreed to, and taken back if need be. */
export function ImportApp({ port, first, later }: ImportAppProps) {
  const [glance, setGlance] = useState<Result<Glance>>(first.glance);
  const speech = useLanguage(first, later, glance.ok ? glance.value.settings.language : undefined);
  const [brought, setBrought] = useState<Brought | null>(null);
  const [undone, setUndone] = useState<number | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const { t } = speech;

  const reload = useCallback(async (): Promise<void> => {
    setGlance(await port.ask('glance', { tabId: null, limit: 0 }));
  }, [port]);
  useEffect(() => port.onChange(() => void reload()), [port, reload]);
  useEffect(() => {
    document.title = `Seconde – ${t('bringTitle')}`;
  }, [speech]);

  const undo = useCallback(async (): Promise<void> => {
    const answer = await port.ask('import.undo', null);
    setProblem(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    setBrought(null);
    setUndone(answer.value.removed);
  }, [port]);
  const vault = glance.ok ? glance.value.vault.kind : null;
  const ready = vault === 'open' || vault === 'empty';
  const unlock = useMemo(() => unlocking(port, reload), [port, reload]);

  return (
    <SpeechProvider value={speech}>
      <main class="sheet import">
        <h1>
          <Mark />
          {t('bringTitle')}
        </h1>
        {problem && <Notice tone="bad">{speech.failure(problem)}</Notice>}
        <div role="status">
          {undone !== null && <Notice tone="good">{t('broughtUndone', { count: undone })}</Notice>}
        </div>
        {!glance.ok ? (
          <UnusableState failure={glance.failure} onRetry={() => void reload()} />
        ) : !ready ? (
          <section class="state">
            <h2>{t('bringLocked')}</h2>
            <p>{t('bringLockedLead')}</p>
            <UnlockView {...unlock} onPasskey={port.openPasskeyPage} />
          </section>
        ) : brought ? (
          <BroughtView
            port={port}
            brought={brought}
            onUndo={undo}
            onAgain={() => {
              setBrought(null);
              setUndone(null);
            }}
          />
        ) : (
          <>
            <Bring
              port={port}
              onBrought={(done) => {
                setUndone(null);
                setProblem(null);
                setBrought(done);
              }}
            />
            <LastImport key={String(undone)} port={port} onUndo={undo} />
          </>
        )}
      </main>
    </SpeechProvider>
  );
}

function unlocking(port: ImportPort, reload: () => Promise<void>) {
  const after = async (answer: Result<unknown>): Promise<Failure | null> => {
    if (!answer.ok) return answer.failure;
    await reload();
    return null;
  };
  return {
    onUnlock: async (password: string) => after(await port.ask('vault.unlock', { password })),
    onUnlockWithCode: async (code: string) => after(await port.ask('vault.unlock-code', { code })),
    readWays: () => port.ask('vault.ways', null),
  };
}
