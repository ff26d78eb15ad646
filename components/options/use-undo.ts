import { useEffect, useRef, useState } from 'preact/hooks';
import type { Settings } from '@/lib/settings/settings';

export type SettingsChange = Partial<Omit<Settings, 'schema'>>;
type SettingName = keyof SettingsChange;

/** What was last done to the settings here: the first of the names that changed, and whether it was an undo. */
export interface LastChange {
  readonly name: SettingName;
  readonly kind: 'changed' | 'undone';
}

export interface Undo {
  readonly last: LastChange | null;
  /** How many changes can be taken back. */
  readonly steps: number;
  readonly change: (change: SettingsChange) => void;
  readonly undo: () => void;
  /** The changes stay; they are no longer spoken of. */
  readonly forget: () => void;
}

/** Settings take effect at once; this remembers what they were, step by step, as long as the page is open. */
export function useUndo(settings: Settings | null, send: (change: SettingsChange) => void): Undo {
  const [before, setBefore] = useState<readonly SettingsChange[]>([]);
  const [last, setLast] = useState<LastChange | null>(null);
  const undo = (): void => {
    const step = before.at(-1);
    if (!step) return;
    setBefore(before.slice(0, -1));
    setLast({ name: nameOf(step), kind: 'undone' });
    send(step);
  };
  // What a key does is what was last drawn.
  const undoNow = useRef(undo);
  undoNow.current = undo;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      if (!isUndo || isText(event.target)) return;
      event.preventDefault();
      undoNow.current();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
  return {
    last,
    steps: before.length,
    undo,
    change(change) {
      if (settings) {
        const names = Object.keys(change) as SettingName[];
        setBefore([...before, Object.fromEntries(names.map((name) => [name, settings[name]]))]);
        setLast({ name: nameOf(change), kind: 'changed' });
      }
      send(change);
    },
    forget() {
      setBefore([]);
      setLast(null);
    },
  };
}

function nameOf(change: SettingsChange): SettingName {
  const [name] = Object.keys(change);
  if (name === undefined) throw new TypeError('"change" expected with a setting in it');
  return name as SettingName;
}

/** There the browser has an undo of its own. */
function isText(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement
    ? !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
    : target instanceof HTMLTextAreaElement;
}
