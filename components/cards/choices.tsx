import { Monogram } from '../ui/monogram';
import { useSpeech } from '../ui/speech';

export interface ChoicesProps {
  readonly title: string;
  readonly lead: string;
  readonly options: readonly { readonly issuer: string; readonly name: string }[];
  readonly onChoose: (index: number) => void;
  readonly onCancel: () => void;
  /** Where what is chosen from can be seen. */
  readonly onOtherWays?: () => void;
}

/** One account out of several. */
export function Choices({ title, lead, options, onChoose, onCancel, onOtherWays }: ChoicesProps) {
  const { t } = useSpeech();
  return (
    <section class="card">
      <h2>{title}</h2>
      <p class="quiet">{lead}</p>
      <ul role="list" class="choices">
        {options.map(({ issuer, name }, index) => (
          <li key={index}>
            <button class="choice" onClick={() => onChoose(index)}>
              <Monogram issuer={issuer || name} />
              <span class="choice-text">
                <b>{issuer || name || t('nameless')}</b>
                {issuer && name && <span>{name}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div class="buttons">
        {onOtherWays && (
          <button class="plain" onClick={onOtherWays}>
            {t('seeOnPage')}
          </button>
        )}
        <button class="plain" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </section>
  );
}
