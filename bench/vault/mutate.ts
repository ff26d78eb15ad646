/** Ways in which the text of an envelope may come back changed, by chance or by somebody. Pure; random by a seed. */

import { type Json, placesIn } from '../json-places.ts';

export type Random = () => number;
type Way = (text: string, donor: string, random: Random) => string;

const ids = ['vaultId', 'vkId', 'gen', 'device', 'savedAt', 'slots', 'body', 'note', 'v', 'minReader', 'fmt'];
const oddNames = ['__proto__', 'constructor', 'toString', 'extra', 'eph', 'kdf', ''];
const odd: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  -0,
  '',
  'A',
  'é\u0000\ud800',
  [],
  {},
  [[]],
  { a: 1 },
  'A'.repeat(1e5),
];
const absurd: readonly Json[] = [
  0,
  1,
  2,
  1e3,
  19_455,
  2 ** 20 + 1,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  1e308,
  -65_536,
  65_536.5,
  '65536',
  null,
  [65_536],
  true,
];

/** Each with its name; what they give need not be JSON. */
export const ways: Readonly<Record<string, Way>> = {
  'bytes changed': (text, _, random) => {
    const bytes = Buffer.from(text);
    for (let left = 1 + below(8, random); left > 0; left -= 1)
      bytes.writeUInt8(below(256, random), below(bytes.length, random));
    return bytes.toString();
  },
  'a letter changed': (text, _, random) => {
    const at = below(text.length, random);
    return text.slice(0, at) + 'ABab01-_'.charAt(below(8, random)) + text.slice(at + 1);
  },
  truncated: (text, _, random) => text.slice(0, below(text.length, random)),
  'a part cut out': (text, _, random) => {
    const at = below(text.length, random);
    return text.slice(0, at) + text.slice(at + 1 + below(200, random));
  },
  'a part twice': (text, _, random) => {
    const [from, to] = [below(text.length, random), below(text.length, random)];
    return text.slice(0, from) + text.slice(Math.min(from, to), Math.max(from, to)) + text.slice(from);
  },
  'a value of another kind': (text, _, random) => changed(text, random, () => odd[below(odd.length, random)]),
  'a value of the same form': (text, _, random) => changed(text, random, (value) => alike(value, random)),
  'a field gone': (text, _, random) =>
    inSomeObject(text, random, (object) => delete object[pick(Object.keys(object), random) ?? '']),
  'a field more': (text, _, random) =>
    inSomeObject(text, random, (object) => {
      const name = pick(oddNames, random) ?? '';
      const value = odd[below(odd.length, random)];
      Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
    }),
  'fields of another vault': (text, donor, random) => {
    const [own, other] = [parsed(text), parsed(donor)];
    for (let left = 1 + below(3, random); left > 0; left -= 1) {
      const name = pick(ids, random) ?? '';
      if (name in other) own[name] = other[name];
    }
    return JSON.stringify(own);
  },
  'slots of another vault': (text, donor, random) => {
    const own = parsed(text);
    const slots = [...(own['slots'] as Json[]), ...(parsed(donor)['slots'] as Json[])];
    own['slots'] = slots.filter(() => random() < 0.6).toSorted(() => random() - 0.5);
    return JSON.stringify(own);
  },
  'halves of two slots': (text, donor, random) => {
    const own = parsed(text);
    const [mine, theirs] = [
      pick(own['slots'] as object[], random),
      pick(parsed(donor)['slots'] as object[], random),
    ];
    for (const [name, value] of Object.entries(theirs ?? {}))
      if (mine && name !== 'type' && random() < 0.3) Object.assign(mine, { [name]: value });
    return JSON.stringify(own);
  },
  'halves of two bodies': (text, donor, random) => {
    const own = parsed(text);
    for (const [name, value] of Object.entries(parsed(donor)['body'] as object))
      if (random() < 0.4) Object.assign(own['body'] as object, { [name]: value });
    return JSON.stringify(own);
  },
  'an absurd cost': (text, _, random) => {
    const own = parsed(text);
    for (const { kdf } of own['slots'] as { kdf?: Record<string, Json> }[])
      if (kdf)
        kdf[pick(['memoryKiB', 'passes', 'lanes'], random) ?? ''] = absurd[below(absurd.length, random)];
    return JSON.stringify(own);
  },
  'another cost that is allowed': (text, _, random) => {
    const own = parsed(text);
    for (const { kdf } of own['slots'] as { kdf?: Record<string, Json> }[])
      if (kdf) Object.assign(kdf, { memoryKiB: 19_456 + below(1e6, random), passes: 2 + below(3, random) });
    return JSON.stringify(own);
  },
  deep: (text, _, random) => {
    const depth = 10 ** (1 + below(5, random));
    const nest =
      random() < 0.5
        ? '['.repeat(depth) + ']'.repeat(depth)
        : '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);
    return text.replace(new RegExp(`"${pick(ids, random)}":`), (name) => `${name}${nest},"x":`);
  },
  huge: (text, _, random) => {
    const own = parsed(text);
    const [slot] = own['slots'] as object[];
    const size = 10 ** (3 + below(3, random));
    const body = own['body'] as Record<string, Json>;
    const makings: (() => void)[] = [
      () => (own['slots'] = Array.from({ length: size / 10 }, (_, at) => ({ ...slot, id: `s${at}` }))),
      () => (own['note'] = 'n'.repeat(size)),
      () => (body['ct'] = 'A'.repeat(size)),
      () => Object.assign(body, { len: 4096 * size, ct: 'A'.repeat(1000) }),
      () =>
        Object.assign(own, Object.fromEntries(Array.from({ length: size / 10 }, (_, at) => [`f${at}`, at]))),
      () => (own['vaultId'] = 'v'.repeat(size)),
    ];
    pick(makings, random)?.();
    return JSON.stringify(own);
  },
};

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

function pick<T>(list: readonly T[], random: Random): T | undefined {
  return list[below(list.length, random)];
}

function parsed(text: string): Record<string, Json> {
  return JSON.parse(text) as Record<string, Json>;
}

/** One value, wherever it stands, replaced. */
function changed(text: string, random: Random, change: (value: Json) => Json): string {
  const root = parsed(text);
  const place = pick(placesIn(root), random);
  if (place) place.holder[place.name] = change(place.holder[place.name]);
  return JSON.stringify(root);
}

function inSomeObject(text: string, random: Random, change: (object: Record<string, Json>) => void): string {
  const root = parsed(text);
  const objects = [root, ...placesIn(root).map(({ holder, name }) => holder[name])];
  const records = objects.filter((value) => typeof value === 'object' && value !== null);
  change((pick(records, random) ?? root) as Record<string, Json>);
  return JSON.stringify(root);
}

/** Another value that passes every check of form. */
function alike(value: Json, random: Random): Json {
  if (typeof value === 'number') return value + 1 + below(3, random);
  if (typeof value !== 'string' || value === '') return value;
  const at = below(value.length - 1, random);
  const letter = value.charAt(at);
  const others = 'ABCDEFGHabcdefgh01234567'.replaceAll(letter, '');
  return value.slice(0, at) + others.charAt(below(others.length, random)) + value.slice(at + 1);
}
