/** RFC 3492, the decoding half: what a person reads of a host name that is not all ASCII. */

const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const initialN = 128;

/** The label in Unicode; `null` when what follows `xn--` is no Punycode. A label without `xn--` is given back. */
export function decodeLabel(label: string): string | null {
  if (!label.startsWith('xn--')) return label;
  const text = label.slice(4);
  const cut = text.lastIndexOf('-');
  const points = Array.from(text.slice(0, Math.max(0, cut)), (letter) => letter.charCodeAt(0));
  let at = cut < 0 ? 0 : cut + 1;
  let n = initialN;
  let index = 0;
  let bias = initialBias;
  while (at < text.length) {
    const before = index;
    for (let weight = 1, k = base; ; k += base) {
      const digit = digitOf(text[at++]);
      if (digit === null) return null;
      index += digit * weight;
      const threshold = Math.min(Math.max(k - bias, tMin), tMax);
      if (digit < threshold) break;
      weight *= base - threshold;
      if (!Number.isSafeInteger(index) || weight > 2 ** 32) return null;
    }
    const length = points.length + 1;
    bias = adapt(index - before, length, before === 0);
    n += Math.floor(index / length);
    index %= length;
    if (n > 0x10ffff) return null;
    points.splice(index++, 0, n);
  }
  return String.fromCodePoint(...points);
}

function digitOf(letter: string | undefined): number | null {
  if (letter === undefined) return null;
  if (/[a-z]/.test(letter)) return letter.charCodeAt(0) - 97;
  return /\d/.test(letter) ? letter.charCodeAt(0) - 48 + 26 : null;
}

function adapt(first: number, length: number, isFirst: boolean): number {
  let delta = Math.floor(first / (isFirst ? damp : 2));
  delta += Math.floor(delta / length);
  let k = 0;
  for (; delta > ((base - tMin) * tMax) / 2; k += base) delta = Math.floor(delta / (base - tMin));
  return k + Math.floor(((base - tMin + 1) * delta) / (delta + skew));
}
