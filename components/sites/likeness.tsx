import { useEffect, useRef, useState } from 'preact/hooks';
import type { Resembles } from '@/lib/messages/sites-protocol';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import { likenessWords } from './likeness-words';
import '../cards/cards.css';
import './sites.css';

export interface LikenessProps {
  readonly resembles: Resembles;
  /** Given a question that a copy waits for. One that is called off never answers: there is nothing to say of it. */
  readonly guard: { current: () => Promise<void> };
}

/** The page is taken for a site of the person's, and is not it: said above the codes, and asked before a copy. */
export function Likeness({ resembles, guard }: LikenessProps) {
  const { t } = useSpeech();
  const { host, known, kind } = resembles;
  const no = useRef<HTMLButtonElement>(null);
  const [goOn, setGoOn] = useState<{ call: () => void } | null>(null);
  const asks = goOn !== null;
  guard.current = () => new Promise((call) => setGoOn({ call }));
  useEffect(() => {
    if (asks) no.current?.focus();
  }, [asks]);
  const hosts = (
    <dl class="hosts">
      <dt>{t('likeHere')}</dt>
      <dd>
        <b>{host}</b>
      </dd>
      <dt>{t('likeKnown')}</dt>
      <dd>{known}</dd>
    </dl>
  );
  if (asks)
    return (
      <section class="card likeness" role="alertdialog" aria-label={t('likeCopyTitle', { host })}>
        <h2>{t('likeCopyTitle', { host })}</h2>
        {hosts}
        <p>{t(likenessWords[kind])}</p>
        <div class="buttons upright">
          <button ref={no} class="primary" onClick={() => setGoOn(null)}>
            {t('likeCopyNo')}
          </button>
          <button
            class="plain"
            onClick={() => {
              setGoOn(null);
              goOn.call();
            }}
          >
            {t('likeCopyYes')}
          </button>
        </div>
      </section>
    );
  return (
    <div class="likeness">
      <Notice tone="bad">
        <b>{t('likeTitle', { known })}</b>
        {hosts}
        {t(likenessWords[kind])} {t('likeAsk')}
      </Notice>
    </div>
  );
}
