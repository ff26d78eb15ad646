import { useState } from 'preact/hooks';
import type { Port } from '../app/port';
import { useSpeech } from '../ui/speech';
import { CodesShown } from './codes-shown';
import { KeepCodes } from './keep-codes';

export interface RecoveryPartProps {
  readonly accountId: string;
  readonly tabId: number | null;
  readonly codes: { readonly total: number; readonly left: number };
  readonly ask: Port['ask'];
  readonly copy: (code: string) => Promise<boolean>;
  readonly onChanged: () => Promise<void>;
}

/** Of one account: the codes that the site gave for the day there is no authenticator. */
export function RecoveryPart({ accountId, tabId, codes, ask, copy, onChanged }: RecoveryPartProps) {
  const { t } = useSpeech();
  const [shown, setShown] = useState(false);
  const { total, left } = codes;
  return (
    <div class="stack recovery-part">
      <p class="quiet">
        {total === 0 ? t('codesNone') : t('codesLeft', { count: left, total: String(total) })}
      </p>
      {shown ? (
        <CodesShown
          accountId={accountId}
          ask={ask}
          copy={copy}
          only={null}
          onHide={() => {
            setShown(false);
            void onChanged();
          }}
        />
      ) : (
        total > 0 && (
          <div class="buttons">
            <button onClick={() => setShown(true)}>{t('codesShow')}</button>
          </div>
        )
      )}
      {tabId !== null && !shown && (
        <KeepCodes
          accountId={accountId}
          tabId={tabId}
          kept={total}
          ask={ask}
          onKept={() => void onChanged()}
        />
      )}
    </div>
  );
}
