/** Lets Node resolve the imports of the project as its bundler does: `@/`, and files without their ending. To be imported before anything that uses them. */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    const ours = specifier.startsWith('@/');
    const parent = context.parentURL ?? '';
    const beside =
      /^\.\.?\//.test(specifier) && parent.startsWith(root.href) && !parent.includes('/node_modules/');
    if (!ours && !beside) return next(specifier, context);
    const base = ours ? new URL(specifier.slice(2), root) : new URL(specifier, parent);
    const file = ['', '.ts', '.tsx']
      .map((ending) => new URL(base.href + ending))
      .find((url) => /\.\w+$/.test(url.pathname) && existsSync(fileURLToPath(url)));
    return next((file ?? base).href, context);
  },
});
