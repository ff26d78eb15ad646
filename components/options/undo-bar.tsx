import type { WordKey } from '@/lib/i18n/catalogue';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/speech';
import type { LastChange, Undo } from './use-undo';

/** What each setting is called where it stands. */
const names: Partial<Record<LastChange['name'], WordKey>> = {
  language: 'language',
  appearance: 'appearance',
  fillAtEnrolment: 'fillAtEnrolment',
  lockAfterMinutes: 'lockAfter',
  lockWhenIdleMinutes: 'lockWhenIdle',
  lockWithScreen: 'lockWithScreen',
  practice: 'practiceSetting',
  clipboardSeconds: 'clipboardAfter',
  clipboardUnsure: 'clipboardUnsure',
  sort: 'sortTitle',
  codesOnDemand: 'codesOnDemand',
};

/** Says what was just changed, and takes it back, as many steps as there were. */
export function UndoBar({ last, steps, undo, forget }: Undo) {
  const { t } = useSpeech();
  const name = last && t((names[last.name] ?? 'optionsTitle') as 'language');
  return (
    <div class={last ? 'undo-bar' : 'undo-bar none'}>
      <p role="status">
        {last?.kind === 'changed' && t('settingChanged', { setting: name ?? '' })}
        {last?.kind === 'undone' && t('settingUndone', { setting: name ?? '' })}
        {last?.kind === 'undone' && steps > 0 && <> {t('undoSteps', { count: steps })}</>}
      </p>
      {last && (
        <>
          {steps > 0 && (
            <button class="link" onClick={undo}>
              {t('undo')}
            </button>
          )}
          <button class="icon-button" aria-label={t('undoForget')} onClick={forget}>
            <Icon name="clear" />
          </button>
        </>
      )}
    </div>
  );
}
