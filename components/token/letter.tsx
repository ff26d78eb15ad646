import { useRef, useState } from 'preact/hooks';
import type { Port } from '../app/port';
import { useSpeech } from '../ui/speech';

/** A request that is ready to send, with nothing in it that opens anything. The person may change it first. */
export function Letter({ copy }: { copy: Port['copy'] }) {
  const { t, tag } = useSpeech();
  const area = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState<'copied' | 'failed' | null>(null);
  const body = t('tokenLetter');
  const copyIt = async (): Promise<void> => {
    setSaid((await copy(area.current?.value ?? body)) ? 'copied' : 'failed');
  };
  return (
    <section id="letter">
      <h2>{t('tokenLetterTitle')}</h2>
      <p class="quiet">{t('tokenLetterLead')}</p>
      <textarea
        key={tag}
        ref={area}
        class="token-letter"
        aria-label={t('tokenLetterTitle')}
        spellcheck={false}
        onInput={() => setSaid(null)}
      >
        {body}
      </textarea>
      <div class="buttons">
        <button class="primary" onClick={() => void copyIt()}>
          {t('tokenLetterCopy')}
        </button>
        <span role="status">
          {said === 'copied' && t('tokenLetterCopied')}
          {said === 'failed' && t('copyFailed')}
        </span>
      </div>
    </section>
  );
}
