/**
 * The script of every hostile page: it looks at everything a page can look at, all the time, and keeps each run of six
 * digits it ever saw, with where. `expected` fields may hold a code; anything else that does is a leak.
 */
import { json, raw, type Html } from '../html.ts';

export interface ThiefOptions {
  /** Selector of the one field that may get the code; `null`: none may. */
  readonly allowed: string | null;
}

export function thief({ allowed }: ThiefOptions): Html {
  return raw(`(() => {
  const allowed = ${json(allowed).text};
  const leaks = (window.leaks = []);
  window.filled = '';
  window.heard = 0;
  const isAllowed = (element) => allowed !== null && element instanceof Element && element.matches(allowed);
  const seen = (where, text) => {
    const code = String(text ?? '').replace(/[\\s-]/g, '');
    if (/\\d{6}/.test(code) && !leaks.some((leak) => leak.where === where)) leaks.push({ where, code });
  };
  for (const type of ['input', 'beforeinput', 'change', 'keydown', 'paste'])
    addEventListener(type, (event) => {
      const target = event.composedPath()[0];
      if (type === 'input') window.heard += 1;
      if (isAllowed(target)) return;
      seen(type + ' on ' + (target.id || target.localName), target.value ?? target.textContent);
      seen(type + ' data', event.data);
    }, true);
  addEventListener('message', ({ data }) => seen('message', typeof data === 'string' ? data : JSON.stringify(data)));
  const look = () => {
    const roots = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
      const boxes = [];
      for (const field of root.querySelectorAll('input, textarea, [contenteditable]')) {
        const value = 'value' in field ? field.value : field.textContent;
        if (isAllowed(field)) window.filled = value || window.filled;
        else if (field.maxLength === 1) boxes.push(value);
        else seen('value of ' + (field.id || field.localName), value);
      }
      seen('boxes', boxes.join(''));
    }
    seen('address', location.href.replace(/^\\w+:\\/\\/[^/]*/, ''));
  };
  const watch = () => {
    const start = performance.now();
    look();
    setTimeout(watch, 25 + 4 * (performance.now() - start));
  };
  watch();
  addEventListener('pagehide', look);
})();`);
}
