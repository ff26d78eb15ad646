import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { parseAst } from 'vite';

const tags = /<(script|link)\b[^>]*>/gi;
const cssImport = /@import\s+(?:url\()?["']?([^"')\s;]+)/g;

function attribute(tag: string, name: string): string | null {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
}

/** Addresses of scripts, module preloads and style sheets that a page names itself. */
function namedByPage(html: string): string[] {
  return [...html.matchAll(tags)].flatMap(([tag, name]) => {
    if (name?.toLowerCase() === 'script') return attribute(tag, 'src') ?? [];
    const loads = ['stylesheet', 'modulepreload'].includes(attribute(tag, 'rel') ?? '');
    return (loads ? attribute(tag, 'href') : null) ?? [];
  });
}

/** Static imports only: what `import()` brings is not waited for by the first frame. */
function namedByScript(source: string): string[] {
  return parseAst(source).body.flatMap((node) => {
    const isImport =
      node.type === 'ImportDeclaration' ||
      node.type === 'ExportAllDeclaration' ||
      node.type === 'ExportNamedDeclaration';
    return isImport && node.source ? String(node.source.value) : [];
  });
}

function named(file: string, source: string): string[] {
  if (file.endsWith('.html')) return namedByPage(source);
  if (file.endsWith('.css')) return [...source.matchAll(cssImport)].map(([, address]) => address ?? '');
  return namedByScript(source);
}

/**
 * Files that the first load of a page of a built extension waits for, by absolute path: its scripts with everything
 * they import statically, and its style sheets. The page itself is not among them.
 *
 * @throws Error naming the file, when one of them is absent
 */
export function firstLoadFiles(outDir: string, page: string): string[] {
  const pending = [join(outDir, page)];
  const seen = new Set(pending);
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (!existsSync(file)) throw new Error(`${file.slice(outDir.length + 1)} is absent from the build`);
    for (const address of named(file, readFileSync(file, 'utf8'))) {
      const path = address.startsWith('/') ? join(outDir, address) : resolve(dirname(file), address);
      if (seen.has(path)) continue;
      seen.add(path);
      pending.push(path);
    }
  }
  return [...seen].slice(1).sort();
}
