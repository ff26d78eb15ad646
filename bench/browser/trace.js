/**
 * Loaded before the background of an instrumented copy: notes when messages come and what is asked of the browser. The
 * product's own file is loaded after it, unchanged.
 */
const notes = [];
const at = () => performance.timeOrigin + performance.now();
const telling = new BroadcastChannel('bench');
telling.addEventListener('message', ({ data }) => {
  if (data.what !== 'take') return;
  const all = notes.splice(0);
  // What has not ended yet is told later.
  notes.push(...all.filter(({ to }) => to === null));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has one origin only
  telling.postMessage({ what: 'trace', notes: all.filter(({ to }) => to !== null) });
});

/** `names` of `api` are noted with their start, their end, and what `sum` makes of arguments and answer. */
function follow(label, api, names, sum = () => null) {
  for (const name of names) {
    const real = api[name];
    api[name] = (...given) => {
      const note = { name: `${label}.${name}`, from: at(), to: null, sum: null };
      notes.push(note);
      const ended = (answer) => {
        note.to = at();
        note.sum = sum(given, answer);
        return answer;
      };
      const last = given.at(-1);
      if (typeof last === 'function')
        return real.call(api, ...given.slice(0, -1), (...answers) => {
          ended(answers[0]);
          last(...answers);
        });
      return real.call(api, ...given).then(ended, (error) => {
        ended(null);
        throw error;
      });
    };
  }
}

const keysOf = ([given]) => (typeof given === 'object' && given !== null ? Object.keys(given).join() : given);
follow('local', chrome.storage.local, ['get', 'set'], keysOf);
follow('session', chrome.storage.session, ['get', 'set'], keysOf);
follow('tabs', chrome.tabs, ['get', 'captureVisibleTab']);
follow('runtime', chrome.runtime, ['getContexts']);
follow('action', chrome.action, ['openPopup', 'setBadgeText']);
follow('scripting', chrome.scripting, ['executeScript'], ([{ files }], answer) =>
  files ? files.join() : (answer?.[0]?.result?.kind ?? 'call'),
);

chrome.runtime.onMessage.addListener((message) => {
  notes.push({ name: `message ${message?.name}`, from: at(), to: at(), sum: null });
});
notes.push({ name: 'start', from: performance.timeOrigin, to: at(), sum: null });
