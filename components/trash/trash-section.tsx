import { useState } from 'preact/hooks';
import type { Failure, Result } from '@/lib/errors';
import type { TrashRow } from '@/lib/messages/backup-protocol';
import type { Port } from '../app/port';
import { useAnswer } from '../backup/use-answer';
import { Monogram } from '../ui/monogram';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';

/** What was taken out of Seconde and can still come back. Gone for good only after a question. */
export function TrashSection({ port }: { port: Pick<Port, 'ask' | 'onChange'> }) {
  const { t, failure } = useSpeech();
  const trash = useAnswer(port, 'trash.list');
  /** An account, or `all`: what the person is being asked about. */
  const [asking, setAsking] = useState<string | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [said, setSaid] = useState('');
  if (!trash?.ok || (trash.value.length === 0 && said === '')) return null;

  const done = (answer: Result<unknown>, sentence: string): void => {
    setProblem(answer.ok ? null : answer.failure);
    setSaid(answer.ok ? sentence : '');
    setAsking(null);
  };
  const whoOf = ({ issuer, name }: TrashRow): string => issuer || name || t('nameless');

  return (
    <section id="trash">
      <h2>{t('trash')}</h2>
      <p class="quiet">{t('trashLead')}</p>
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      <div role="status">{said && <Notice tone="good">{said}</Notice>}</div>
      <ul class="names" role="list">
        {trash.value.map((row) => (
          <li key={row.id}>
            <Monogram issuer={whoOf(row)} />
            <span class="who">
              <b>{whoOf(row)}</b>
              {row.issuer && row.name && <span class="quiet">{row.name}</span>}
              <span class="quiet">{t('daysLeft', { count: row.daysLeft })}</span>
            </span>
            {asking === row.id ? (
              <span class="ask" role="group">
                <span role="alert">{t('trashAskOne', { issuer: whoOf(row) })}</span>
                <button
                  class="danger"
                  onClick={async () =>
                    done(await port.ask('trash.empty', { accountId: row.id }), t('trashGone'))
                  }
                >
                  {t('trashForGood')}
                </button>
                <button class="plain" onClick={() => setAsking(null)}>
                  {t('keepAccount')}
                </button>
              </span>
            ) : (
              <span class="ask">
                <button
                  aria-label={t('trashRestoreOf', { issuer: whoOf(row) })}
                  onClick={async () =>
                    done(
                      await port.ask('trash.restore', { accountId: row.id }),
                      t('trashRestored', { issuer: whoOf(row) }),
                    )
                  }
                >
                  {t('trashRestore')}
                </button>
                <button
                  class="link"
                  aria-label={t('trashForGoodOf', { issuer: whoOf(row) })}
                  onClick={() => setAsking(row.id)}
                >
                  {t('trashForGood')}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {trash.value.length > 1 &&
        (asking === 'all' ? (
          <div class="stack" role="group">
            <p role="alert">{t('trashAskAll', { count: trash.value.length })}</p>
            <div class="buttons">
              <button
                class="danger"
                onClick={async () =>
                  done(await port.ask('trash.empty', { accountId: null }), t('trashEmptied'))
                }
              >
                {t('trashEmpty')}
              </button>
              <button class="plain" onClick={() => setAsking(null)}>
                {t('cancel')}
              </button>
            </div>
          </div>
        ) : (
          <button class="plain" onClick={() => setAsking('all')}>
            {t('trashEmpty')}
          </button>
        ))}
    </section>
  );
}
