/** The same file with more in it: what a reader takes for each size says whether its time is linear. */
import type { FileFormat } from '@/lib/transfer/file-format';
import { writeJavaMap } from '@/lib/transfer/testing/write-java-map';
import { writeKdbx } from '@/lib/transfer/testing/write-kdbx';
import { writeZip } from '@/lib/transfer/testing/write-zip';
import { bytesOf, seed } from '@/tests/imports/made/made-file';

import { jsonOf, joined } from './mutate.ts';
import type { Seed } from './seeds.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The file `times` larger. */
export type Growth = (times: number) => Bytes;

/** The ways in which a file of this format can grow; the first is that of somebody with more accounts. */
export function growthsOf({ id }: FileFormat, seeds: readonly Seed[]): readonly Growth[] {
  const base = seeds.find(({ password }) => password === null) ?? seeds[0];
  if (!base) return [];
  const text = textOf(base.bytes);
  return [own[id] ?? ((times) => grown(base.bytes, text, times)), ...runs(base.bytes), ...inside(base.bytes)];
}

/** Runs of what means something to a reader of text, behind the beginning of a real file. */
function runs(bytes: Bytes): readonly Growth[] {
  const head = bytes.subarray(0, 200);
  return ['"', ',', '\n', '<a>', '<!--', '[', 'otpauth:', '&#65;', '""', '\0', '%41', 'A'].map(
    (piece) => (times: number) => joined(head, repeated(piece, times)),
  );
}

const repeated = (piece: string, times: number): Bytes =>
  new Uint8Array(Buffer.from(piece.repeat(Math.ceil((times * 200) / piece.length))));

/** The same within the longest word of the file, most often what is sealed, or a key: the rest of it is whole. */
function inside(bytes: Bytes): readonly Growth[] {
  const text = Buffer.from(bytes).toString('latin1');
  const words = [...text.matchAll(/[A-Za-z0-9+/=_-]{2,}/g)];
  const [longest] = words.toSorted(([one], [other]) => other.length - one.length);
  if (!longest) return [];
  const at = longest.index + Math.floor(longest[0].length / 2);
  return ['=', ' ', '%41', 'A'].map(
    (piece) => (times: number) => joined(bytes.subarray(0, at), repeated(piece, times), bytes.subarray(at)),
  );
}

const entry =
  '<Entry><String><Key>otp</Key><Value Protected="True">{{GEZDGNBVGY3TQOJQ}}</Value></String></Entry>';

/** Containers whose content cannot be repeated from outside. */
const own: Readonly<Record<string, Growth>> = {
  keepass: (times) =>
    writeKdbx(`<KeePassFile><Root><Group>${entry.repeat(times)}</Group></Root></KeePassFile>`, 'a', {
      kdf: 'aes',
      rounds: 2,
    }),
  'freeotp-backup': (times) =>
    writeJavaMap(Array.from({ length: times }, (_, at) => [`key${at}`, '{"a":1}'])),
  raivo: (times) =>
    bytesOf(
      Array.from({ length: times }, () => ({
        kind: 'TOTP',
        timer: '30',
        secret: seed.base32,
        account: 'n',
        issuer: 'I',
        digits: '6',
        algorithm: 'SHA1',
      })),
    ),
  winauth: (times) =>
    writeZip([{ name: 'a.txt', content: `otpauth://totp/n?secret=${seed.base32}\n`.repeat(times) }]),
  'authenticator-plus': (times) =>
    writeZip([{ name: 'Accounts.txt', content: `otpauth://totp/n?secret=${seed.base32}\n`.repeat(times) }]),
  'steam-folder': (times) =>
    writeZip(
      Array.from({ length: Math.ceil(times / 10) }, (_, at) => ({
        name: `${at}.maFile`,
        content: '{"shared_secret":"MTIzNDU2"}',
      })),
    ),
};

function grown(bytes: Bytes, text: string | null, times: number): Bytes {
  const json = jsonOf(bytes);
  if (json !== undefined) return bytesOf(grownJson(json, times));
  if (text === null) return joined(bytes, Buffer.alloc(times * 100));
  const item = /<(KeyPackage|Entry|string)\b[^]*?<\/\1>/.exec(text);
  if (item) {
    // Preferences are a map: each name once.
    const repeated = Array.from({ length: times }, (_, at) => item[0].replace(/name="/, `name="${at}`)).join(
      '',
    );
    return bytesOf(text.replace(item[0], () => repeated));
  }
  const [first = '', ...rest] = text.split(/\r?\n/);
  return bytesOf([first, ...Array.from({ length: times }, () => rest.join('\n'))].join('\n'));
}

/** The longest list of things, or else the object with most of them, repeated. */
function grownJson(json: unknown, times: number): unknown {
  const lists: unknown[][] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value) && value.some((one) => typeof one === 'object')) lists.push(value);
    for (const inside of Object.values(value)) visit(inside);
  };
  visit(json);
  const [list] = lists.toSorted((one, other) => other.length - one.length);
  if (list) {
    const items = [...list];
    while (list.length < times) list.push(...items.map((item) => structuredClone(item)));
    return json;
  }
  const object = json as Record<string, unknown>;
  const [name] = Object.keys(object);
  for (let at = 0; at < times; at += 1) object[`${name}${at}`] = structuredClone(object[name ?? '']);
  return object;
}

function textOf(bytes: Bytes): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
