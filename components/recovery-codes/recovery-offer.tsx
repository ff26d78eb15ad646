import { useEffect, useState } from 'preact/hooks';
import type { Port } from '../app/port';
import { useSpeech } from '../ui/speech';
import { CodesShown } from './codes-shown';

export interface RecoveryOfferProps {
  readonly accountId: string;
  readonly tabId: number;
  readonly ask: Port['ask'];
  readonly copy: (code: string) => Promise<boolean>;
}

/** On a page of the account's site that asks for one of its recovery codes by number: that one, to be copied. */
export function RecoveryOffer({ accountId, tabId, ask, copy }: RecoveryOfferProps) {
  const { t } = useSpeech();
  const [number, setNumber] = useState<number | null>(null);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    void ask('codes.asked', { tabId }).then((answer) => setNumber(answer.ok ? answer.value.number : null));
  }, [tabId]);
  if (number === null) return null;
  return (
    <div class="recovery-offer">
      <p>{t('codesAsked', { number: String(number) })}</p>
      {shown ? (
        <CodesShown
          accountId={accountId}
          ask={ask}
          copy={copy}
          only={number}
          onHide={() => setShown(false)}
        />
      ) : (
        <button onClick={() => setShown(true)}>{t('codesShowOne', { number: String(number) })}</button>
      )}
    </div>
  );
}
