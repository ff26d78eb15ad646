/** Types of setup-browser.mjs, for the TypeScript that uses it. */
import type { BrowserKind } from './browsers.mjs';

export function ensureBrowser(kind: BrowserKind): Promise<string | undefined>;
export function ensureTools(): Promise<string[]>;
