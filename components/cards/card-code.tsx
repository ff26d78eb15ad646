import { useEffect, useRef, useState } from 'preact/hooks';
import type { Result } from '@/lib/errors';
import type { AccountRow } from '@/lib/messages/protocol';
import { groupDigits, secondsLeft, shownCode, spokenCode } from '../accounts/code-text';
import { TimeLeft } from '../accounts/time-left';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/speech';

const patienceMs = 3000;

export interface CardCodeProps {
  readonly nowMs: number;
  /** Answers the row with its codes, or null when it is not found. */
  readonly find: () => Promise<Result<AccountRow | null>>;
  readonly copy: (code: string) => Promise<boolean>;
  readonly say: (text: string) => void;
}

/** The code of the account a card is about, large, with the time it has left. */
export function CardCode({ nowMs, find, copy, say }: CardCodeProps) {
  const { t, duration } = useSpeech();
  const [row, setRow] = useState<AccountRow | null>(null);
  const [copiedCode, setCopiedCode] = useState<string | null>(null);
  const askedAtMs = useRef(0);
  const code = row?.code;
  const old = code === undefined || (code.kind === 'timed' && code.expiresAtMs <= nowMs);
  useEffect(() => {
    if (!old || nowMs - askedAtMs.current < patienceMs) return;
    askedAtMs.current = nowMs;
    void find().then((answer) => {
      if (answer.ok && answer.value) setRow(answer.value);
    });
  }, [old, nowMs]);
  if (!code) return null;

  const shown = shownCode(code, nowMs);
  const left = code.kind === 'timed' ? secondsLeft(code.expiresAtMs, code.periodSeconds, nowMs) : null;
  const copyIt = async (): Promise<void> => {
    if (shown.code === null) return;
    const done = await copy(shown.code);
    setCopiedCode(done ? shown.code : null);
    say(t(done ? 'codeCopied' : 'copyFailed'));
  };
  return (
    <button
      class="card-code"
      aria-label={t('copyCodeNoName', {
        code: shown.code === null ? t('codeHidden') : spokenCode(shown.code),
        issuer: row.issuer || row.name,
      })}
      onClick={() => void copyIt()}
    >
      <span class={shown.ending ? 'code ending' : 'code'}>
        {shown.code === null ? '––– –––' : groupDigits(shown.code)}
      </span>
      <span class="card-code-side">
        {code.kind === 'timed' && left !== null && (
          <span class="card-code-left">
            <TimeLeft periodSeconds={code.periodSeconds} expiresAtMs={code.expiresAtMs} nowMs={nowMs} />
            <span aria-hidden="true">{duration(left)}</span>
          </span>
        )}
        <span class="row-note">
          {shown.code !== null && copiedCode === shown.code ? (
            <>
              <Icon name="check" />
              {t('codeCopied')}
            </>
          ) : shown.next !== null ? (
            t('thenCode', { code: groupDigits(shown.next) })
          ) : (
            t('copy')
          )}
        </span>
      </span>
    </button>
  );
}
