import { useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { AccountDetails } from '@/lib/messages/account-protocol';
import type { ClockNote } from '@/lib/messages/token-protocol';
import type { Port } from '../app/port';
import { ClockAdvice } from '../clock/clock-advice';
import { useDifference } from '../clock/use-clock-words';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';

export interface SiteClockPartProps {
  readonly site: NonNullable<AccountDetails['site']>;
  readonly tabId: number;
  readonly ask: Port['ask'];
  readonly onChanged: () => Promise<void>;
}

/** The clock of the site in front: asked when the person says so, followed when the person says so. */
export function SiteClockPart({ site, tabId, ask, onChanged }: SiteClockPartProps) {
  const { t, failure } = useSpeech();
  const difference = useDifference();
  const [clock, setClock] = useState<ClockNote | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const { host, adjustedMs } = site;

  const check = async (): Promise<void> => {
    setBusy(true);
    const answer = await ask('clock.check', { tabId });
    setBusy(false);
    setProblem(answer.ok ? null : answer.failure);
    setClock(answer.ok ? answer.value : null);
  };
  const changed = async (answer: { readonly ok: boolean; readonly failure?: Failure }): Promise<void> => {
    setProblem(answer.failure ?? null);
    setClock(null);
    if (answer.ok) await onChanged();
  };
  return (
    <div class="stack">
      {adjustedMs !== null && !clock && (
        <Notice tone="plain">{t('clockAdjusted', { host, time: difference(adjustedMs) })}</Notice>
      )}
      <div role="status">
        {clock && (
          <ClockAdvice
            clock={clock}
            when="asked"
            onAdjust={(on) => void ask('clock.adjust', { tabId, on }).then(changed)}
          />
        )}
      </div>
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      {!clock && (
        <>
          <p class="quiet">{t('clockLead', { host })}</p>
          <div class="buttons">
            <button disabled={busy} onClick={() => void check()}>
              {t(busy ? 'clockChecking' : 'clockCheck')}
            </button>
            {adjustedMs !== null && (
              <button class="plain" onClick={() => void ask('clock.forget', { host }).then(changed)}>
                {t('clockStop')}
              </button>
            )}
          </div>
        </>
      )}
    </div>
  );
}
