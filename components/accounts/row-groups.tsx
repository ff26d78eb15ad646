import { useState } from 'preact/hooks';
import type { Response } from '@/lib/messages/protocol';
import { useSpeech } from '../ui/speech';

export interface RowGroupsProps {
  readonly about: Response<'list.about'>;
  /** All groups of the account, as they are to be. */
  readonly onChange: (tags: readonly string[]) => Promise<void>;
  readonly onDone: () => void;
}

const longest = 100;

/** The groups of one account: those there are, and a new one. Each change is kept at once. */
export function RowGroups({ about: { tags, known }, onChange, onDone }: RowGroupsProps) {
  const { t } = useSpeech();
  const [name, setName] = useState('');
  const add = (): void => {
    const tag = name.trim();
    setName('');
    if (tag !== '' && !tags.includes(tag)) void onChange([...tags, tag]);
  };
  return (
    <form
      class="row-groups"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') onDone();
        else add();
      }}
    >
      {known.map((tag) => (
        <label key={tag} class="check">
          <input
            type="checkbox"
            checked={tags.includes(tag)}
            onChange={(event) =>
              void onChange(
                event.currentTarget.checked ? [...tags, tag] : tags.filter((other) => other !== tag),
              )
            }
          />
          <span>{tag}</span>
        </label>
      ))}
      <label>
        {t('groupNew')}
        <input
          type="text"
          value={name}
          maxLength={longest}
          autocomplete="off"
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <button type="button" onClick={add}>
        {t('groupAdd')}
      </button>
      <button class="primary" type="submit">
        {t('done')}
      </button>
    </form>
  );
}
