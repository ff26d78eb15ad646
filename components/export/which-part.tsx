import { useId, useState } from 'preact/hooks';
import type { AccountOutline } from '@/lib/messages/export-protocol';
import { useSpeech } from '../ui/speech';

export interface WhichPartProps {
  readonly accounts: readonly AccountOutline[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: ReadonlySet<string>) => void;
}

type How = 'all' | 'tag' | 'some';

/** All accounts, those of a group, or some. */
export function WhichPart({ accounts, chosen, onChoose }: WhichPartProps) {
  const { t } = useSpeech();
  const [how, setHow] = useState<How>('all');
  const tagId = useId();
  const tags = [...new Set(accounts.flatMap(({ tags = [] }) => tags))];
  const [tag, setTag] = useState(tags[0] ?? '');
  const idsOf = (wanted: readonly AccountOutline[]) => new Set(wanted.map(({ id }) => id));
  const tagged = (name: string) => idsOf(accounts.filter(({ tags = [] }) => tags.includes(name)));

  const choose = (next: How): void => {
    setHow(next);
    if (next === 'all') onChoose(idsOf(accounts));
    if (next === 'tag') onChoose(tagged(tag));
  };
  const radio = (value: How, words: string) => (
    <label class="check">
      <input type="radio" name="which" checked={how === value} onChange={() => choose(value)} />
      <span>{words}</span>
    </label>
  );

  return (
    <section>
      <h2>{t('exportWhich')}</h2>
      {radio('all', t('exportAll', { count: accounts.length }))}
      {tags.length > 0 && radio('tag', t('exportTagged'))}
      {how === 'tag' && (
        <div class="field">
          <label for={tagId}>{t('exportTag')}</label>
          <select
            id={tagId}
            value={tag}
            onChange={(event) => {
              setTag(event.currentTarget.value);
              onChoose(tagged(event.currentTarget.value));
            }}
          >
            {tags.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      {accounts.length > 1 && radio('some', t('exportSome'))}
      {how === 'some' && (
        <ul class="pick" role="list">
          {accounts.map(({ id, issuer, name }) => (
            <li key={id}>
              <label class="check">
                <input
                  type="checkbox"
                  checked={chosen.has(id)}
                  onChange={(event) => {
                    const next = new Set(chosen);
                    if (event.currentTarget.checked) next.add(id);
                    else next.delete(id);
                    onChoose(next);
                  }}
                />
                <span>
                  {issuer || name || t('nameless')}
                  {issuer && name && <span class="quiet">{name}</span>}
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      {how !== 'all' && (
        <p class="quiet" role="status">
          {t('exportChosen', { count: chosen.size })}
        </p>
      )}
    </section>
  );
}
