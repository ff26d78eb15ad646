/** The keys that the browser keeps for us: the person sets them in a page of the browser. */
import { browser } from 'wxt/browser';

const names = { _execute_action: 'open', fill: 'fill', scan: 'scan' } as const;

export interface OwnShortcut {
  readonly name: (typeof names)[keyof typeof names];
  /** `Alt+Shift+C`; '' when there is none. */
  readonly keys: string;
}

export async function ownShortcuts(): Promise<OwnShortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.flatMap(({ name, shortcut = '' }) =>
    name !== undefined && Object.hasOwn(names, name)
      ? [{ name: names[name as keyof typeof names], keys: shortcut }]
      : [],
  );
}

/** The browser's page for them. */
export async function openShortcutSettings(): Promise<void> {
  const { openShortcutSettings: open } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (open) await open.call(browser.commands);
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
