import { useEffect, useRef } from 'preact/hooks';
import { Monogram } from '../ui/monogram';
import { useSpeech } from '../ui/speech';
import { isAccount, type NamedCode } from './gather';

export interface FoundListProps {
  readonly codes: readonly NamedCode[];
  readonly onChoose: (code: NamedCode) => void;
  readonly onAddAll: () => void;
  /** The number under the mouse or the keyboard, here or on the picture. */
  readonly lit: number | null;
  readonly onLit: (index: number | null) => void;
  /** The first is ready to be chosen by Enter. */
  readonly focus: boolean;
}

/** The codes found, by number and by name, as on the picture. */
export function FoundList({ codes, onChoose, onAddAll, lit, onLit, focus }: FoundListProps) {
  const { t } = useSpeech();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (focus) list.current?.querySelector('button')?.focus();
  }, [focus]);
  const accounts = codes.filter(isAccount).length;
  return (
    <div class="found">
      <ul role="list" class="choices" ref={list}>
        {codes.map((code, index) => (
          <li key={code.text}>
            <button
              class={lit === index ? 'choice lit' : 'choice'}
              onClick={() => onChoose(code)}
              onMouseEnter={() => onLit(index)}
              onMouseLeave={() => onLit(null)}
              onFocus={() => onLit(index)}
              onBlur={() => onLit(null)}
            >
              {codes.length > 1 && (
                <span class="number" aria-hidden="true">
                  {index + 1}
                </span>
              )}
              <FoundName code={code} />
            </button>
          </li>
        ))}
      </ul>
      {accounts > 1 && (
        <button class="plain" onClick={onAddAll}>
          {t('scanAddAll', { count: accounts })}
        </button>
      )}
    </div>
  );
}

function FoundName({ code: { look } }: { code: NamedCode }) {
  const { t, failure } = useSpeech();
  if (look.kind === 'failure')
    return (
      <span class="choice-text">
        <b>{t('scanNotAnAccount')}</b>
        <span>{failure(look.failure)}</span>
      </span>
    );
  const { issuer, name, others } = look;
  return (
    <>
      <Monogram issuer={issuer || name} />
      <span class="choice-text">
        <b>{issuer || name || t('nameless')}</b>
        {issuer && name && <span>{name}</span>}
        {others > 0 && <span>{t('scanMoreAccounts', { count: others })}</span>}
      </span>
    </>
  );
}
