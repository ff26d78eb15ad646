/** Pages that do something to the field while it is being filled. `#otp` is the field; nothing else may ever hold a digit. */
import type { FillReport } from '@/lib/fields/page-contract';

type Why = Extract<FillReport, { kind: 'refused' }>['why'];

const head = '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page</title></head><body>';
const single =
  '<form id="form"><label for="otp">Code d’authentification</label> <input id="otp" name="otp"></form>';
const others =
  '<form id="away" action="/away"><input id="note" name="note"><input id="pass" type="password"></form>';
const once = (type: string, what: string): string =>
  `${head}${single}${others}<script>otp.addEventListener('${type}', () => { ${what} }, { once: true });</script>`;
const boxes = (script: string): string =>
  `${head}<h1>Authentification à deux facteurs</h1><div id="otp">${'<input maxlength="1" style="width:40px">'.repeat(6)}</div>${others}
   <script>const all = [...document.querySelectorAll('#otp input')]; ${script}</script>`;

/** The page, and why nothing more was typed. */
export const refused: Record<string, [string, Why]> = {
  'takes the field away': [once('focus', 'otp.remove();'), 'page-changed'],
  'takes the field away at the first writing': [
    once('input', `otp.value = ''; setTimeout(() => otp.remove(), 5);`),
    'page-changed',
  ],
  'puts another field in its place': [
    once(
      'focus',
      `const other = document.createElement('input'); other.name = 'note2'; otp.replaceWith(other);`,
    ),
    'page-changed',
  ],
  'renames the field': [once('focus', `otp.name = 'comment';`), 'page-changed'],
  'renames the field at the first writing': [
    once('input', `otp.value = ''; otp.name = 'comment';`),
    'page-changed',
  ],
  'moves the field to another form': [once('focus', 'away.append(otp);'), 'page-changed'],
  'moves the field elsewhere': [
    once('focus', `otp.style.cssText = 'position:absolute;top:500px;left:700px';`),
    'page-changed',
  ],
  'covers the field': [
    once(
      'focus',
      `document.body.insertAdjacentHTML('beforeend', '<div style="position:fixed;inset:0;background:#fff"></div>');`,
    ),
    'page-changed',
  ],
  'hides the field': [once('focus', `otp.style.opacity = 0;`), 'page-changed'],
  'makes the field one for passwords': [once('focus', `otp.type = 'password';`), 'page-changed'],
  'takes the focus for another field': [
    `${head}${single}${others}<script>
       otp.addEventListener('focus', () => note.focus());
       otp.addEventListener('input', () => { otp.value = ''; });</script>`,
    'field-refused',
  ],
  'puts other boxes in their place at the third digit': [
    boxes(
      `all[2].addEventListener('input', () => { document.getElementById('otp').innerHTML = '<input name="phone">'.repeat(6); });`,
    ),
    'page-changed',
  ],
  'covers the boxes at the third digit': [
    boxes(
      `all[2].addEventListener('input', () => document.body.insertAdjacentHTML('beforeend', '<div style="position:fixed;inset:0;background:#fff"></div>'));`,
    ),
    'page-changed',
  ],
};

/** The page, and the selector of what must hold the code in the end. */
export const filled: Record<string, [string, string]> = {
  'draws the same field anew': [
    once(
      'input',
      `const other = otp.cloneNode(); other.value = ''; setTimeout(() => document.querySelector('#otp').replaceWith(other), 0); otp.value = '';`,
    ),
    '#otp',
  ],
  'draws its boxes anew at every digit': [
    boxes(`const state = Array(6).fill('');
      const draw = () => { const box = document.getElementById('otp'); const at = [...box.children].indexOf(document.activeElement);
        box.replaceChildren(...state.map((digit, index) => { const input = document.createElement('input'); input.maxLength = 1; input.style.width = '40px'; input.value = digit;
          input.addEventListener('input', () => { state[index] = input.value; draw(); }); return input; }));
        box.children[Math.min(at + 1, 5)]?.focus(); };
      draw();`),
    '#otp input',
  ],
  'pushes the field down by a line': [
    once('focus', `form.insertAdjacentHTML('afterbegin', '<p>Entrez le code</p>');`),
    '#otp',
  ],
  'is full of fields': [`${head}${'<div><input name="line[]"></div>'.repeat(10_000)}${single}`, '#otp'],
};

/** Ten thousand fields as likely as each other. */
export const flood = `${head}<form id="otp">${'<div><input name="otp"></div>'.repeat(10_000)}</form>`;

/** Every function a script could be caught by writes down what it is given, and fails. */
export const patched = `${head}<script>
  globalThis.caught = [];
  const trap = (name) => function (...given) { caught.push(name + ' ' + given.map(String).join()); throw new Error('trap'); };
  for (const [owner, names] of [
    [EventTarget.prototype, ['dispatchEvent']],
    [Document.prototype, ['querySelector', 'querySelectorAll', 'execCommand', 'elementFromPoint', 'getElementById', 'evaluate']],
    [DocumentFragment.prototype, ['querySelector', 'querySelectorAll']],
    [Element.prototype, ['querySelector', 'querySelectorAll', 'getAttribute', 'matches', 'closest', 'checkVisibility', 'getBoundingClientRect', 'attachShadow']],
    [HTMLElement.prototype, ['focus', 'blur', 'click']],
    [HTMLInputElement.prototype, ['select', 'setSelectionRange', 'setRangeText']],
    [Array.prototype, ['filter', 'map', 'push', 'some', 'every', 'slice', 'join', 'includes']],
    [String.prototype, ['replace', 'normalize', 'split', 'trim', 'slice', 'toLowerCase']],
    [RegExp.prototype, ['test', 'exec']],
    [Map.prototype, ['get', 'set']],
    [JSON, ['parse', 'stringify']],
  ]) for (const name of names) globalThis.undo = [...(globalThis.undo ?? []), [owner, name, owner[name]]];
  globalThis.patch = () => { for (const [owner, name] of undo) owner[name] = trap(name); };
  globalThis.unpatch = () => { for (let at = 0; at < undo.length; at++) undo[at][0][undo[at][1]] = undo[at][2]; };
  for (const name of ['value', 'type', 'name']) {
    const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, name);
    Object.defineProperty(HTMLInputElement.prototype, name, { ...own, set(value) { caught.push(name + ' ' + value); own.set.call(this, value); } });
  }
</script>${single}${others}`;
