import { type Bytes, textFromUtf8 } from '@/lib/crypto/bytes';

/** No export has half of it. Far below what ends the stack of whoever walks through, or writes it again. */
const deepest = 100;

/** The value, or `undefined` for anything that is no JSON, or is nested so deep that only mischief explains it. */
export function parseJson(text: string | Bytes | null): unknown {
  const written = text instanceof Uint8Array ? textFromUtf8(text) : text;
  if (written === null) return undefined;
  try {
    const value: unknown = JSON.parse(written.replace(/^\uFEFF/, ''));
    return isShallow(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isShallow(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return false;
    const next: unknown[] = [];
    for (const one of level) {
      if (typeof one !== 'object' || one === null) continue;
      for (const inside of Object.values(one))
        if (typeof inside === 'object' && inside !== null) next.push(inside);
    }
    level = next;
  }
  return true;
}
