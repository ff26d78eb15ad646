import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Result } from '@/lib/errors';
import type { Later } from '@/lib/i18n/catalogue';
import type { FirstLook } from '@/lib/messages/first-look';
import type { Glance } from '@/lib/messages/protocol';
import type { ImportedEntry } from '@/lib/transfer/file-format';
import { openSeries } from '@/lib/transfer/open-series';
import { useLanguage } from '../app/use-language';
import { Mark } from '../ui/icon';
import { Notice } from '../ui/notice';
import { SpeechProvider, useSpeech } from '../ui/speech';
import { ClosedVault } from './closed-vault';
import { CodePart } from './code-part';
import { GatherPart } from './gather-part';
import type { ReceivePort } from './receive-port';
import { ReceivedPart } from './received-part';
import { useSeries } from './use-series';

export interface ReceiveAppProps {
  readonly port: ReceivePort;
  readonly first: FirstLook;
  readonly later: Later;
}

/** Accounts from another computer: its code, its QR codes, what they hold, and only then the yes. */
export function ReceiveApp({ port, first, later }: ReceiveAppProps) {
  const [glance, setGlance] = useState<Result<Glance>>(first.glance);
  const speech = useLanguage(first, later, glance.ok ? glance.value.settings.language : undefined);
  const reload = useCallback(
    async () => setGlance(await port.ask('glance', { tabId: null, limit: 0 })),
    [port],
  );
  useEffect(() => port.onChange(() => void reload()), [port, reload]);
  const { t } = speech;
  useEffect(() => {
    document.title = `Seconde – ${t('receiveTitle')}`;
  }, [speech]);
  const vault = glance.ok ? glance.value.vault : null;
  const failure = !glance.ok
    ? glance.failure
    : vault?.kind === 'locked'
      ? ({ code: 'vault-locked' } as const)
      : vault?.kind === 'unusable'
        ? vault.failure
        : null;
  return (
    <SpeechProvider value={speech}>
      <main class="sheet import export">
        <h1>
          <Mark />
          {t('receiveTitle')}
        </h1>
        {failure ? <ClosedVault ask={port.ask} failure={failure} /> : <Receive port={port} />}
      </main>
    </SpeechProvider>
  );
}

function Receive({ port }: { port: ReceivePort }) {
  const { t, failure } = useSpeech();
  const { gathering, take, begin } = useSeries();
  const [code, setCode] = useState<string | null>(null);
  const [entries, setEntries] = useState<readonly ImportedEntry[] | null>(null);
  const { whole, problem } = gathering;

  if (entries !== null) return <ReceivedPart port={port} sources={entries} />;
  return (
    <>
      <CodePart
        // Typed before the QR codes are read, and again where it does not open them.
        label={t(whole === null ? 'receiveNext' : 'receiveSee')}
        isDone={code !== null && whole === null}
        onCode={async (typed) => {
          setCode(typed);
          if (whole === null) return null;
          const opened = await openSeries(whole, typed);
          if (opened.ok) setEntries(opened.value);
          return opened.ok ? null : opened.failure;
        }}
        first={code}
        opens={whole !== null}
      />
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      {code !== null && whole === null && (
        <GatherPart port={port} gathering={gathering} take={take} onBegin={begin} />
      )}
    </>
  );
}
