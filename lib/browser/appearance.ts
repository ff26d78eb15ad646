/**
 * lib/browser/appearance: light or dark by choice, before anything of a page is painted. The setting itself can only be read
 * by waiting; a copy of it in `localStorage`, which our pages share, cannot be late. Runs in the first script of every
 * page, so it brings no polyfill.
 */
import { type Appearance, parseAppearance } from '@/lib/settings/settings';

const copyKey = 'appearance';

/** What is used of `storage.local`. */
export interface SettingsArea {
  get(key: string): Promise<Record<string, unknown>>;
  readonly onChanged: {
    addListener(listener: (changes: Record<string, { newValue?: unknown }>) => void): void;
  };
}

/**
 * Shows this page as it was chosen, and again each time another choice is made, in whatever page that was. `asked`: the settings
 * are on their way already. The copy, which the page would have to stop for, is then read only where they come too late for the
 * first frame.
 */
export function followAppearance(area: SettingsArea, asked: Promise<unknown> | null = null): void {
  if (asked) {
    let isKnown = false;
    void asked.then((settings) => {
      isKnown = typeof settings === 'object' && settings !== null;
      if (isKnown) choose(settings);
    }, quietly);
    // Called before the first frame is painted.
    requestAnimationFrame(() => isKnown || showCopy(area));
  } else showCopy(area);
  area.onChanged.addListener(({ settings }) => {
    if (settings) choose(settings.newValue);
  });
}

function showCopy(area: SettingsArea): void {
  const copy = readCopy();
  const read = (): void => void area.get('settings').then(({ settings }) => choose(settings), quietly);
  if (copy === null) return read();
  show(copy);
  // A profile that was put back may hold a copy of something else; nobody waits for that to be found.
  requestIdleCallback(read);
}

/** `settings` as stored; absent or not understood, the browser decides. */
function choose(settings: unknown): void {
  const chosen = typeof settings === 'object' && settings !== null && 'appearance' in settings;
  const appearance = (chosen && parseAppearance(settings.appearance)) || 'system';
  show(appearance);
  requestIdleCallback(() => keepCopy(appearance));
}

function keepCopy(appearance: Appearance): void {
  try {
    if (localStorage.getItem(copyKey) !== appearance) localStorage.setItem(copyKey, appearance);
  } catch {
    quietly();
  }
}

function show(appearance: Appearance): void {
  const { dataset } = document.documentElement;
  if (appearance === 'system') delete dataset.appearance;
  else dataset.appearance = appearance;
}

function readCopy(): Appearance | null {
  try {
    return parseAppearance(localStorage.getItem(copyKey));
  } catch {
    return null;
  }
}

/** Without a store the page is as the browser says until the setting has been read. */
function quietly(): void {}
