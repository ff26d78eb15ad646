/** The quiet page of an instrumented copy: opens the real popup and hears from it. */
const heard = new BroadcastChannel('bench');

function nextReport(what, act) {
  return new Promise((resolve, reject) => {
    const stop = new AbortController();
    const late = setTimeout(() => {
      stop.abort();
      reject(new Error(`no ${what} in 30 s`));
    }, 30_000);
    const hear = ({ data }) => {
      if (data.what !== what) return;
      clearTimeout(late);
      stop.abort();
      resolve(data);
    };
    heard.addEventListener('message', hear, { signal: stop.signal });
    Promise.resolve().then(act).catch(reject);
  });
}

globalThis.bench = {
  open: () => nextReport('codes', () => chrome.action.openPopup()),
  popups: () => chrome.extension.getViews({ type: 'popup' }),
  async close() {
    for (const popup of bench.popups()) popup.close();
    while (bench.popups().length > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  },
  /** What the background did since it was last asked. */
  trace() {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has one origin only
    const take = () => heard.postMessage({ what: 'take' });
    // A worker that is only starting does not hear yet.
    const again = setInterval(take, 100);
    return nextReport('trace', take).finally(() => clearInterval(again));
  },
};
