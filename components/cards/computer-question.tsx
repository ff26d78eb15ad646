import { useId } from 'preact/hooks';
import type { Computer } from '@/lib/settings/settings';
import { useSpeech } from '../ui/speech';

const answers = [
  ['mine', 'computerMine', 'computerMineHint'],
  ['shared', 'computerShared', 'computerSharedHint'],
  ['public', 'computerPublic', 'computerPublicHint'],
] as const;

/** Asked once, after the first account: what follows depends on who else sits here. */
export function ComputerQuestion({ onAnswer }: { onAnswer: (computer: Computer) => void }) {
  const { t } = useSpeech();
  const id = useId();
  return (
    <fieldset class="question">
      <legend>{t('computerQuestion')}</legend>
      {answers.map(([computer, name, hint]) => (
        <button
          key={computer}
          class="choice"
          aria-labelledby={`${id}-${computer}`}
          aria-describedby={`${id}-${hint}`}
          onClick={() => onAnswer(computer)}
        >
          <span class="choice-text">
            <b id={`${id}-${computer}`}>{t(name)}</b>
            <span id={`${id}-${hint}`}>{t(hint)}</span>
          </span>
        </button>
      ))}
    </fieldset>
  );
}
