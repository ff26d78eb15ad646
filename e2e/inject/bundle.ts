/** The two injected scripts as the extension ships them: one file each, nothing else. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

const entries = {
  fill: `import script from '@/entrypoints/fill.ts'; script.main();`,
  capture: `import script from '@/entrypoints/capture.ts'; script.main();`,
  /** What the finder thinks of every field, for the saved pages. */
  find: `
    import { find } from '@/lib/fields/finder.ts';
    import { isDrawn, isVisible } from '@/lib/fields/visibility.ts';
    import { createOpenRoot } from '@/lib/fields/walk.ts';
    globalThis.secondeFind = {
      all() {
        const every = [...document.querySelectorAll('input, textarea')];
        return find({ doc: document, openRoot: createOpenRoot(globalThis.chrome?.dom), drawn: isDrawn, visible: isVisible }, { digits: null }).fields.map((field) => ({
          indexes: field.inputs.map((input) => every.indexOf(input)),
          visible: field.visible,
          ...field.verdict,
        }));
      },
    };`,
  /** What the finder and the rules of other extensions make of a page, for the bench. */
  judges: `import '@/bench/fields/judges.ts';`,
  /** The survey by the clock, beside one walk over every element of the same page. */
  timing: `
    const clock = (run) => { const start = performance.now(); run(); return performance.now() - start; };
    globalThis.secondeTiming = {
      survey: (request) => clock(() => globalThis.secondeFill.survey(request)),
      walk: () => clock(() => { let count = 0; for (const element of document.querySelectorAll('*')) count += element.localName.length; return count; }),
    };`,
  /** A page, not a script of ours: one controlled field, or six boxes that move the focus. */
  react: `
    import { createElement as h, useReducer, useRef, useState } from 'react';
    import { createRoot } from 'react-dom/client';
    import { flushSync } from 'react-dom';
    const root = document.getElementById('root');
    function App() {
      const [digits, setDigits] = useState(Array(6).fill(''));
      const [, redraw] = useReducer((count) => count + 1, 0);
      const boxes = useRef([]);
      globalThis.redraw = () => flushSync(redraw);
      const single = h('input', { value: digits.join(''), onChange: (event) => setDigits([...event.target.value.slice(0, 6)]) });
      const change = (at) => (event) => {
        setDigits((before) => before.with(at, event.target.value.slice(-1)));
        if (event.target.value) boxes.current[at + 1]?.focus();
      };
      const box = (value, at) =>
        h('input', { key: at, ref: (input) => (boxes.current[at] = input), value, maxLength: 1, inputMode: 'numeric', onChange: change(at) });
      return h('div', null, root.className === 'boxes' ? digits.map(box) : single, h('output', null, digits.join('')));
    }
    flushSync(() => createRoot(root).render(h(App)));`,
};
export type Script = keyof typeof entries;

/** Builds a script alone; answers the minified text. */
export async function bundle(name: Script): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: { '@': root } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'virtual:entry' ? `\0${id}` : undefined),
        load: (id) => (id === '\0virtual:entry' ? entries[name] : undefined),
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'esnext',
      rollupOptions: { input: 'virtual:entry', output: { format: 'iife' } },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error(`${name}: nothing was built`);
  return output.output[0].code;
}
