import { activeTabId } from '@/lib/browser/active-tab';
import { browserLanguages } from '@/lib/browser/environment';
import { firstLook } from '@/lib/messages/first-look';

/** Imported first: the question is on its way before anything that draws is even evaluated. */
export const first = firstLook({ languages: browserLanguages(), activeTabId });
