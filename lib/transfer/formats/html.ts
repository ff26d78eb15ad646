/** A page of QR codes or links (Stratum, Ente, Raivo and others print one): addresses in it, and codes in its pictures. */
import { failure, ok } from '@/lib/errors';
import { bytesFromBase64 } from '../bytes-text';
import type { EntryProblem, FileFormat } from '../file-format';
import { readAddressList } from './address-list';

const mostPictures = 2000;
const addressStart = /^(?:(?:apple-)?otpauth(?:-migration)?|motp|steam):/i;

export const html: FileFormat = {
  id: 'html',
  name: 'HTML',
  recognises: ({ text, xmlRoot }) =>
    text !== null &&
    (xmlRoot?.toLowerCase() === 'html' || /^\s*<(?:!doctype html|html|head|body)\b/i.test(text)),
  needs: () => ok({ secret: 'nothing' }),
  read: async ({ text }, _secret, tools) => {
    tools.signal.throwIfAborted();
    const { rest, pictures } = takeApart(text ?? '');
    const found = addressesIn(rest);
    const problems: EntryProblem[] = [];
    for (const [index, picture] of pictures.slice(0, mostPictures).entries()) {
      tools.signal.throwIfAborted();
      tools.progress(index, pictures.length);
      const codes = picture.length > 0 ? await tools.readQr(picture) : [];
      found.push(...codes.filter((code) => addressStart.test(code)));
    }
    if (pictures.length > mostPictures) problems.push({ where: '', failure: failure('file-too-large') });
    const read = await readAddressList([...new Set(found)].join('\n'), html.id, tools);
    return read.ok ? ok({ ...read.value, problems: [...read.value.problems, ...problems] }) : read;
  },
};

interface Page {
  /** Everything but the pictures. */
  readonly rest: string;
  readonly pictures: readonly Uint8Array<ArrayBuffer>[];
}

/** Pictures in the page itself: in Base64, or drawn. What is linked stays where it is. */
function takeApart(page: string): Page {
  const rest: string[] = [];
  const pictures: Uint8Array<ArrayBuffer>[] = [];
  const begin = /data:image\/[a-z+.-]{1,20};base64,|<svg[\s>]/gi;
  const base64 = /[A-Za-z0-9+/=\s]*/y;
  let at = 0;
  for (let mark = begin.exec(page); mark !== null; mark = begin.exec(page)) {
    rest.push(page.slice(at, mark.index));
    if (mark[0].startsWith('<')) {
      const end = page.indexOf('</svg>', mark.index);
      // One that is not closed has no others after it.
      at = end < 0 ? page.length : end + '</svg>'.length;
      pictures.push(new TextEncoder().encode(page.slice(mark.index, at)));
    } else {
      base64.lastIndex = begin.lastIndex;
      const written = base64.exec(page)?.[0] ?? '';
      at = begin.lastIndex + written.length;
      pictures.push(bytesFromBase64(written) ?? new Uint8Array(0));
    }
    begin.lastIndex = at;
  }
  rest.push(page.slice(at));
  return { rest: rest.join(' '), pictures };
}

/** Of links and of text, with what HTML made of their ampersands undone. */
function addressesIn(page: string): string[] {
  const found = page.matchAll(/(?:(?:apple-)?otpauth(?:-migration)?|motp|steam):\/\/[^\s"'<>`]+/gi);
  return [...found].map(([address]) =>
    address
      .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (whole, hex?: string, decimal?: string) => {
        const point = Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16);
        return point > 31 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
      })
      .replaceAll('&amp;', '&'),
  );
}
