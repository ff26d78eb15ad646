import type { ImportLimits, SeenFile } from './file-format';
import { parseJson } from './json-text';
import { zipDirectory } from './zip-directory';

/** Of a file, as far as marks at its beginning are looked for. */
const headBytes = 64 * 1024;
const longestHeader = 4096;

/** Looks at a file. Nothing is decoded or parsed before somebody asks for it. */
export function seeFile(name: string, bytes: Uint8Array<ArrayBuffer>, limits: ImportLimits): SeenFile {
  const text = once(() => (bytes.length > limits.textBytes ? null : textOf(bytes)));
  const json = once(() => jsonOf(text()));
  const xmlRoot = once(() => xmlRootOf(text()));
  const csvHeader = once(() => csvHeaderOf(text()));
  const zipNames = once(() => zipDirectory(bytes, limits.zipMembers)?.map(({ name }) => name) ?? null);
  return {
    name,
    bytes,
    get text() {
      return text();
    },
    get json() {
      return json();
    },
    get xmlRoot() {
      return xmlRoot();
    },
    get csvHeader() {
      return csvHeader();
    },
    get zipNames() {
      return zipNames();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Text has no control characters but tabs, line ends and page ends; a beginning that has others is not decoded further. */
function textOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const utf16 =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  if (utf16 === null && hasControls(bytes.subarray(0, headBytes))) return null;
  try {
    return new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function hasControls(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13);
}

function jsonOf(text: string | null): unknown {
  if (text === null || !/^\s*[[{]/.test(text)) return undefined;
  return parseJson(text);
}

/** Past the declaration, comments and a document type: whoever reads refuses that. */
function xmlRootOf(text: string | null): string | null {
  if (text === null || !/^\s*</.test(text)) return null;
  let rest = text.slice(0, headBytes).trimStart();
  for (;;) {
    const end = rest.startsWith('<?')
      ? '?>'
      : rest.startsWith('<!--')
        ? '-->'
        : rest.startsWith('<!')
          ? endOfDoctype(rest)
          : null;
    if (end === null) break;
    const at = rest.indexOf(end);
    if (at < 0) return null;
    rest = rest.slice(at + end.length).trimStart();
  }
  return /^<(?:[\w.-]+:)?([\w.-]+)[\s/>]/.exec(rest)?.[1] ?? null;
}

/** One that declares entities of its own does so between brackets. */
function endOfDoctype(rest: string): string {
  return /^<![^>[]*\[/.test(rest) ? ']>' : '>';
}

function csvHeaderOf(text: string | null): readonly string[] | null {
  const line = /^[\s]*([^\r\n]*)/.exec(text?.slice(0, longestHeader) ?? '')?.[1] ?? '';
  const separator = line.includes(',') || !line.includes(';') ? ',' : ';';
  const cells = [...line.matchAll(cellPatterns[separator])].map(([, quoted, plain = '']) =>
    (quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim(),
  );
  return cells.length < 2 ? null : cells;
}

const cellPatterns = {
  ',': /(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g,
  ';': /(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g,
};
