import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import { type Later, wordsOf } from '@/lib/i18n/catalogue';
import { createSpeech } from '@/lib/i18n/speak';
import type { FirstLook } from '@/lib/messages/first-look';
import type { Port } from '../app/port';
import { useLanguage } from '../app/use-language';
import { useAnswer } from '../backup/use-answer';
import { ProtectForm } from '../forms/protect-form';
import { type AskPasskey, ProveFirst } from '../forms/prove-first';
import { Mark } from '../ui/icon';
import { Notice } from '../ui/notice';
import { SpeechProvider, useSpeech } from '../ui/speech';
import { KitSheet } from './kit-sheet';
import { type Kit, kitText } from './kit-text';

export interface KitPort extends Pick<Port, 'ask' | 'onChange' | 'download' | 'openPage'> {
  print(): void;
  /** Null where the browser lets no extension use passkeys. */
  readonly askPasskey: AskPasskey | null;
}

export interface KitAppProps {
  readonly port: KitPort;
  readonly first: FirstLook;
  /** Both languages: the paper speaks both. */
  readonly later: { readonly fr: Later; readonly en: Later };
}

/** Makes the recovery code when the person says so, shows it once, and has it printed. The code lives on this page only. */
export function KitApp({ port, first, later }: KitAppProps) {
  const setting = first.glance.ok ? first.glance.value.settings.language : undefined;
  const speech = useLanguage(first, later[first.language], setting);
  const speeches = useMemo(
    () => [createSpeech('fr', wordsOf('fr'), later.fr), createSpeech('en', wordsOf('en'), later.en)],
    [later],
  );
  const [kit, setKit] = useState<Kit | null>(null);
  const { t } = speech;
  useEffect(() => {
    document.title = `Seconde – ${t('kit')}`;
  }, [speech]);
  const day = kit && new Date(kit.atMs).toISOString().slice(0, 10);
  return (
    <SpeechProvider value={speech}>
      <main class="sheet kit">
        <div class="kit-controls">
          <h1>
            <Mark />
            {t('kit')}
          </h1>
          {kit === null ? (
            <Make port={port} onMade={setKit} />
          ) : (
            <section>
              <p role="status">{t('kitReady')}</p>
              <div class="buttons">
                <button class="primary" onClick={port.print}>
                  {t('print')}
                </button>
                <button
                  onClick={() => port.download(`seconde-${t('kitFile')}-${day}.txt`, kitText(kit, speeches))}
                >
                  {t('saveAsText')}
                </button>
              </div>
              <p class="quiet">{t('kitTextHint')}</p>
              <p class="quiet">{t('kitThenBackup')}</p>
              <button class="link" onClick={() => port.openPage('options.html#backup')}>
                {t('backupSave')}
              </button>
            </section>
          )}
        </div>
        {kit && <KitSheet kit={kit} speeches={speeches} />}
      </main>
    </SpeechProvider>
  );
}

function Make({ port, onMade }: { port: KitPort; onMade: (kit: Kit) => void }) {
  const { t, failure } = useSpeech();
  const state = useAnswer(port, 'backup.state');
  if (state === null) return null;
  if (!state.ok)
    return (
      <section>
        <Notice tone="bad">{failure(state.failure)}</Notice>
      </section>
    );
  const { accounts, ways } = state.value;
  const isFirst = !ways.includes('password');
  return (
    <section>
      <p>{t('kitLead')}</p>
      <ul class="points">
        <li>{t('kitPoint1')}</li>
        <li>{t('kitPoint2')}</li>
      </ul>
      {isFirst && <h2>{t('kitPasswordFirst')}</h2>}
      {!isFirst && ways.includes('recovery') && <Notice tone="careful">{t('kitReplaces')}</Notice>}
      <ProveFirst ask={port.ask} askPasskey={port.askPasskey} lead={t('proveKitLead')}>
        {(over) =>
          isFirst ? (
            <ProtectForm
              focus={false}
              onProtect={async (password) => {
                const answer = await port.ask('vault.protect', { password });
                return answer.ok ? null : over(answer.failure);
              }}
            />
          ) : (
            <MakeNow port={port} accounts={accounts} over={over} onMade={onMade} />
          )
        }
      </ProveFirst>
    </section>
  );
}

interface MakeNowProps {
  readonly port: KitPort;
  readonly accounts: number;
  readonly over: (problem: Failure) => Failure | null;
  readonly onMade: (kit: Kit) => void;
}

function MakeNow({ port, accounts, over, onMade }: MakeNowProps) {
  const { t, failure } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const make = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const made = await port.ask('vault.add-recovery-code', null);
    setBusy(false);
    if (made.ok) onMade({ code: made.value.code, atMs: Date.now(), accounts });
    else setProblem(over(made.failure));
  };
  return (
    <div class="stack">
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      <div>
        <button class="primary" disabled={busy} onClick={() => void make()}>
          {t(busy ? 'kitMaking' : 'kitMake')}
        </button>
      </div>
    </div>
  );
}
