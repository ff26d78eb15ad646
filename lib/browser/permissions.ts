import { browser } from 'wxt/browser';

/** What a person may allow later, in a click of theirs. */
type Optional = 'clipboardRead' | 'clipboardWrite';

export function hasPermission(name: Optional): Promise<boolean> {
  return browser.permissions.contains({ permissions: [name] });
}

/** Only in the very call of a click: browsers refuse it after anything was awaited. */
export function requestPermission(name: Optional): Promise<boolean> {
  return browser.permissions.request({ permissions: [name] });
}
