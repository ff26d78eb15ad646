/**
 * What a page may try to get a code that is not meant for it, or to have it put where nobody looks. Each trick is a body, a
 * script, and which field, if any, may hold the code.
 */
import { html, type Html } from '../html.ts';

export interface Trick {
  /** S-04 to S-16 of the requirements, or `bad-input`. */
  readonly requirement: string;
  readonly body: Html;
  /** Runs in the page, after the thief. */
  readonly script?: string;
  readonly style?: string;
  /** The field that may get the code, for a page that is the account's own. */
  readonly allowed?: string;
}

const heading = html`<h1>Two-step verification</h1>
  <p>Enter the 6-digit code from your authenticator app.</p>`;
const field = html`<label for="otp">Authenticator code</label>
  <input id="otp" name="otp" autocomplete="one-time-code" inputmode="numeric" maxlength="6" />
  <button id="go">Verify</button>`;
const plain = html`${heading}
  <form id="form" method="post">${field}</form>`;
const decoy = html`<input
  id="decoy"
  name="decoy"
  aria-label="Comment"
  style="opacity:0;position:absolute"
/>`;

const hidden = (style: string): Trick => ({ requirement: 'S-08', body: plain, style });

/** On the first sign of typing in the field. */
const onTouch = (does: string, types = "['focus', 'input', 'beforeinput', 'paste', 'keydown']"): string => `
  const otp = document.querySelector('#otp');
  let done = false;
  for (const type of ${types})
    otp.addEventListener(type, () => { if (done) return; done = true; ${does} }, true);`;

export const tricks: Readonly<Record<string, Trick>> = {
  // nothing but the person's gesture in the browser's own interface fills
  events: {
    requirement: 'S-04',
    body: html`${plain}<a id="link" href="otpauth://totp/x:y?secret=JBSWY3DPEHPK3PXP">otpauth</a>`,
    script: `
  const otp = document.querySelector('#otp');
  const tease = () => {
    otp.blur();
    otp.focus();
    for (const target of [otp, document.body, window]) {
      for (const type of ['mousedown', 'click', 'contextmenu', 'dblclick'])
        target.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, button: 2 }));
      for (const type of ['keydown', 'keypress', 'keyup'])
        target.dispatchEvent(new KeyboardEvent(type, { bubbles: true, key: 'C', code: 'KeyC', altKey: true, shiftKey: true }));
    }
    for (const name of ['page.submitted', 'page.ready', 'page.arrived', 'glance', 'fill.account', 'fill.ready', 'accounts.page'])
      window.postMessage({ name, load: 'a'.repeat(24), request: { tabId: 1, accountId: 'x', query: '', offset: 0, limit: 50 } }, '*');
    otp.remove();
    document.querySelector('#form').prepend(otp);
  };
  setInterval(tease, 100);`,
  },
  'focus-game': {
    requirement: 'S-04',
    body: html`${plain}${decoy}`,
    script: `setInterval(() => document.querySelector('#decoy').focus(), 20);`,
    allowed: '#otp',
  },

  // a page that is not the account's own: asked by the host it is opened under
  field: { requirement: 'S-05', body: plain },

  // what nobody sees
  opacity: hidden('#otp { opacity: 0.05 }'),
  'opacity-around': hidden('#form { opacity: 0.8 } main { opacity: 0.5 }'),
  'opacity-body': hidden('body { opacity: 0 }'),
  'opacity-html': hidden('html { opacity: 0.01 }'),
  'opacity-filter': hidden('#form { filter: opacity(5%) }'),
  'visibility-hidden': hidden('#form { visibility: hidden }'),
  'display-none': hidden('#form { display: none }'),
  tiny: hidden('#otp { width: 3px; height: 3px; padding: 0; border: 0 }'),
  scaled: hidden('#form { transform: scale(0.01) }'),
  'off-screen': hidden('#otp { position: absolute; left: -5000px }'),
  clipped: hidden('#form { clip-path: inset(50%) }'),
  clip: hidden('#form { position: absolute; clip: rect(0 0 0 0) }'),
  'content-visibility': hidden('main { content-visibility: hidden }'),
  covered: {
    requirement: 'S-08',
    body: html`${plain}
      <div id="cover">Win a prize</div>`,
    style: '#cover { position: fixed; inset: 0; background: #fff; z-index: 9 }',
  },
  'covered-popover': {
    requirement: 'S-08',
    body: html`${plain}
      <div id="cover" popover="manual">Win a prize</div>`,
    style: '#cover { inset: 0; width: 100vw; height: 100vh; border: 0; margin: 0; background: #fff }',
    script: `document.querySelector('#cover').showPopover();`,
  },
  'same-origin-frame-hidden': {
    requirement: 'S-08',
    body: html`<p>Welcome.</p>
      <iframe src="/hostile/field?inner=1" style="opacity:0;width:600px;height:300px"></iframe>`,
  },

  // frames
  'sandboxed-frame': {
    requirement: 'S-07',
    body: html`<p>Welcome.</p>
      <iframe
        sandbox="allow-scripts allow-forms"
        src="/hostile/field?inner=1"
        width="600"
        height="320"
      ></iframe>`,
  },
  'sandboxed-srcdoc': {
    requirement: 'S-07',
    body: html`<p>Welcome.</p>
      <iframe
        sandbox="allow-scripts"
        width="600"
        height="320"
        srcdoc="${
          html`<h1>Two-step verification</h1>
            <label>Authenticator code <input id="otp" autocomplete="one-time-code" /></label>`.text
        }"
      ></iframe>`,
  },

  // one field, one frame
  'many-frames': {
    requirement: 'S-10',
    body: html`${plain}<iframe src="/hostile/field?inner=1" width="600" height="200"></iframe
      ><iframe src="/hostile/field?inner=1" width="600" height="200"></iframe>`,
    allowed: '#otp',
  },
  twins: {
    requirement: 'S-10',
    body: html`${heading}
      <form>
        <label>Authenticator code <input id="first" name="otp" autocomplete="one-time-code" /></label>
      </form>
      <form>
        <label>Authenticator code <input id="second" name="otp" autocomplete="one-time-code" /></label>
      </form>`,
  },

  // prototypes of the page
  prototypes: {
    requirement: 'S-12',
    body: plain,
    allowed: '#otp',
    script: `
  let busy = false;
  const told = (where, text) => { if (/^\\d{6}$/.test(String(text))) window.leaks[window.leaks.length] = { where, code: String(text) }; };
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  Object.defineProperty(HTMLInputElement.prototype, 'value', {
    get() { return value.get.call(this); },
    set(text) { told('patched value', text); value.set.call(this, text); },
  });
  for (const [owner, names] of [
    [EventTarget.prototype, ['dispatchEvent', 'addEventListener']],
    [Document.prototype, ['querySelector', 'querySelectorAll', 'execCommand', 'createElement']],
    [Element.prototype, ['setAttribute', 'getAttribute', 'querySelectorAll', 'matches', 'closest']],
    [HTMLElement.prototype, ['focus', 'click']],
    [DataTransfer.prototype, ['setData', 'getData']],
    [Array.prototype, ['map', 'filter', 'join']],
    [String.prototype, ['replace', 'split', 'slice']],
    [JSON, ['parse', 'stringify']],
  ])
    for (const name of names) {
      const real = owner[name];
      owner[name] = function (...given) {
        if (busy) return Reflect.apply(real, this, given);
        busy = true;
        try {
          told('patched ' + name, typeof this === 'string' || this instanceof String ? this : '');
          for (const one of given) told('patched ' + name, one?.data ?? (typeof one === 'string' ? one : ''));
        } finally {
          busy = false;
        }
        return Reflect.apply(real, this, given);
      };
    }`,
  },

  // a field that changes while it is being filled
  'removes-field': {
    requirement: 'bad-input',
    body: plain,
    allowed: '#otp',
    script: onTouch('otp.remove();'),
  },
  'covers-field': {
    requirement: 'bad-input',
    body: plain,
    allowed: '#otp',
    script: onTouch(
      `document.body.insertAdjacentHTML('beforeend', '<div style="position:fixed;inset:0;background:white;z-index:9"></div>');`,
    ),
  },
  'moves-field': {
    requirement: 'bad-input',
    body: plain,
    allowed: '#otp',
    script: onTouch(`otp.style.cssText = 'position:fixed;left:-4000px';`),
  },
  'turns-field-into-comment': {
    requirement: 'bad-input',
    body: plain,
    allowed: '[autocomplete=one-time-code]',
    script: onTouch(
      `otp.id = 'comment'; otp.name = 'comment'; otp.removeAttribute('autocomplete'); otp.removeAttribute('inputmode'); otp.maxLength = 500; document.querySelector('label').textContent = 'Public comment';`,
    ),
  },
  'steals-focus': {
    requirement: 'bad-input',
    body: html`${plain}
      <div id="decoy" contenteditable="true" aria-label="Comment">.</div>`,
    allowed: '#otp',
    script: `
  const otp = document.querySelector('#otp');
  otp.addEventListener('focus', () => document.querySelector('#decoy').focus());
  otp.addEventListener('input', () => { otp.value = ''; document.querySelector('#decoy').focus(); });`,
  },
  'swaps-field': {
    requirement: 'bad-input',
    body: html`${plain}
      <form id="other"><label for="search">Search</label><input id="search" type="search" /></form>`,
    allowed: '#otp',
    script: onTouch(`const form = otp.form; otp.remove(); form.prepend(document.querySelector('#search'));`),
  },
  're-renders': {
    requirement: 'bad-input',
    body: plain,
    allowed: '#otp',
    script: `
  const draw = () => {
    const old = document.querySelector('#otp');
    const fresh = old.cloneNode();
    fresh.value = '';
    fresh.addEventListener('focus', () => setTimeout(draw, 0), { once: true });
    old.replaceWith(fresh);
  };
  draw();`,
  },
  'goes-elsewhere': {
    requirement: 'S-09',
    body: plain,
    allowed: '#otp',
    script: onTouch(`location.href = '/hostile/field?after=1';`),
  },
  flood: {
    requirement: 'bad-input',
    body: html`${heading}
      <div id="flood"></div>`,
    script: `
  document.querySelector('#flood').innerHTML = Array.from({ length: 10000 }, (_, index) =>
    '<p><label>Field ' + index + ' <input id="f' + index + '" name="otp' + index + '"></label></p>').join('');`,
  },
};
