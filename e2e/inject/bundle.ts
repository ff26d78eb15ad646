/** The two injected scripts as the extension ships them: one file each, nothing else. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

const entries = {
  fill: `import script from '@/entrypoints/fill.ts'; script.main();`,
  capture: `import script from '@/entrypoints/capture.ts'; script.main();`,
  /** What the finder thinks of every field, for the saved pages. */
  find: `
    import { findFields } from '@/lib/fields/finder.ts';
    import { isVisible } from '@/lib/fields/visibility.ts';
    import { createOpenRoot } from '@/lib/fields/walk.ts';
    globalThis.secondeFind = {
      all() {
        const every = [...document.querySelectorAll('input, textarea')];
        return findFields({ doc: document, openRoot: createOpenRoot(), visible: isVisible }, { digits: null }).map((field) => ({
          indexes: field.inputs.map((input) => every.indexOf(input)),
          visible: field.visible,
          ...field.verdict,
        }));
      },
    };`,
};
export type Script = keyof typeof entries;

/** Builds a script alone; answers the minified text. */
export async function bundle(name: Script): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
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
