/** First script of the popup of an instrumented copy: at each animation frame, is a code on the screen? */
const watching = new BroadcastChannel('bench');

function look() {
  const codes = [...document.querySelectorAll('.code')].map((element) =>
    element.textContent.replace(/\D/g, ''),
  );
  if (!codes.some((code) => code.length >= 6)) return void requestAnimationFrame(look);
  // `performance` counts from the navigation that made this document.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has one origin only
  watching.postMessage({ what: 'codes', ms: performance.now(), codes });
}
requestAnimationFrame(look);
