import { useId, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import { endOfDay } from '../account/dates-part';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import type { TokenPort } from './token-app';

/** The end of a token whose codes are made elsewhere, kept as an entry without a code. */
export function RemindForm({ port }: { port: Pick<TokenPort, 'ask'> }) {
  const { t, failure, date } = useSpeech();
  const [day, setDay] = useState('');
  const [saved, setSaved] = useState<number | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const id = useId();
  const save = async (): Promise<void> => {
    const expiresAtMs = endOfDay(day);
    if (expiresAtMs === null) return;
    const answer = await port.ask('accounts.remind', {
      issuer: t('tokenName'),
      name: '',
      expiresAtMs,
      renewalNote: t('tokenRenewNote'),
    });
    setProblem(answer.ok ? null : answer.failure);
    setSaved(answer.ok ? expiresAtMs : null);
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div class="field">
        <label for={id}>{t('tokenEnds')}</label>
        <div class="field-box">
          <input
            id={id}
            type="date"
            max="9999-12-31"
            value={day}
            onInput={(event) => {
              setDay(event.currentTarget.value);
              setSaved(null);
            }}
          />
        </div>
      </div>
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      <div class="buttons">
        <button disabled={day === '' || saved !== null}>{t('tokenRemind')}</button>
      </div>
      <div role="status">
        {saved !== null && <Notice tone="good">{t('tokenReminded', { date: date(saved) })}</Notice>}
      </div>
    </form>
  );
}
