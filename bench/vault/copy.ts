import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build } from 'vite';

const here = import.meta.dirname;

interface Manifest {
  content_security_policy: { extension_pages: string };
  background: { service_worker?: string; scripts?: string[] };
  host_permissions?: string[];
}

/**
 * A copy of an unpacked extension whose background also has the hook, and may reach `address` for it. Nothing else
 * differs; the caller removes it.
 */
export async function hookedCopy(folder: string, address: string): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'seconde-hooked-'));
  cpSync(folder, copy, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { hookAddress: JSON.stringify(address) },
    resolve: { alias: { '@': join(here, '../..') } },
    build: {
      outDir: copy,
      emptyOutDir: false,
      lib: { entry: join(here, 'hook-entry.ts'), formats: ['iife'], name: 'hook', fileName: () => 'hook.js' },
    },
  });
  const file = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const { background, content_security_policy: policy } = manifest;
  if (background.scripts) background.scripts.push('hook.js');
  if (background.service_worker) {
    writeFileSync(join(copy, 'hooked.js'), `importScripts('${background.service_worker}', 'hook.js');\n`);
    background.service_worker = 'hooked.js';
  }
  policy.extension_pages = policy.extension_pages.replace(
    "connect-src 'self'",
    `connect-src 'self' ${address}`,
  );
  manifest.host_permissions = ['http://127.0.0.1/*'];
  writeFileSync(file, JSON.stringify(manifest));
  return copy;
}
