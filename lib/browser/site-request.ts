import { browser } from 'wxt/browser';

/** The browser's own question, about one host's pattern. Only in the very call of a click: it is refused after an await. */
export function requestSite(pattern: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern] });
}
