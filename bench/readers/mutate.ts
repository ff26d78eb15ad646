/** Ways in which somebody's file may come changed, by chance or on purpose. Pure; random by a seed. */
import type { Random } from '@/lib/qr/testing/pictures';
import { among, between } from '@/lib/qr/testing/pictures';

import { type Json, placesIn } from '../json-places.ts';

type Bytes = Uint8Array<ArrayBuffer>;
export type Way = (bytes: Bytes, donor: Bytes, random: Random) => Bytes | Promise<Bytes>;

/** Each with its name; those of a text or of JSON give back what is none. */
type QuickWay = (bytes: Bytes, donor: Bytes, random: Random) => Bytes;

export const ways: Readonly<Record<string, QuickWay>> = {
  'bits turned': (bytes, _, random) => {
    const changed = bytes.slice();
    for (let left = between(random, 1, 8); left > 0 && changed.length > 0; left -= 1) {
      const at = between(random, 0, changed.length - 1);
      changed[at] = (changed[at] ?? 0) ^ (1 << between(random, 0, 7));
    }
    return changed;
  },
  'bytes written over': (bytes, _, random) => {
    const changed = bytes.slice();
    const at = between(random, 0, Math.max(0, bytes.length - 1));
    const value = among(random, [0, 255, 0x7f, 0x80, 0x22, 0x3c, 0x7b, 0x2c]);
    changed.fill(value, at, at + between(random, 1, 8));
    return changed;
  },
  'cut off': (bytes, _, random) => bytes.slice(0, between(random, 0, bytes.length)),
  'a part cut out': (bytes, _, random) => {
    const at = between(random, 0, bytes.length);
    return joined(bytes.subarray(0, at), bytes.subarray(at + between(random, 1, 200)));
  },
  'a part twice': (bytes, _, random) => {
    const at = between(random, 0, bytes.length);
    return joined(bytes.subarray(0, at), bytes.subarray(Math.max(0, at - between(random, 1, 400))));
  },
  'something between': (bytes, _, random) => {
    const at = between(random, 0, bytes.length);
    const something = new TextEncoder().encode(among(random, pieces));
    return joined(bytes.subarray(0, at), something, bytes.subarray(at));
  },
  'half of another file': (bytes, donor, random) =>
    joined(
      bytes.subarray(0, between(random, 0, bytes.length)),
      donor.subarray(between(random, 0, donor.length)),
    ),
  'a number of another size': (bytes, _, random) =>
    inText(bytes, /\d+/g, random, () => among(random, numbers)),
  'a word of another kind': (bytes, _, random) =>
    inText(bytes, /[A-Za-z0-9+/=_-]{2,}/g, random, () => among(random, pieces)),
  'a value of another kind': (bytes, _, random) => inJson(bytes, random, () => among(random, odd)),
  'a list many times': (bytes, _, random) =>
    inJson(bytes, random, (value) =>
      Array.isArray(value) ? Array.from({ length: 40 }, () => value).flat() : value,
    ),
  'a field gone': (bytes, _, random) => inJson(bytes, random, () => undefined),
  deep: (bytes, _, random) => {
    if (jsonOf(bytes) === undefined) return bytes.slice();
    // The deepest take so long to write that there are few of them.
    const depth = 10 ** (random() < 0.05 ? 5 : between(random, 1, 4));
    const mark = `deep${depth}`;
    const marked = Buffer.from(inJson(bytes, random, () => mark)).toString();
    const nested = '['.repeat(depth) + ']'.repeat(depth);
    return new Uint8Array(Buffer.from(marked.replace(`"${mark}"`, () => nested)));
  },
};

const pieces: readonly string[] = [
  '"',
  '""',
  ',',
  ';',
  '\n',
  '\r\n',
  '<',
  '</',
  '&',
  '&#0;',
  '<!--',
  ']]>',
  '<![CDATA[',
  '{',
  '}',
  '[',
  ']',
  '\\',
  '\0',
  '\ufeff',
  '\ud83d\udd11',
  'null',
  'true',
  '-1',
  '__proto__',
  'constructor',
  'toString',
  'otpauth://totp/a?secret=AA',
  'otpauth-migration://offline?data=',
  'motp://',
  'steam://AAAAAAAAAAAAAAAA',
  'A'.repeat(5000),
  '%'.repeat(500),
  '=',
  '%C3%28',
  'Protected="True"',
  'SHA384',
  'hotp',
];

const numbers: readonly string[] = [
  '0',
  '-1',
  '1e308',
  '9007199254740993',
  '4294967296',
  '2147483648',
  '10000001',
  '0.5',
  '99999999999999999999',
  '00',
  '',
];

const odd: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  '',
  'A',
  '\u0000\ud800',
  [],
  {},
  [[]],
  { a: 1 },
  'A'.repeat(10_000),
  [null],
  { __proto__: null },
  '10000001',
  300,
];

export function joined(...parts: readonly Uint8Array[]): Bytes {
  return new Uint8Array(Buffer.concat(parts));
}

/** One of the places that fit, replaced. Bytes that are no text are taken as Latin-1, so that none is lost. */
function inText(bytes: Bytes, places: RegExp, random: Random, change: () => string): Bytes {
  const text = Buffer.from(bytes).toString('latin1');
  const found = [...text.matchAll(places)];
  if (found.length === 0) return bytes.slice();
  const place = among(random, found);
  const after = text.slice(place.index + place[0].length);
  return new Uint8Array(Buffer.from(text.slice(0, place.index) + change() + after, 'latin1'));
}

/** One value, wherever it stands; `undefined` takes it away. What is no JSON is given back as it is. */
function inJson(bytes: Bytes, random: Random, change: (value: Json) => Json): Bytes {
  const root = jsonOf(bytes);
  const places = placesIn(root);
  if (places.length === 0) return bytes.slice();
  const { holder, name } = among(random, places);
  const value = change(holder[name]);
  if (value === undefined) delete holder[name];
  else holder[name] = value;
  return new Uint8Array(Buffer.from(JSON.stringify(root)));
}

export function jsonOf(bytes: Bytes): Json {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json;
  } catch {
    return undefined;
  }
}
