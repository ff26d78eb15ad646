import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { RevealedKey } from '@/lib/messages/account-protocol';
import type { QrDrawing } from '@/lib/qr/encode';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { useSecond } from '../ui/use-second';
import type { AccountPage } from './page';

export interface KeyShownProps {
  readonly page: AccountPage;
  readonly grant: string;
  /** With what is said of it. */
  readonly onHide: (said: string) => void;
  readonly onFailure: (failure: Failure) => void;
}

const shownSeconds = 60;

/** The key as text and as a QR code: for a minute, and only as long as it is in view. */
export function KeyShown({ page, grant, onHide, onFailure }: KeyShownProps) {
  const { t, duration } = useSpeech();
  const { details, ask, copy } = page;
  const [shown, setShown] = useState<RevealedKey | null>(null);
  const [drawing, setDrawing] = useState<QrDrawing | 'too-long' | null>(null);
  const [endsAtMs] = useState(() => Date.now() + shownSeconds * 1000);
  const [left, setLeft] = useState(shownSeconds);
  const [copied, setCopied] = useState(false);
  const hide = (): void => onHide(t('accKeyHidden'));

  useEffect(() => {
    void ask('account.reveal', { accountId: details.id, grant }).then(async (answer) => {
      if (!answer.ok) return onFailure(answer.failure);
      const { encodeQrPath } = await import('@/lib/qr/encode');
      const drawn = encodeQrPath(answer.value.address);
      setDrawing(drawn.ok ? drawn.value : 'too-long');
      setShown(answer.value);
    });
    const away = (): void => {
      if (document.hidden) hide();
    };
    document.addEventListener('visibilitychange', away);
    return () => document.removeEventListener('visibilitychange', away);
  }, []);
  useSecond((nowMs) => {
    setLeft(Math.ceil((endsAtMs - nowMs) / 1000));
    if (nowMs >= endsAtMs) hide();
  });
  const hideButton = useRef<HTMLButtonElement>(null);
  useEffect(() => hideButton.current?.focus(), [shown === null]);
  if (shown === null) return null;
  return (
    <div class="stack key-shown">
      <Notice tone="careful">{t('accKeyWarning')}</Notice>
      {details.counter !== null && <Notice tone="careful">{t('accKeyCounter')}</Notice>}
      {drawing === 'too-long' && <p>{t('accKeyTooLong')}</p>}
      {drawing !== null && drawing !== 'too-long' && (
        <svg
          class="key-qr"
          role="img"
          aria-label={t('accKeyQr')}
          viewBox={`0 0 ${drawing.size} ${drawing.size}`}
          shape-rendering="crispEdges"
        >
          <path d={drawing.path} />
        </svg>
      )}
      <dl class="key-text">
        <dt>{t('accKeyText')}</dt>
        <dd>
          <code>{inFours(shown.key)}</code>
        </dd>
        {shown.pin !== null && (
          <>
            <dt>{t('accKeyPin')}</dt>
            <dd>
              <code>{shown.pin}</code>
            </dd>
          </>
        )}
      </dl>
      <div class="buttons">
        <button ref={hideButton} class="primary" onClick={hide}>
          {t('accKeyHide')}
        </button>
        <button class="plain" onClick={() => void copy(shown.key).then(setCopied)}>
          {t(copied ? 'accKeyCopied' : 'accKeyCopy')}
        </button>
      </div>
      <p class="quiet">{t('accKeyGoes', { time: duration(Math.max(0, left)) })}</p>
    </div>
  );
}

function inFours(key: string): string {
  return key.replace(/(.{4})(?=.)/g, '$1 ');
}
