import { useEffect, useState } from 'preact/hooks';
import type { LastFill as Last } from '@/lib/messages/sites-protocol';
import type { Actions } from '../app/actions';
import { useSpeech } from '../ui/speech';
import { siteActions } from './site-actions';
import './sites.css';

export interface LastFillProps {
  readonly last: Last | undefined;
  /** Told whether *Enter* puts the code of this site's account in the page. */
  readonly enterFills: { current: boolean };
  readonly actions: Actions;
}

/** Below the codes: what went in last, which may have been wrong; and what the keys do where they do more than copy. */
export function LastFill({ last, enterFills, actions }: LastFillProps) {
  const { t } = useSpeech();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const { port, tabId } = actions.raw;
    const id = tabId();
    if (id === null) return undefined;
    void port.ask('fill.ready', { tabId: id }).then((answer) => {
      enterFills.current = answer.ok && answer.value?.sure;
      setReady(enterFills.current);
    });
    document.addEventListener('keydown', copyChosen);
    return () => document.removeEventListener('keydown', copyChosen);
  }, []);
  return (
    <>
      {ready && (
        <p class="keys">
          {t('enterFills')} · {t('enterCopies')}
        </p>
      )}
      {last && (
        <div class="last-fill">
          <p>
            {t(last.unattended ? 'lastUnattended' : 'lastFilled', {
              issuer: last.issuer || last.name || t('nameless'),
              host: last.host,
            })}
          </p>
          <button class="link" onClick={siteActions(actions).correct}>
            {t('lastWrong')}
          </button>
        </div>
      )}
    </>
  );
}

/** Control+C, unless some text is selected: *Enter* may do something else here. */
function copyChosen(event: KeyboardEvent): void {
  if (event.key !== 'c' || !(event.ctrlKey || event.metaKey) || String(getSelection()) !== '') return;
  const field = event.target instanceof HTMLInputElement ? event.target : null;
  if (field && field.selectionStart !== field.selectionEnd) return;
  document.querySelector<HTMLElement>('.row.active .row-main')?.click();
}
