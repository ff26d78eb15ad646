import { useEffect, useState } from 'preact/hooks';
import type { Failure, Result } from '@/lib/errors';
import type { Later } from '@/lib/i18n/catalogue';
import type { FirstLook } from '@/lib/messages/first-look';
import type { PasskeyOpening, PasskeyWay } from '@/lib/messages/security-protocol';
import type { Port } from '../app/port';
import { useLanguage } from '../app/use-language';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { SpeechProvider } from '../ui/speech';

export interface PasskeyPageProps {
  readonly port: Pick<Port, 'ask' | 'close'>;
  readonly first: FirstLook;
  readonly later: Later;
  readonly askPasskey: (ways: readonly PasskeyWay[]) => Promise<Result<PasskeyOpening>>;
}

type State = 'asking' | 'open' | 'none' | Failure;

/** A tab that asks for the passkey at once, opens the vault and closes itself. A popup would close at the system's question. */
export function PasskeyPage({ port, first, later, askPasskey }: PasskeyPageProps) {
  const speech = useLanguage(first, later, undefined);
  const { t } = speech;
  const [state, setState] = useState<State>('asking');

  const run = async (): Promise<void> => {
    setState('asking');
    const ways = await port.ask('vault.passkeys', null);
    if (!ways.ok) return setState(ways.failure);
    if (ways.value.length === 0) return setState('none');
    const given = await askPasskey(ways.value);
    const opened = given.ok ? await port.ask('vault.unlock-passkey', given.value) : given;
    if (!opened.ok) return setState(opened.failure);
    setState('open');
    port.close();
  };
  useEffect(() => {
    document.title = `Seconde – ${t('openVault')}`;
    if (first.glance.ok && first.glance.value.vault.kind !== 'locked') setState('open');
    else void run();
  }, []);

  return (
    <SpeechProvider value={speech}>
      <main class="sheet">
        <section class="state">
          <span class="state-icon" aria-hidden="true">
            <Icon name={state === 'open' ? 'check' : 'lock'} />
          </span>
          <h1>{t('unlockPageTitle')}</h1>
          <div role="status" class="stack">
            {state === 'asking' && <p>{t('unlockPageBody')}</p>}
            {state === 'open' && <Notice tone="good">{t('unlockPageOpen')}</Notice>}
            {state === 'none' && <Notice tone="careful">{t('unlockPageNone')}</Notice>}
          </div>
          {typeof state === 'object' && (
            <>
              <Notice tone="bad">{speech.failure(state)}</Notice>
              <div class="buttons">
                <button class="primary" onClick={() => void run()}>
                  {t('tryAgain')}
                </button>
                <button class="plain" onClick={port.close}>
                  {t('cancel')}
                </button>
              </div>
            </>
          )}
        </section>
      </main>
    </SpeechProvider>
  );
}
