import { useSpeech } from '../ui/speech';
import './groups.css';

export interface GroupsProps {
  readonly tags: readonly string[];
  /** `null`: all accounts. */
  readonly chosen: string | null;
  readonly onChoose: (tag: string | null) => void;
}

/** The groups that the person made: one at a time is shown, or all. */
export function Groups({ tags, chosen, onChoose }: GroupsProps) {
  const { t } = useSpeech();
  const all: readonly (string | null)[] = [null, ...tags];
  const at = Math.max(0, all.indexOf(chosen));
  const go = (event: KeyboardEvent, to: number): void => {
    const index = (to + all.length) % all.length;
    onChoose(all[index] ?? null);
    const buttons = (event.currentTarget as HTMLElement).querySelectorAll('button');
    buttons[index]?.focus();
  };
  return (
    <div
      class="groups"
      role="radiogroup"
      aria-label={t('groups')}
      onKeyDown={(event) => {
        const steps: Readonly<Record<string, number>> = { ArrowRight: at + 1, ArrowLeft: at - 1 };
        const to = steps[event.key];
        if (to === undefined || event.altKey) return;
        event.preventDefault();
        event.stopPropagation();
        go(event, to);
      }}
    >
      {all.map((tag, index) => (
        <button
          key={tag ?? ''}
          role="radio"
          aria-checked={index === at}
          tabIndex={index === at ? 0 : -1}
          title={tag ?? undefined}
          onClick={() => onChoose(tag)}
        >
          {tag ?? t('groupAll')}
        </button>
      ))}
    </div>
  );
}
