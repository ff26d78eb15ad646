import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import { MarkPicker } from '../marks/mark-picker';
import { HandText } from '../scan/hand-text';
import { Notice } from '../ui/notice';
import { useSpeech } from '../ui/speech';
import type { AccountPage } from './page';

/** Names, note, groups, pin and picture: nothing that the site knows of. */
export function FieldsPart({ page }: { page: AccountPage }) {
  const { t, failure } = useSpeech();
  const { details, ask, onEdited } = page;
  const { id: accountId } = details;
  const [issuer, setIssuer] = useState(details.issuer);
  const [name, setName] = useState(details.name);
  const [deviceName, setDeviceName] = useState(details.deviceName);
  const [note, setNote] = useState(details.note);
  const [tags, setTags] = useState(details.tags.join(', '));
  const [problem, setProblem] = useState<Failure | null>(null);
  const [choosing, setChoosing] = useState(false);
  const id = useId();
  const first = useRef(true);
  // An edit, or its way back, is shown in the same fields: what has the focus keeps it.
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    setIssuer(details.issuer);
    setName(details.name);
    setDeviceName(details.deviceName);
    setNote(details.note);
    setTags(details.tags.join(', '));
  }, [details.history[0]?.changedAtMs]);
  const typed = tagsOf(tags);
  const others = details.knownTags.filter(
    (tag) => !typed.some((one) => one.toLowerCase() === tag.toLowerCase()),
  );
  const edit = async (change: Parameters<typeof changeOf>[0]): Promise<void> =>
    setProblem(await onEdited(await ask('account.edit', { accountId, change: changeOf(change) })));

  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void edit({ issuer, name, deviceName, note, tags: typed });
      }}
    >
      <HandText label={t('handIssuer')} value={issuer} onInput={setIssuer} />
      <HandText label={t('handName')} value={name} hint={t('accNamesHint')} onInput={setName} />
      <HandText label={t('accDevice')} value={deviceName} hint={t('accDeviceHint')} onInput={setDeviceName} />
      <div class="field">
        <label for={`${id}note`}>{t('accNote')}</label>
        <textarea
          id={`${id}note`}
          rows={3}
          maxLength={10_000}
          value={note}
          aria-describedby={`${id}note-hint`}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
        <div id={`${id}note-hint`} class="field-hint">
          {t('accNoteHint')}
        </div>
      </div>
      <HandText label={t('accTags')} value={tags} hint={t('accTagsHint')} onInput={setTags} />
      {others.length > 0 && (
        <div class="tag-offers">
          {others.slice(0, 12).map((tag) => (
            <button
              key={tag}
              type="button"
              class="tag-offer"
              aria-label={t('accTagAdd', { tag })}
              onClick={() => setTags([...typed, tag].join(', '))}
            >
              + {tag}
            </button>
          ))}
        </div>
      )}
      {problem && <Notice tone="bad">{failure(problem)}</Notice>}
      <div class="buttons">
        <button class="primary">{t('save')}</button>
      </div>
      <label class="account-check">
        <input
          type="checkbox"
          checked={details.pinned}
          onChange={(event) => void edit({ pinned: event.currentTarget.checked })}
        />
        <span>{t('accPinned')}</span>
      </label>
      {choosing ? (
        <fieldset class="stack">
          <legend class="part-label">{t('accMark')}</legend>
          <MarkPicker
            issuer={details.issuer || details.name}
            mark={details.mark ?? undefined}
            onChoose={(mark) => void edit({ mark })}
          />
        </fieldset>
      ) : (
        <button type="button" class="link" onClick={() => setChoosing(true)}>
          {t('accMarkChoose')}
        </button>
      )}
    </form>
  );
}

type Change = Partial<{
  issuer: string;
  name: string;
  deviceName: string;
  note: string;
  tags: readonly string[];
  pinned: boolean;
  mark: string | null;
}>;

const longestName = 300;

/** A name may be longer than what is kept of it. */
function changeOf(change: Change): Change {
  const cut = (text: string): string =>
    [...text].slice(0, longestName).join('').slice(0, longestName).toWellFormed();
  return {
    ...change,
    ...(change.issuer !== undefined && { issuer: cut(change.issuer) }),
    ...(change.name !== undefined && { name: cut(change.name) }),
    ...(change.deviceName !== undefined && { deviceName: cut(change.deviceName) }),
    ...(change.tags !== undefined && {
      tags: change.tags.map((tag) => cut(tag).slice(0, 100).toWellFormed()).slice(0, 50),
    }),
  };
}

function tagsOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}
