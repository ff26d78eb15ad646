import { useEffect, useState } from 'preact/hooks';
import type { Port, Shortcut } from '../app/port';
import { useSpeech } from '../ui/speech';
import './support.css';

const words = { open: 'keyOpen', fill: 'keyFillPage', scan: 'scanPage' } as const;

/** The keys that work in any page, as the browser has them now; it is the browser that changes them. */
export function ShortcutFields({ port }: { port: Pick<Port, 'shortcuts' | 'openShortcuts'> }) {
  const { t } = useSpeech();
  const [own, setOwn] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    const look = (): void => void port.shortcuts?.().then(setOwn);
    look();
    // They are changed in another tab.
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);
  return (
    <section id="shortcuts">
      <h2>{t('shortcutsTitle')}</h2>
      {own.length > 0 && (
        <dl class="shortcut-lines">
          {own.map(({ name, keys }) => (
            <div key={name}>
              <dt>{t(words[name])}</dt>
              <dd>{keys === '' ? t('keyNone') : keys.replaceAll('+', ' + ')}</dd>
            </div>
          ))}
        </dl>
      )}
      {port.openShortcuts && <button onClick={() => port.openShortcuts?.()}>{t('browserKeys')}</button>}
      <p class="quiet">{t('keysHint')}</p>
    </section>
  );
}
