/**
 * A small strict reader of XML 1.0 with namespaces, for files of other makers. No document type, so no entity but the five
 * of the language: nothing can be fetched, and nothing can grow. Linear time; size, depth and number are bounded. Not
 * `DOMParser`: a worker has none.
 */
import { fail, ok, type Result } from '@/lib/errors';

export interface XmlElement {
  /** Local name. */
  readonly name: string;
  readonly namespace: string;
  /** By local name; declarations of namespaces are not among them. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children; not trimmed. */
  readonly text: string;
}

export interface XmlLimits {
  /** UTF-16 units. */
  readonly text: number;
  readonly depth: number;
  readonly elements: number;
}

const usualLimits: XmlLimits = { text: 4_000_000, depth: 40, elements: 50_000 };
const mostAttributes = 40;

const namePattern = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/y;
const attributePattern = /\s+([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEndPattern = /\s*(\/?)>/y;
const closePattern = /([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)\s*>/y;

type Scope = ReadonlyMap<string, string>;
const firstScope: Scope = new Map([
  ['', ''],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
]);

interface OpenElement {
  readonly qualified: string;
  readonly element: XmlElement & { children: XmlElement[]; text: string };
  readonly scope: Scope;
}

/** The root. `file-doctype`, `file-too-large`, or `file-malformed`. */
export function parseXml(source: string, limits = usualLimits): Result<XmlElement> {
  const text = source.replace(/^\uFEFF/, '');
  if (text.length > limits.text) return fail('file-too-large');
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  let count = 0;
  let at = 0;

  while (at < text.length) {
    const next = text.indexOf('<', at);
    const between = text.slice(at, next < 0 ? text.length : next);
    const parent = open.at(-1);
    if (parent) {
      const plain = decodeEntities(between);
      if (plain === null) return fail('file-malformed');
      parent.element.text += plain;
    } else if (between.trim() !== '') return fail('file-malformed');
    if (next < 0) break;

    if (text.startsWith('<!--', next)) at = after(text, '-->', next + 4);
    else if (text.startsWith('<?', next)) at = after(text, '?>', next + 2);
    else if (text.startsWith('<![CDATA[', next)) {
      at = after(text, ']]>', next + 9);
      if (!parent || at < 0) return fail('file-malformed');
      parent.element.text += text.slice(next + 9, at - 3);
    } else if (text.startsWith('<!', next)) return fail('file-doctype');
    else if (text.startsWith('</', next)) {
      const closed = matchAt(closePattern, text, next + 2);
      if (!closed || closed[1] !== parent?.qualified) return fail('file-malformed');
      open.pop();
      at = next + 2 + closed[0].length;
    } else {
      if (root && !parent) return fail('file-malformed');
      if (++count > limits.elements || open.length >= limits.depth) return fail('file-too-large');
      const tag = readTag(text, next + 1, parent?.scope ?? firstScope);
      if (!tag) return fail('file-malformed');
      parent?.element.children.push(tag.opened.element);
      root ??= tag.opened.element;
      if (!tag.isEmpty) open.push(tag.opened);
      at = tag.end;
    }
    if (at < 0) return fail('file-malformed');
  }
  return root && open.length === 0 ? ok(root) : fail('file-malformed');
}

function readTag(text: string, start: number, outer: Scope) {
  const name = matchAt(namePattern, text, start);
  if (!name) return null;
  let at = start + name[0].length;
  const raw = new Map<string, string>();
  for (;;) {
    const found = matchAt(attributePattern, text, at);
    if (!found) break;
    const [all, key = ''] = found;
    const value = decodeEntities(found[2] ?? found[3] ?? '');
    if (value === null || raw.has(key) || raw.size >= mostAttributes) return null;
    raw.set(key, value);
    at += all.length;
  }
  const end = matchAt(tagEndPattern, text, at);
  if (!end) return null;

  const scope = new Map(outer);
  const attributes = new Map<string, string>();
  for (const [key, value] of raw) {
    const [prefix, local] = splitName(key);
    if (key === 'xmlns') scope.set('', value);
    else if (prefix === 'xmlns') scope.set(local, value);
    else attributes.set(local, value);
  }
  const [prefix, local] = splitName(name[0]);
  const namespace = scope.get(prefix);
  if (namespace === undefined) return null;
  const element = { name: local, namespace, attributes, children: [], text: '' };
  return {
    opened: { qualified: name[0], element, scope } satisfies OpenElement,
    isEmpty: end[1] === '/',
    end: at + end[0].length,
  };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The place after `mark`, or -1. */
function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

function splitName(qualified: string): [prefix: string, local: string] {
  const colon = qualified.indexOf(':');
  return colon < 0 ? ['', qualified] : [qualified.slice(0, colon), qualified.slice(colon + 1)];
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** `null` for an entity that is not of the language itself. */
function decodeEntities(text: string): string | null {
  if (!text.includes('&')) return text;
  let isGood = true;
  const plain = text.replace(/&([^;&]{0,12};)?/g, (_, body: string | undefined) => {
    const entity = body?.slice(0, -1) ?? '';
    const code = /^#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}))$/.exec(entity);
    const point = code ? Number.parseInt(code[1] ?? code[2] ?? '', code[1] ? 16 : 10) : -1;
    if (point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff))
      return String.fromCodePoint(point);
    if (Object.hasOwn(named, entity)) return named[entity] ?? '';
    isGood = false;
    return '';
  });
  return isGood ? plain : null;
}

/** The first child of this name, whatever its namespace: a file mixes those of RFC 6030, XML Encryption and PKCS #5. */
export function childOf(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (parent, name) => parent?.children.find((child) => child.name === name),
    element,
  );
}

export function textOf(element: XmlElement | undefined, ...path: readonly string[]): string {
  return childOf(element, ...path)?.text.trim() ?? '';
}
