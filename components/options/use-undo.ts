import { useEffect, useRef, useState } from 'preact/hooks';
import type { WordKey } from '@/lib/i18n/catalogue';
import type { Speech } from '@/lib/i18n/speak';
import type { Settings } from '@/lib/settings/settings';

export type SettingsChange = Partial<Omit<Settings, 'schema'>>;
type SettingName = keyof SettingsChange;

/** A change that was made, and can be taken back. */
export interface Step {
  /** Said of it now, and once it was taken back. */
  readonly changed: (t: Speech['t']) => string;
  readonly undone: (t: Speech['t']) => string;
  readonly takeBack: () => void;
}

export type Remember = (step: Step) => void;

/** What was last done here, and whether it was an undo. */
export interface LastChange {
  readonly step: Step;
  readonly kind: 'changed' | 'undone';
}

export interface Undo {
  readonly last: LastChange | null;
  /** How many changes can be taken back. */
  readonly steps: number;
  readonly change: (change: SettingsChange) => void;
  /** Of a change that is no preference: it has been made. */
  readonly remember: Remember;
  readonly undo: () => void;
  /** The changes stay; they are no longer spoken of. */
  readonly forget: () => void;
}

/** What each setting is called where it stands. */
const names: Partial<Record<SettingName, WordKey>> = {
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

/** Of something with a name: a setting, an address. */
export function namedStep(nameIn: (t: Speech['t']) => string, takeBack: () => void): Step {
  return {
    changed: (t) => t('settingChanged', { setting: nameIn(t) }),
    undone: (t) => t('settingUndone', { setting: nameIn(t) }),
    takeBack,
  };
}

/** Settings take effect at once; this remembers what they were, step by step, as long as the page is open. */
export function useUndo(settings: Settings | null, send: (change: SettingsChange) => void): Undo {
  const [before, setBefore] = useState<readonly Step[]>([]);
  const [last, setLast] = useState<LastChange | null>(null);
  const undo = (): void => {
    const step = before.at(-1);
    if (!step) return;
    setBefore(before.slice(0, -1));
    setLast({ step, kind: 'undone' });
    step.takeBack();
  };
  const remember = (step: Step): void => {
    setBefore((steps) => [...steps, step]);
    setLast({ step, kind: 'changed' });
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
    remember,
    change(change) {
      if (settings) {
        const changed = Object.keys(change) as SettingName[];
        const old = Object.fromEntries(changed.map((name) => [name, settings[name]]));
        remember(
          namedStep(
            (t) => t((names[nameOf(change)] ?? 'optionsTitle') as 'language'),
            () => send(old),
          ),
        );
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
