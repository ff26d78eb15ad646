import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Failure, type Result, ok } from '@/lib/errors';
import type { Later } from '@/lib/i18n/catalogue';
import type { FirstLook } from '@/lib/messages/first-look';
import { firstRows } from '@/lib/messages/first-rows';
import type { Glance } from '@/lib/messages/protocol';
import { Notice } from '../ui/notice';
import { SpeechProvider } from '../ui/speech';
import { createActions } from './actions';
import { Body, isTurnedOff, type View } from './body';
import { Frame } from './frame';
import * as views from './later';
import type { ListHandle } from './list-handle';
import type { Port } from './port';
import { useLanguage } from './use-language';

const noteShownMs = 4000;

export interface AppProps {
  readonly port: Port;
  readonly first: FirstLook;
  /** The rest of the language, when the first drawing needs it. */
  readonly later: Later | null;
}

/** Popup and side panel: holds the last answer of the background and asks again when something changed. */
export function App({ port, first, later }: AppProps) {
  const [glance, setGlance] = useState<Result<Glance>>(first.glance);
  const speech = useLanguage(first, later, glance.ok ? glance.value.settings.language : undefined);
  const [revision, setRevision] = useState(0);
  const [view, setView] = useState<View>('auto');
  const [problem, setProblem] = useState<Failure | null>(null);
  const say = useRef<(text: string) => void>(() => undefined);
  const [emptying, setEmptying] = useState<number | null>(null);
  /** Asks before a copy on a page that resembles another; until its view is there, nothing is copied. */
  const guard = useRef<() => Promise<void>>(() => new Promise(() => undefined));
  const tabId = useRef(first.tabId);
  const sayLatest = useCallback((text: string) => say.current(text), []);
  /** Over everything else. */
  const [over, setOver] = useState<'palette' | 'keys' | null>(null);
  const list = useRef<ListHandle | null>(null);

  const reload = useCallback(async (): Promise<void> => {
    const answer = await port.ask('glance', { tabId: tabId.current, limit: firstRows });
    if (!answer.ok) return setGlance((before) => (before.ok ? before : answer));
    setGlance(answer);
    setRevision((count) => count + 1);
  }, [port]);
  const actions = useMemo(
    () => createActions({ port, tabId: () => tabId.current, reload, onFailure: setProblem }),
    [port, reload],
  );

  useEffect(() => {
    port.onTabChange(() => {
      void port.tabId().then((id) => {
        tabId.current = id;
        setView('auto');
        setProblem(null);
        return reload();
      });
    });
    return port.onChange(() => void reload());
  }, [port, reload]);
  useEffect(() => {
    document.title = 'Seconde';
  }, []);

  useEffect(() => {
    const heard = (event: KeyboardEvent): void => {
      const asked = overOf(event);
      if (asked === null) return;
      event.preventDefault();
      setOver(asked);
    };
    document.addEventListener('keydown', heard, true);
    return () => document.removeEventListener('keydown', heard, true);
  }, []);

  const resembles = glance.ok ? glance.value.page?.resembles : undefined;
  const copy = async (code: string): Promise<boolean> => {
    if (resembles) await guard.current();
    if (!(await port.copy(code))) return false;
    void port.ask('clipboard.copied', { text: code }).then((answer) => {
      setEmptying(answer.ok && answer.value ? answer.value.seconds : null);
    });
    return true;
  };
  useEffect(() => {
    if (emptying === null) return;
    const timer = setTimeout(() => setEmptying(null), noteShownMs);
    return () => clearTimeout(timer);
  }, [emptying]);

  const card = glance.ok ? glance.value.card : null;
  const cardKey = card && `${card.kind} ${'accountId' in card ? card.accountId : ''}`;
  useEffect(() => setView((before) => (before === 'list' ? 'auto' : before)), [cardKey]);
  // A popup that came up to say that a code is waited for goes when the code has gone in.
  const waited = useRef(false);
  useEffect(() => {
    if (waited.current && card === null) port.close();
    waited.current = card?.kind === 'signing-in' && card.fill.kind === 'waiting';
  }, [card]);
  const vault = glance.ok ? glance.value.vault : null;

  return (
    <SpeechProvider value={speech}>
      <Frame
        surface={port.surface}
        locks={vault?.kind === 'open' && vault.protected}
        scanFirst={
          card === null && (vault?.kind === 'empty' || (vault?.kind === 'open' && vault.accounts === 0))
        }
        isOff={vault !== null && isTurnedOff(vault)}
        onLock={actions.lock}
        onSettings={port.openOptions}
        onScan={() => {
          setProblem(null);
          setView('auto');
          actions.scan();
        }}
        onOtherWays={actions.otherWays}
      >
        {problem && <Notice tone="bad">{speech.failure(problem)}</Notice>}
        {resembles && <views.aboutSite.View resembles={resembles} guard={guard} />}
        <Body
          glance={glance}
          revision={revision}
          view={view}
          actions={actions}
          onView={setView}
          onRetry={() => void reload()}
          onPasskey={port.openPasskeyPage}
          copy={copy}
          say={sayLatest}
          read={(asked) => port.ask('accounts.page', { tabId: tabId.current, ...asked })}
          list={list}
          next={(accountId) => port.ask('accounts.next', { accountId })}
          findRow={async (accountId, name) => {
            const request = { tabId: tabId.current, query: name, offset: 0, limit: 50 };
            const page = await port.ask('accounts.page', request);
            return page.ok ? ok(page.value.rows.find(({ id }) => id === accountId) ?? null) : page;
          }}
        />
        <Said say={say} />
        {over === 'palette' && (
          <views.palette.View
            glance={glance.ok ? glance.value : null}
            actions={actions}
            list={list.current}
            onProtect={() => setView('protect')}
            onShortcuts={() => setOver('keys')}
            onClose={() => setOver(null)}
          />
        )}
        {over === 'keys' && <views.shortcuts.View port={port} onClose={() => setOver(null)} />}
        {emptying !== null && (
          <p class="passing">{speech.t('clipboardSoon', { time: speech.duration(emptying) })}</p>
        )}
      </Frame>
    </SpeechProvider>
  );
}

/**
 * The live region: what is said in it draws nothing else anew. The same words twice are said twice; what is left in it would be
 * said once more when something that covered it closes.
 */
function Said({ say }: { say: { current: (text: string) => void } }) {
  const [said, setSaid] = useState({ text: '', times: 0 });
  say.current = (text) => setSaid(({ times }) => ({ text, times: times + 1 }));
  useEffect(() => {
    if (said.text === '') return;
    const timer = setTimeout(() => setSaid(({ times }) => ({ text: '', times })), noteShownMs);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <p class="said" role="status">
      <span key={said.times}>{said.text}</span>
    </p>
  );
}

/** `?` and `>` where they are no part of what is typed, and the keys that are known from elsewhere. */
function overOf({
  key,
  ctrlKey,
  metaKey,
  altKey,
  target,
  isComposing,
}: KeyboardEvent): 'palette' | 'keys' | null {
  if (isComposing || altKey || document.querySelector('dialog[open]')) return null;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k' ? 'palette' : null;
  if (key !== '?' && key !== '>') return null;
  const isTyping =
    (target instanceof HTMLInputElement && (target.type !== 'search' || target.value !== '')) ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement;
  return isTyping ? null : key === '?' ? 'keys' : 'palette';
}
