import { useState } from 'preact/hooks';
import type { WordKey } from '@/lib/i18n/catalogue';
import type { Card } from '@/lib/messages/protocol';
import { useSpeech } from '../ui/speech';

export interface OtherAppCardProps {
  readonly card: Extract<Card, { kind: 'other-app' }>;
  readonly onShowAgain: () => void;
  /** Opens the page about tokens of CA. */
  readonly onToken: () => void;
  /** False when the browser did not allow it. */
  readonly copyText: (text: string) => Promise<boolean>;
  readonly say: (text: string) => void;
  readonly onDone: () => void;
}

const looks = {
  microsoft: 'otherLookMicrosoft',
  okta: 'otherLookOkta',
  duo: 'tokenLookDuo',
  token: 'tokenShort',
  passkey: 'otherLookPasskey',
  app: 'otherLook',
  'not-an-app': 'otherLook',
} as const satisfies Readonly<Record<string, WordKey>>;

/** A QR code for another company's app: what it is, and the next thing to press on the page. */
export function OtherAppCard({ card, onShowAgain, onToken, copyText, say, onDone }: OtherAppCardProps) {
  const { t } = useSpeech();
  const { advice, link } = card;
  const isFound = link?.role === 'another-app';
  const then =
    advice === 'microsoft' ? 'otherThenMicrosoft' : advice === 'okta' ? 'otherThenOkta' : 'otherThen';
  return (
    <section class="card">
      <h2>
        {advice === 'microsoft'
          ? t(card.byPage ? 'otherMicrosoftPage' : 'otherMicrosoft')
          : advice === 'passkey'
            ? t('otherPasskey')
            : advice === 'not-an-app'
              ? t('otherNotApp')
              : advice === 'token'
                ? t('tokenVirtual')
                : t('otherAppTitle', { app: card.app })}
      </h2>
      {advice !== 'passkey' && advice !== 'token' && <p class="quiet">{t('otherWhy')}</p>}
      {isFound ? (
        <>
          <p class="next-step">{t('otherFound', { words: link.words })}</p>
          <p>{t(then)}</p>
        </>
      ) : (
        <p class="next-step">{t(looks[advice])}</p>
      )}
      <div class="buttons">
        {advice === 'token' ? (
          <button class="primary" onClick={onToken}>
            {t('tokenSee')}
          </button>
        ) : (
          <button class={isFound ? 'plain' : 'primary'} onClick={onShowAgain}>
            {t(isFound ? 'otherAgain' : 'otherSearch')}
          </button>
        )}
        <button class={isFound ? 'primary' : 'plain'} onClick={onDone}>
          {t('done')}
        </button>
      </div>
      {advice === 'microsoft' && !isFound && (
        <Hidden otherMethod={link?.words ?? null} copyText={copyText} say={say} />
      )}
    </section>
  );
}

interface HiddenProps extends Pick<OtherAppCardProps, 'copyText' | 'say'> {
  /** The page's own words of the link to other methods, which is in view. */
  readonly otherMethod: string | null;
}

/** The institution shows no link to another app: what works at once, then what to ask of it. */
function Hidden({ otherMethod, copyText, say }: HiddenProps) {
  const { t } = useSpeech();
  const [isCopied, setIsCopied] = useState(false);
  const copyIt = async (): Promise<void> => {
    const done = await copyText(t('tokenRequestMicrosoft'));
    setIsCopied(done);
    say(t(done ? 'otherCopied' : 'copyFailed'));
  };
  return (
    <div class="advice">
      <h3>{t('otherHidden')}</h3>
      <p>{t('otherAtOnce')}</p>
      <ol class="steps">
        <li>{otherMethod === null ? t('otherMethodStep') : t('otherMethodShown', { words: otherMethod })}</li>
        <li>{t('otherPhoneStep')}</li>
        <li>{t('otherCallStep')}</li>
      </ol>
      <p>{t('tokenAskMicrosoft')}</p>
      <button class="wide" onClick={() => void copyIt()}>
        {t(isCopied ? 'otherCopied' : 'otherCopy')}
      </button>
    </div>
  );
}
