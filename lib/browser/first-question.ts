import { type FirstQuestion, askFirst } from '@/lib/messages/first-question';
import { activeTabId } from './active-tab';
import { sendToBackground } from './runtime';

declare global {
  /** What entrypoints/ask has sent. */
  var secondeFirst: Promise<FirstQuestion> | undefined;
}

/** The question that this page's first script has sent; sent now where that script did not run. */
export function firstQuestion(): Promise<FirstQuestion> {
  return globalThis.secondeFirst ?? askFirst({ activeTabId, send: sendToBackground });
}
