import { useState } from 'preact/hooks';
import { useSpeech } from '../ui/speech';

export interface ClientPartProps {
  /** As it is typed in the page, without spaces. */
  readonly part: string;
  readonly copy: (text: string) => Promise<boolean>;
  readonly say: (text: string) => void;
}

/** The half of a key that was made here and that the site still has to be told. */
export function ClientPart({ part, copy, say }: ClientPartProps) {
  const { t } = useSpeech();
  const [isCopied, setIsCopied] = useState(false);
  const copyIt = async (): Promise<void> => {
    const done = await copy(part);
    setIsCopied(done);
    say(t(done ? 'partCopied' : 'copyFailed'));
  };
  return (
    <div class="client-part">
      <h3>{t('partTitle')}</h3>
      <p>{t('partLead')}</p>
      <p class="client-part-text">
        {(part.match(/.{1,4}/g) ?? []).map((group, index) => (
          <span key={index}>{group} </span>
        ))}
      </p>
      <button class="wide" onClick={() => void copyIt()}>
        {t(isCopied ? 'partCopied' : 'partCopy')}
      </button>
      <p class="quiet">{t('partThen')}</p>
    </div>
  );
}
