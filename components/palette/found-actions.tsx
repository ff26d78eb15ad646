import { findNamed } from '@/lib/i18n/find-named';
import type { Actions } from '../app/actions';
import { useSpeech } from '../ui/speech';
import { paletteActions } from './palette-actions';
import './palette.css';

const most = 3;

/** No account is called that; perhaps an action is. */
export function FoundActions({ query, actions }: { query: string; actions: Actions }) {
  const speech = useSpeech();
  const none = (): void => undefined;
  const all = paletteActions({
    speech,
    actions,
    glance: null,
    list: null,
    onProtect: none,
    onShortcuts: none,
  });
  const found = findNamed(
    query,
    all.filter(({ id }) => id !== 'shortcuts'),
  ).slice(0, most);
  if (found.length === 0) return null;
  return (
    <div class="found-actions" role="group" aria-label={speech.t('actionsGroup')}>
      {found.map(({ id, title, run }) => (
        <button key={id} onClick={run}>
          {title}
        </button>
      ))}
    </div>
  );
}
