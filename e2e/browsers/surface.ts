/** A document of the extension that is open in the browser: popup, side panel, sidebar. Same in both browsers. */
export interface Surface {
  readonly url: string;
  /** Runs a self-contained function in the document; arguments and result are JSON. */
  evaluate<T, A extends unknown[]>(run: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Waits until the selector is there and shown. Throws after `timeout` ms (default 5000). */
  waitFor(selector: string, timeout?: number): Promise<void>;
  /** What a person reads in the first element of the selector. */
  text(selector: string): Promise<string>;
  /** A click with user activation, on an element that is waited for. */
  click(selector: string): Promise<void>;
  /** Replaces what a field holds, as a person typing would. */
  fill(selector: string, text: string): Promise<void>;
  /** Whether the document is still there. */
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

/** Runs in the document: is the first element of the selector drawn? */
export function isShown(selector: string): boolean {
  const element = document.querySelector(selector);
  return element !== null && element.getClientRects().length > 0;
}

/** Runs in the document. */
export function innerTextOf(selector: string): string {
  const element = document.querySelector<HTMLElement>(selector);
  return element ? element.innerText : '';
}

/** A call of a self-contained function, as the text of an expression; arguments pass through JSON. */
export function callText(run: unknown, args: readonly unknown[]): string {
  return `(${String(run)})(...${JSON.stringify(args)})`;
}

/** Asks again every 50 ms until the answer is not null or undefined; null after `timeout` ms. */
export async function poll<T>(ask: () => Promise<T | null | undefined>, timeout: number): Promise<T | null> {
  const deadline = performance.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined) return answer;
    if (performance.now() >= deadline) return null;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
