/** Lets Node resolve the `@/` of the project's own imports; to be imported before anything that uses it. */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    if (!specifier.startsWith('@/')) return next(specifier, context);
    const file = ['', '.ts', '.tsx']
      .map((ending) => new URL(specifier.slice(2) + ending, root))
      .find((url) => existsSync(fileURLToPath(url)) && /\.\w+$/.test(url.pathname));
    return next((file ?? new URL(specifier.slice(2), root)).href, context);
  },
});
