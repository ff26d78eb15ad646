/** Types of browsers.mjs, for the TypeScript that uses it. */
export type BrowserKind = 'chromium' | 'firefox';

export const DOWNLOADS: URL;
export function findBrowser(kind: BrowserKind): string | undefined;
export function hasBrandedChrome(): boolean;
export function findProgram(name: string): string | undefined;
export function downloadNote(kind: BrowserKind): URL;
