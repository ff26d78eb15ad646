import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Failure, Result } from '@/lib/errors';
import type { Later } from '@/lib/i18n/catalogue';
import type { FirstLook } from '@/lib/messages/first-look';
import type { Glance } from '@/lib/messages/protocol';
import { createActions } from '../app/actions';
import type { Port } from '../app/port';
import { UnusableState } from '../app/unusable-state';
import { useLanguage } from '../app/use-language';
import { LockedState } from '../app/vault-states';
import { Mark } from '../ui/icon';
import { Notice } from '../ui/notice';
import { SpeechProvider } from '../ui/speech';
import { AccountView } from './account-view';
import type { AskPasskey } from './key-part';

export interface AccountAppProps {
  readonly port: Port;
  readonly first: FirstLook;
  readonly later: Later;
  readonly accountId: string;
  readonly askPasskey: AskPasskey | null;
  /** The account of the address. */
  readonly onAccount: (accountId: string) => void;
}

/** The page of one account in a tab: the popup's view at full width. */
export function AccountApp({ port, first, later, accountId, askPasskey, onAccount }: AccountAppProps) {
  const [glance, setGlance] = useState<Result<Glance>>(first.glance);
  const speech = useLanguage(first, later, glance.ok ? glance.value.settings.language : undefined);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [removed, setRemoved] = useState<{ id: string; issuer: string } | null>(null);
  const reload = useCallback(async (): Promise<void> => {
    setGlance(await port.ask('glance', { tabId: null, limit: 0 }));
  }, [port]);
  useEffect(() => port.onChange(() => void reload()), [port, reload]);
  const actions = useMemo(
    () => createActions({ port, tabId: () => null, reload, onFailure: setProblem }),
    [port, reload],
  );
  const { t } = speech;
  useEffect(() => {
    document.title = `Seconde – ${t('accPage')}`;
  }, [speech]);
  const copy = async (text: string): Promise<boolean> => {
    if (!(await port.copy(text))) return false;
    void port.ask('clipboard.copied', { text });
    return true;
  };
  const vault = glance.ok ? glance.value.vault : null;

  return (
    <SpeechProvider value={speech}>
      <main class="sheet account-sheet">
        <h1>
          <Mark />
          {t('accPage')}
        </h1>
        {problem && <Notice tone="bad">{speech.failure(problem)}</Notice>}
        {!glance.ok || vault === null ? (
          <UnusableState
            failure={glance.ok ? { code: 'internal' } : glance.failure}
            onRetry={() => void reload()}
          />
        ) : vault.kind === 'unusable' ? (
          <UnusableState failure={vault.failure} onRetry={() => void reload()} onRecover={actions.recover} />
        ) : vault.kind === 'locked' ? (
          <>
            <p class="quiet">{t('accOpenFirst')}</p>
            <LockedState gesture={null} actions={actions} onPasskey={port.openPasskeyPage} />
          </>
        ) : removed ? (
          <div class="stack" role="status">
            <p>{t('accRemoved', { issuer: removed.issuer || t('nameless') })}</p>
            <div class="buttons">
              <button
                class="primary"
                onClick={() =>
                  void port.ask('trash.restore', { accountId: removed.id }).then((answer) => {
                    if (answer.ok) setRemoved(null);
                    else setProblem(answer.failure);
                  })
                }
              >
                {t('undo')}
              </button>
              <button class="plain" onClick={() => port.openPage('options.html#trash')}>
                {t('accSeeTrash')}
              </button>
            </div>
          </div>
        ) : (
          <AccountView
            key={accountId}
            accountId={accountId}
            ask={port.ask}
            tabId={null}
            copy={copy}
            askPasskey={askPasskey}
            onBack={null}
            onWide={null}
            onOther={onAccount}
            onRemove={async ({ id, issuer, name }) => {
              if (await actions.toTrash(id)) setRemoved({ id, issuer: issuer || name });
            }}
          />
        )}
      </main>
    </SpeechProvider>
  );
}
