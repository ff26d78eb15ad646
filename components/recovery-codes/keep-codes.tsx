import { useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import type { Port } from '../app/port';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import './recovery-codes.css';

export interface KeepCodesProps {
  readonly accountId: string;
  readonly tabId: number;
  /** How many are kept already; they would be replaced. */
  readonly kept: number;
  readonly ask: Port['ask'];
  readonly onKept: () => void;
}

/** Reads the recovery codes of the page in front, shows them to be checked, and keeps them with the account. */
export function KeepCodes({ accountId, tabId, kept, ask, onKept }: KeepCodesProps) {
  const { t, failure } = useSpeech();
  const [found, setFound] = useState<readonly string[] | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);

  const read = async (): Promise<void> => {
    const answer = await ask('codes.read', { tabId });
    setProblem(answer.ok ? null : answer.failure);
    setFound(answer.ok ? answer.value.codes : null);
  };
  const keep = async (codes: readonly string[]): Promise<void> => {
    const answer = await ask('codes.keep', { accountId, codes });
    setProblem(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    setFound(null);
    setDone(codes.length);
    onKept();
  };
  return (
    <div class="stack">
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      {done !== null && <Notice tone="good">{t('codesKept', { count: done })}</Notice>}
      {found === null ? (
        <button class="link" onClick={() => void read()}>
          {t('codesKeepThese')}
        </button>
      ) : (
        <>
          <p>{t('codesCheck', { count: found.length })}</p>
          <ol class="recovery-list" role="list">
            {found.map((value, index) => (
              <li key={value}>
                <span class="recovery-number">{index + 1}.</span>
                <code>{value}</code>
              </li>
            ))}
          </ol>
          {kept > 0 && <Notice tone="careful">{t('codesReplace', { count: kept })}</Notice>}
          <div class="buttons">
            <button class="primary" onClick={() => void keep(found)}>
              {t('codesKeep')}
            </button>
            <button class="plain" onClick={() => setFound(null)}>
              {t('cancel')}
            </button>
          </div>
        </>
      )}
    </div>
  );
}
