import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Failure, type Result, ok } from '@/lib/errors';
import type { Later } from '@/lib/i18n/catalogue';
import type { FirstLook } from '@/lib/messages/first-look';
import type { Glance } from '@/lib/messages/protocol';
import type { ScanStart } from '@/lib/messages/scan-protocol';
import { createActions } from '../app/actions';
import type { Standing } from '../cards/beside';
import { UnusableState } from '../app/unusable-state';
import { useLanguage } from '../app/use-language';
import { Mark } from '../ui/icon';
import { Notice } from '../ui/notice';
import { SpeechProvider } from '../ui/speech';
import { ScanResult } from './scan-result';
import type { ScanAbout, ScanPort } from './scan-port';
import { ScanWays, type ScanText } from './scan-ways';

export interface ScanAppProps {
  readonly port: ScanPort;
  readonly first: FirstLook;
  readonly later: Later;
  readonly about: ScanAbout;
}

/** Nobody looks at the picture of a page any more after this long without a gesture. */
const pictureLifeMs = 2 * 60_000;

/** Every way in; whatever a person chooses ends in the card of the tab. */
export function ScanApp({ port, first, later, about }: ScanAppProps) {
  const { tabId } = about;
  const [glance, setGlance] = useState<Result<Glance>>(first.glance);
  const speech = useLanguage(first, later, glance.ok ? glance.value.settings.language : undefined);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [said, setSaid] = useState('');
  /** Something was added from here: what the card says is about it. */
  const [asked, setAsked] = useState(false);
  const [start, setStart] = useState<ScanStart | null>(null);
  const [picture, setPicture] = useState<Blob | null>(null);
  const [pictureGone, setPictureGone] = useState(false);
  const { t } = speech;

  const reload = useCallback(async (): Promise<void> => {
    const answer = await port.ask('glance', { tabId, limit: 0 });
    if (answer.ok) setGlance(answer);
  }, [port, tabId]);
  const actions = useMemo(() => {
    const all = createActions({ port, tabId: () => tabId, reload, onFailure: setProblem });
    return {
      ...all,
      // A page that is not in front has no focus to type into.
      fillCard: () => {
        port.showTab(tabId);
        all.fillCard();
      },
    };
  }, [port, tabId, reload]);

  useEffect(() => port.onChange(() => void reload()), [port, reload]);
  useEffect(() => {
    document.title = `Seconde – ${t('scanTitle')}`;
  }, [speech]);
  useEffect(() => {
    if (!about.hasPage) {
      setStart({ picture: null, host: null, key: null });
      return;
    }
    void port.ask('scan.start', { tabId }).then(async (answer) => {
      const given = answer.ok ? answer.value : { picture: null, host: null, key: null };
      if (given.picture !== null) setPicture(await (await fetch(given.picture)).blob());
      setStart({ ...given, picture: null });
    });
  }, []);
  useIdle(picture !== null, pictureLifeMs, () => {
    setPicture(null);
    setPictureGone(true);
  });

  const standing: Standing = useMemo(
    () => (about.hasPage ? { place: 'beside', onBack: () => port.showTab(tabId) } : { place: 'alone' }),
    [port, about],
  );
  const card = glance.ok ? glance.value.card : null;
  const result = asked && glance.ok && card !== null && card.kind !== 'failed' ? card : null;
  const failed = asked && card?.kind === 'failed' ? card.failure : null;
  // Used: what the picture showed is in the vault.
  useEffect(() => {
    if (result?.kind === 'enrolled') setPicture(null);
  }, [result?.kind]);
  useEffect(() => {
    if (asked && glance.ok && card === null) setAsked(false);
  }, [card]);

  const add = async ({ text, fromPicture }: ScanText): Promise<void> => {
    setProblem(null);
    const answer = await port.ask('enrol.texts', { tabId, text, fromPicture });
    if (!answer.ok) return setProblem(answer.failure);
    await reload();
    setAsked(true);
  };

  return (
    <SpeechProvider value={speech}>
      <main class="sheet scan">
        <h1>
          <Mark />
          {t('scanTitle')}
        </h1>
        {(problem ?? failed) && (
          <Notice tone="bad">{speech.failure(problem ?? failed ?? { code: 'internal' })}</Notice>
        )}
        {(problem ?? failed)?.code === 'qr-series' && (
          <div class="buttons">
            <button class="primary" onClick={() => port.openPage('receive.html')}>
              {t('receiveOpen')}
            </button>
          </div>
        )}
        {!glance.ok ? (
          <UnusableState failure={glance.failure} onRetry={() => void reload()} />
        ) : result ? (
          <ScanResult
            card={result}
            vault={glance.value.vault}
            standing={standing}
            // The next part of an export comes the way this one came; the card counts on.
            actions={{ ...actions, scan: () => setAsked(false) }}
            onPasskey={port.openPasskeyPage}
            copy={async (code) => {
              const done = await port.copy(code);
              if (done) void port.ask('clipboard.copied', { text: code });
              return done;
            }}
            say={setSaid}
            findRow={async (accountId, name) => {
              const request = { tabId, query: name, offset: 0, limit: 50 };
              const page = await port.ask('accounts.page', request);
              return page.ok ? ok(page.value.rows.find(({ id }) => id === accountId) ?? null) : page;
            }}
          />
        ) : (
          start && (
            <ScanWays
              port={port}
              picture={picture}
              pictureGone={pictureGone}
              start={start}
              byHand={about.byHand}
              onText={(text) => void add(text)}
              onHand={async (fields) => {
                const answer = await port.ask('enrol.by-hand', { tabId, fields });
                if (!answer.ok) return answer.failure;
                await reload();
                setAsked(true);
                return null;
              }}
              onNew={() => {
                setProblem(null);
                setAsked(false);
              }}
            />
          )
        )}
        {result === null && (
          <button class="link" onClick={() => port.openPage('token.html')}>
            {t('tokenVirtual')}
          </button>
        )}
        <p class="said" role="status">
          {said}
        </p>
      </main>
    </SpeechProvider>
  );
}

/** Calls `onIdle` once nobody has touched the page for `lifeMs`, while `on`. */
function useIdle(on: boolean, lifeMs: number, onIdle: () => void): void {
  const latest = useRef(onIdle);
  latest.current = onIdle;
  useEffect(() => {
    if (!on) return undefined;
    let timer = setTimeout(() => latest.current(), lifeMs);
    const stir = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), lifeMs);
    };
    const gestures = ['pointerdown', 'pointermove', 'keydown'] as const;
    for (const gesture of gestures) document.addEventListener(gesture, stir);
    return () => {
      clearTimeout(timer);
      for (const gesture of gestures) document.removeEventListener(gesture, stir);
    };
  }, [on]);
}
