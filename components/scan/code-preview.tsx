import { useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { CodePreview } from '@/lib/messages/scan-protocol';
import { groupDigits, secondsLeft } from '../accounts/code-text';
import { TimeLeft } from '../accounts/time-left';
import { useSpeech } from '../ui/speech';
import { useSecond } from '../ui/use-second';

export type PreviewState = CodePreview | { readonly failure: Failure };

/** The code that what is typed makes now. Its place is kept from the start, so that nothing moves when it comes. */
export function CodePreviewView({ state }: { state: PreviewState | null }) {
  const { t, duration, warning } = useSpeech();
  const [nowMs, setNowMs] = useState(Date.now);
  useSecond(setNowMs);
  const shown = state !== null && 'code' in state ? state : null;
  const left =
    shown?.expiresAtMs != null && shown.periodSeconds !== null
      ? { expiresAtMs: shown.expiresAtMs, periodSeconds: shown.periodSeconds }
      : null;
  return (
    <div class={shown ? 'preview' : 'preview none'}>
      <p class="quiet">{t('handPreview')}</p>
      <div class="preview-row">
        <output class="code" aria-live="off">
          {shown ? groupDigits(shown.code) : '––– –––'}
        </output>
        {left && (
          <span class="card-code-left">
            <TimeLeft {...left} nowMs={nowMs} />
            <span aria-hidden="true">
              {duration(secondsLeft(left.expiresAtMs, left.periodSeconds, nowMs) ?? 0)}
            </span>
          </span>
        )}
      </div>
      <p class="field-hint">{shown?.short ? warning('secret-short') : t('handPreviewNote')}</p>
    </div>
  );
}
