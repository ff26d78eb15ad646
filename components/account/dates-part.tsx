import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import { isoDay } from '../accounts/row-extra';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import type { AccountPage } from './page';

/** When the account ends, and what to do then. */
export function DatesPart({ page }: { page: AccountPage }) {
  const { t, failure } = useSpeech();
  const { details, ask, onEdited } = page;
  const { id: accountId, expiresAtMs } = details;
  const [day, setDay] = useState(expiresAtMs === null ? '' : isoDay(expiresAtMs));
  const [note, setNote] = useState(details.renewalNote);
  const [problem, setProblem] = useState<Failure | null>(null);
  const id = useId();
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    setDay(expiresAtMs === null ? '' : isoDay(expiresAtMs));
    setNote(details.renewalNote);
  }, [details.history[0]?.changedAtMs]);

  const save = async (endsAtMs: number | null): Promise<void> => {
    const request = { accountId, expiresAtMs: endsAtMs, renewalNote: note };
    setProblem(await onEdited(await ask('accounts.dates', request)));
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        // The hour is kept when the day was not touched: an issuer's file may have said it.
        const same = expiresAtMs !== null && isoDay(expiresAtMs) === day;
        void save(same ? expiresAtMs : endOfDay(day));
      }}
    >
      <div class="field">
        <label for={`${id}day`}>{t('dateLabel')}</label>
        <div class="field-box">
          <input
            id={`${id}day`}
            type="date"
            max="9999-12-31"
            value={day}
            onInput={(event) => setDay(event.currentTarget.value)}
          />
        </div>
        <div class="field-hint">{t('dateHint')}</div>
      </div>
      <div class="field">
        <label for={`${id}note`}>{t('noteLabel')}</label>
        <textarea
          id={`${id}note`}
          rows={2}
          maxLength={2000}
          placeholder={t('noteHint')}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      <div class="buttons">
        <button class="primary">{t('save')}</button>
        {expiresAtMs !== null && (
          <button
            type="button"
            class="plain"
            onClick={() => {
              setDay('');
              void save(null);
            }}
          >
            {t('removeDate')}
          </button>
        )}
      </div>
    </form>
  );
}

/** The last moment of a day, by the computer's calendar; `null` for an empty field. */
export function endOfDay(day: string): number | null {
  const [, year, month, date] = /^(\d{4,6})-(\d{2})-(\d{2})$/.exec(day)?.map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return null;
  return new Date(year, month - 1, date, 23, 59, 59).getTime();
}
