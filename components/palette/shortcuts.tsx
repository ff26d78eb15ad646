import { useEffect, useState } from 'preact/hooks';
import type { Port, Shortcut } from '../app/port';
import { Icon } from '../ui/icon';
import { Sheet } from '../ui/sheet';
import { useSpeech } from '../ui/speech';
import { shortcutRows } from './shortcut-rows';
import './palette.css';

const isMac = (): boolean => /Mac|iP(hone|ad)/.test(navigator.platform);

/** The sheet of shortcuts: in the list, and the browser's own as they are set. */
export function Shortcuts({ port, onClose }: { port: Port; onClose: () => void }) {
  const { t, language } = useSpeech();
  const [own, setOwn] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    void port.shortcuts?.().then(setOwn);
  }, []);
  const mac = isMac();
  const names: Readonly<Record<string, string>> = {
    ...(mac ? { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' } : { Shift: language === 'fr' ? 'Maj' : 'Shift' }),
    '↖': language === 'fr' ? 'Début' : 'Home',
    '↘': language === 'fr' ? 'Fin' : 'End',
    Enter: language === 'fr' ? 'Entrée' : 'Enter',
    Esc: language === 'fr' ? 'Échap' : 'Esc',
    Del: language === 'fr' ? 'Suppr' : 'Del',
  };
  return (
    <Sheet label={t('shortcutsTitle')} class="keys" onClose={onClose}>
      <div class="over-head">
        <h2>{t('shortcutsTitle')}</h2>
        <button class="icon-button" aria-label={t('close')} title={t('close')} onClick={onClose}>
          <Icon name="clear" />
        </button>
      </div>
      <dl>
        {shortcutRows.map(({ word, keys: ways }) => (
          <div key={word}>
            <dt>{t(word)}</dt>
            <dd>
              {ways.map((keys, index) => [
                index > 0 && ' ',
                <Keys keys={keys.map((key) => names[key] ?? key)} />,
              ])}
            </dd>
          </div>
        ))}
      </dl>
      {own.length > 0 && (
        <>
          <h3>{t('keysAnywhere')}</h3>
          <dl>
            {own.map(({ name, keys }) => (
              <div key={name}>
                <dt>{t(ownWords[name])}</dt>
                <dd>{keys === '' ? t('keyNone') : <Keys keys={keys.split('+')} />}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {port.openShortcuts && (
        <button class="link" onClick={() => port.openShortcuts?.()}>
          {t('browserKeys')}
        </button>
      )}
    </Sheet>
  );
}

const ownWords = { open: 'keyOpen', fill: 'keyFillPage', scan: 'scanPage' } as const;

function Keys({ keys }: { keys: readonly string[] }) {
  return <span>{keys.map((key, index) => [index > 0 && '\u00A0+\u00A0', <kbd key={key}>{key}</kbd>])}</span>;
}
