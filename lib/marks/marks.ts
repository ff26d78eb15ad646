/**
 * lib/marks: which bundled picture stands for an account. By the issuer's name alone, which whoever made the QR code
 * chose: a mark helps to find a row and proves nothing. Pure; pictures are files of the package (scripts/marks.ts).
 */
import { table } from './table';

/** Chosen instead of a picture. No service has this name. */
export const initialsMark = 'initials';

export interface MarkEntry {
  /** Name of the picture: `/marks/<key>.svg`. */
  readonly key: string;
  readonly title: string;
}

interface Named {
  readonly key: string;
  /** Met too where other words follow. */
  readonly leads: boolean;
}

/** Every mark of the package, in the order of the table. */
export function allMarks(): readonly MarkEntry[] {
  return lines().map(([title]) => ({ key: keyOf(title), title }));
}

/** The mark to show for an account: the one chosen for it, else the one its issuer's name suggests; `null`: its initials. */
export function markOf({
  issuer,
  mark,
}: {
  readonly issuer: string;
  readonly mark?: string | undefined;
}): string | null {
  if (mark === initialsMark) return null;
  if (mark !== undefined && known().marks.has(mark)) return mark;
  return suggestedMark(issuer);
}

/** By the issuer's name: accents, case, `Google: marie@…`, `github.com`. Look-alike letters of other scripts are no match. */
export function suggestedMark(issuer: string): string | null {
  const text = issuer.trim().slice(0, 100);
  const [first = ''] = text.split(/[:|([/,]|\s[-–—·]\s/);
  return byWords(text) ?? byWords(first) ?? byHost(first.trim());
}

/** `GitHub` → `github`, `AT&T` → `att`. */
export function keyOf(name: string): string {
  return plain(name).replaceAll(' ', '');
}

function byWords(text: string): string | null {
  const words = plain(text).split(' ');
  for (let count = words.length; count > 0; count -= 1) {
    const found = known().names.get(words.slice(0, count).join(''));
    if (found && (found.leads || count === words.length)) return found.key;
  }
  return null;
}

/** `accounts.google.com` → that of `google`; only under the endings that services use. */
function byHost(text: string): string | null {
  const label = /^(?:[\w-]+\.)*([\w-]+)\.(?:com|ca|net|org|io|fr|co|app|dev|me)$/i.exec(text)?.[1];
  return label === undefined ? null : (known().names.get(keyOf(label))?.key ?? null);
}

/** Most names: what is asked of Unicode for the others would make the first list wait. */
const plainText = /^[\x20-\x7e]*$/;

/** Letters without accents and digits, in words; what is of no Latin script stays, and so matches nothing. */
function plain(text: string): string {
  if (plainText.test(text))
    return text
      .replace(/['&+.]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}|['’&+.]/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

let tables: { readonly names: ReadonlyMap<string, Named>; readonly marks: ReadonlySet<string> } | undefined;

/** Made at the first question: a background that shows no list never pays for it. */
function known() {
  if (tables) return tables;
  const names = new Map<string, Named>();
  const marks = new Set<string>();
  for (const all of lines()) {
    const key = keyOf(all[0]);
    marks.add(key);
    // The title stands twice, without its star and with it.
    all.forEach((name, index) =>
      names.set(index < 2 ? key : keyOf(name), { key, leads: name.endsWith('*') }),
    );
  }
  tables = { names, marks };
  return tables;
}

function lines(): (readonly [title: string, ...string[]])[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [title = '', ...others] = line.split('|');
      return [title.replace(/\*$/, ''), title, ...others] as const;
    });
}
