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
  return (
    <fieldset class="question">
      <legend>{t('computerQuestion')}</legend>
      {answers.map(([computer, name, hint]) => (
        <button key={computer} class="choice" onClick={() => onAnswer(computer)}>
          {/* The space is for the ear: the two stand apart on the screen without it. */}
          <span class="choice-text">
            <b>{t(name)}</b> <span>{t(hint)}</span>
          </span>
        </button>
      ))}
    </fieldset>
  );
}
