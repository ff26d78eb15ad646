/**
 * Scripts with the browser's own rights in Firefox, over WebDriver BiDi with `--remote-allow-system-access`: the only way
 * to reach popups, sidebars and background pages, which BiDi does not list.
 * Functions given here run in Firefox: they are self-contained and exchange JSON.
 */
import type { Browser } from 'puppeteer-core';
import { callText } from './surface.ts';

/** The part of puppeteer's BiDi browser used here; it is public but untyped. */
interface BidiBrowser {
  readonly connection: { send(method: string, params: object): Promise<{ result: unknown }> };
}

interface EvaluateResult {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

export interface Privileged {
  /** Runs a function in the browser window's own script scope. */
  run<T, A extends unknown[]>(script: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
}

export async function openPrivileged(browser: Browser): Promise<Privileged> {
  const { connection } = browser as unknown as BidiBrowser;
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as {
    contexts: { context: string; url: string }[];
  };
  const context = tree.contexts.find(({ url }) => url.endsWith('/browser.xhtml'))?.context;
  if (!context) throw new TypeError('Firefox gives no access to its own window');
  return {
    run: async <T, A extends unknown[]>(script: (...args: A) => T | Promise<T>, ...args: A) => {
      const expression = `(async () => JSON.stringify(await ${callText(script, args)}))()`;
      const { result } = await connection.send('script.evaluate', {
        expression,
        target: { context },
        awaitPromise: true,
      });
      const answer = result as EvaluateResult;
      if (answer.type === 'exception') throw new TypeError(`in Firefox: ${answer.exceptionDetails?.text}`);
      const text = answer.result?.value;
      return (text === undefined ? undefined : JSON.parse(text)) as T;
    },
  };
}

export type ViewType = 'popup' | 'sidebar' | 'background';

/** Whether such a document of the extension is open, and its address. */
export function viewUrl(privileged: Privileged, extension: string, view: ViewType): Promise<string | null> {
  return privileged.run(
    (id, type) => {
      const views = [...(WebExtensionPolicy.getByID(id)?.extension.views ?? [])];
      return views.find(({ viewType }) => viewType === type)?.uri?.spec ?? null;
    },
    extension,
    view,
  );
}

/**
 * Runs a function in a document of the extension, through a frame script. `gesture`: with user activation, so that
 * permissions may be asked and the clipboard used.
 */
export async function runInView<T, A extends unknown[]>(
  privileged: Privileged,
  target: { extension: string; view: ViewType; gesture?: boolean },
  script: (...args: A) => T | Promise<T>,
  ...args: A
): Promise<T> {
  const expression = `(async (globalThis) => JSON.stringify(await ${callText(script, args)}))(self)`;
  const answer = await privileged.run(evaluateInView, target, expression);
  if (answer.error !== undefined) throw new TypeError(`in the ${target.view}: ${answer.error}`);
  return (answer.value === undefined ? undefined : JSON.parse(answer.value)) as T;
}

interface ViewAnswer {
  value?: string;
  error?: string;
  /** The document was replaced before it answered. */
  gone?: true;
}

/**
 * Runs in Firefox. The page's content policy forbids eval, a sandbox that has the page as its global does not. A popup that has
 * just opened shows an empty document first, then another one in its place: a frame script given meanwhile is never run, or
 * runs in the document that goes, and its answer with it. So each says first that it has begun, in a document of the extension
 * that is whole; it is sent again until one does, and again when that document went before the answer came. However often
 * it arrives, it does its work once in a document.
 */
async function evaluateInView(
  target: { extension: string; view: string; gesture?: boolean },
  expression: string,
): Promise<ViewAnswer> {
  const name = `seconde-test-${Math.random()}`;
  const source = `(async () => {
    if (content.location.protocol !== 'moz-extension:' || content.document.readyState === 'loading') return;
    sendAsyncMessage(${JSON.stringify(`${name}-begun`)}, {});
    const begun = (globalThis.secondeBegun ??= new WeakMap());
    const names = begun.get(content.document) ?? begun.set(content.document, new Set()).get(content.document);
    if (names.has(${JSON.stringify(name)})) return;
    names.add(${JSON.stringify(name)});
    content.addEventListener('pagehide', () => sendAsyncMessage(${JSON.stringify(name)}, { gone: true }), { once: true });
    const gesture = ${target.gesture === true};
    const answer = {};
    let handling = null;
    try {
      if (gesture) content.document.notifyUserGestureActivation();
      handling = gesture ? content.windowUtils.setHandlingUserInput(true) : null;
      const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false, sameZoneAs: content });
      const result = Cu.evalInSandbox(${JSON.stringify(expression)}, sandbox);
      handling?.destruct();
      answer.value = await result;
    } catch (error) {
      handling?.destruct();
      answer.error = String(error);
    }
    sendAsyncMessage(${JSON.stringify(name)}, answer);
  })()`;
  const script = `data:text/javascript;charset=utf-8,${encodeURIComponent(source)}`;
  const within = <T>(ms: number, promise: Promise<T>) =>
    Promise.race([promise, new Promise<null>((resolve) => setTimeout(resolve, ms, null))]);

  for (let tries = 0; tries < 15; tries += 1) {
    const view = [...(WebExtensionPolicy.getByID(target.extension)?.extension.views ?? [])].find(
      ({ viewType }) => viewType === target.view,
    );
    if (!view) return { error: 'not open' };
    const manager = view.xulBrowser.messageManager;
    let remove = () => {};
    const heard = (topic: string) =>
      new Promise<ViewAnswer>((resolve) => {
        const listener = ({ data }: { data: ViewAnswer }) => resolve(data);
        manager.addMessageListener(topic, listener);
        const before = remove;
        remove = () => {
          before();
          manager.removeMessageListener(topic, listener);
        };
      });
    const begun = heard(`${name}-begun`);
    const answered = heard(name);
    manager.loadFrameScript(script, false);
    try {
      if ((await within(1000, begun)) === null) continue;
      const answer = await within(15_000, answered);
      if (answer?.gone) continue;
      return answer ?? { error: 'no answer after 15 s' };
    } finally {
      remove();
    }
  }
  return { error: 'nobody there after 15 s' };
}
