/**
 * `node bench/vault/fuzz.ts COUNT` opens so many changed envelopes and prints what came of it as JSON. A process of its own: one
 * that hangs can be ended, and its Argon2id is quick.
 */
import '../alias.ts';

import { registerHooks } from 'node:module';

import type { FuzzReport } from './envelope.ts';

const quick = new URL('quick-argon2.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'hash-wasm' ? { url: quick, shortCircuit: true } : next(specifier, context),
});

const { seeded } = await import('@/lib/qr/testing/pictures');
const { parseEnvelope, isSameEnvelope } = await import('@/lib/vault/envelope');
const { parseBackup } = await import('@/lib/vault/backup');
const { openBySecret } = await import('@/lib/vault/opening');
const { deviceVaultKey, openVault } = await import('@/lib/vault/loading');
const { originals, deviceKeys, secrets } = await import('./originals.ts');
const { ways } = await import('./mutate.ts');
const { asked } = await import('./quick-argon2.ts');

const count = Number(process.argv[2] ?? 10_000);
const random = seeded(20_261_121);
const bases = await originals();
const keys = await deviceKeys();

/** What it opens to, or why it does not. @throws whatever the product throws: that is a finding */
async function opened(
  text: string,
): Promise<{ readonly content: unknown; readonly header: unknown } | string> {
  const file = parseBackup(text);
  if (!file.ok) return file.failure.code;
  const stored = parseEnvelope(JSON.parse(text));
  if (!stored.ok) return stored.failure.code;
  const vk = await deviceVaultKey(stored.value, keys);
  if (vk) {
    const open = await openVault(stored.value, vk, null);
    return open.kind === 'open' ? { content: open.content, header: open.envelope } : open.failure.code;
  }
  let last = 'no slot';
  for (const secret of secrets) {
    const result = await openBySecret(stored.value, secret);
    if (result.ok) return { content: result.value.open.content, header: result.value.open.envelope };
    last = result.failure.code;
  }
  return last;
}

function isOriginal(found: { readonly content: unknown; readonly header: unknown }): boolean {
  const header = parseEnvelope(found.header);
  return bases.some(
    (base) =>
      header.ok &&
      isSameEnvelope(base.envelope, header.value) &&
      JSON.stringify(base.content) === JSON.stringify(found.content),
  );
}

const report: FuzzReport = {
  tried: 0,
  unopened: 0,
  same: 0,
  altered: [],
  threw: [],
  slowestMs: 0,
  slowest: '',
  answers: {},
  unopenedOriginals: 0,
  work: 0,
};

for (const { text } of bases) if (typeof (await opened(text)) === 'string') report.unopenedOriginals += 1;

const names = Object.keys(ways);
for (let at = 0; at < count; at += 1) {
  const name = names[at % names.length] ?? '';
  const base = bases[Math.floor(random() * bases.length)];
  const donor = bases[Math.floor(random() * bases.length)];
  const text = ways[name]?.(base?.text ?? '', donor?.text ?? '', random) ?? '';
  const startedMs = performance.now();
  try {
    const found = await opened(text);
    if (typeof found === 'string') {
      report.unopened += 1;
      report.answers[found] = (report.answers[found] ?? 0) + 1;
    } else if (isOriginal(found)) report.same += 1;
    else report.altered.push(`${at}: ${name}`);
  } catch (error) {
    report.threw.push(`${at}: ${name}: ${String(error).slice(0, 200)}`);
  }
  report.tried += 1;
  const tookMs = performance.now() - startedMs;
  if (tookMs > report.slowestMs) Object.assign(report, { slowestMs: tookMs, slowest: name });
}
process.stdout.write(JSON.stringify({ ...report, work: asked.work }));
