/** Whether the button of the extension is in the toolbar; browsers put new ones away in a menu. */
import { browser } from 'wxt/browser';

interface ToolbarParts {
  getUserSettings?(): Promise<{ isOnToolbar?: boolean }>;
}

/** `null`: this browser does not tell. */
export async function isOnToolbar(): Promise<boolean | null> {
  const { getUserSettings } = browser.action as unknown as ToolbarParts;
  const settings = await getUserSettings?.call(browser.action).catch(() => null);
  return settings?.isOnToolbar ?? null;
}
