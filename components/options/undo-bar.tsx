import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/speech';
import type { Undo } from './use-undo';

type UndoBarProps = Pick<Undo, 'last' | 'steps' | 'undo' | 'forget'>;

/** Says what was just changed, and takes it back, as many steps as there were. */
export function UndoBar({ last, steps, undo, forget }: UndoBarProps) {
  const { t } = useSpeech();
  const bar = useRef<HTMLDivElement>(null);
  // The last *Undo* goes with what it did: the focus stays where the person was.
  useEffect(() => {
    if (last?.kind === 'undone' && steps === 0 && document.activeElement === document.body)
      bar.current?.querySelector('button')?.focus();
  }, [last]);
  return (
    <div ref={bar} class={last ? 'undo-bar' : 'undo-bar none'}>
      <p role="status">
        {last?.kind === 'changed' && last.step.changed(t)}
        {last?.kind === 'undone' && last.step.undone(t)}
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
