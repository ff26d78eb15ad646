/** What a page says of the code it was sent. Never takes silence for acceptance. Reads only. */
import { find, type Found, type Page } from './finder';
import { valueOf } from './ladder';
import { leastScore } from './signals';
import type { PageOutcome } from './page-contract';
import { wordsOf, wordsOfName } from './text';
import { queryAll, textOf } from './walk';
import { signOut, success, wrongCode } from './words';

export interface OutcomeOptions {
  readonly code: string;
  readonly deviceName: string | null;
  readonly submitted: boolean;
  /** Somebody was signed in on the page that the code was typed in. */
  readonly signedIn?: true;
  /** Lines that the same document showed before the code was typed; none of another document. */
  readonly linesBefore?: ReadonlySet<string>;
}

const nameOfElement = (element: Element): string =>
  ` ${element.id} ${element.getAttribute('class') ?? ''} ${element.getAttribute('role') ?? ''} `;

/** What `isNotice` is asked of. */
const noticeSelector = '[class],[id],[role],[aria-invalid]';
const mostNotices = 200;

/** An element that the page uses to say that something is wrong, or to say something loudly. */
const isNotice = (element: Element): boolean =>
  /error|invalid|danger|warning|\balert|erreur|feedback/i.test(nameOfElement(element)) ||
  element.ariaInvalid === 'true';

/** What a page says first, or to who listens. */
const announcements = 'h1,h2,h3,[role=status],[role=dialog],[role=alertdialog],[aria-live]';
/** The page is at work: what it will say of the code is still to come. */
const atWork = '[aria-busy=true],progress,[role=progressbar]';

const isTroubled = (element: Element): boolean => /error|invalid|danger|erreur/i.test(nameOfElement(element));

/** Keycloak's `totpSecret`, or a squarish picture named after a QR code: the page still shows an enrolment. */
const isEnrolment = (element: Element): boolean =>
  (element.localName === 'input' && /totp_?secret/i.test(element.id)) ||
  (/^(img|canvas|svg)$/.test(element.localName) &&
    / (?:qr|qrcode|qr code|barcode) /.test(
      wordsOfName(
        `${element.id} ${element.getAttribute('alt') ?? ''} ${element.getAttribute('class') ?? ''}`,
      ),
    ));

/** "not enabled", "n'est pas configurée": taken out before looking for good news. */
const withoutDenials = (text: string): string =>
  text.replace(
    / (?:not|non|pas|never|jamais|aucun\w*|no|to be|sera|etre)(?: (?:yet|encore|ete|been))? \w+/g,
    ' ',
  );

const mostWaysOut = 1000;

/** Of a page with a link or button that ends a session. */
export const showsWayOut = ({ roots }: Pick<Found, 'roots'>): boolean =>
  queryAll(roots, 'a,button')
    .slice(0, mostWaysOut)
    .some(
      (element) =>
        /log-?out|sign-?out/i.test(element.getAttribute('href') ?? '') ||
        signOut.test(wordsOf((element.textContent ?? '').trim().slice(0, 80))),
    );

const mostText = 20_000;
const textLines = (text: string): string[] =>
  text
    .slice(0, mostText)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What a page says, line by line. */
export const linesOf = ({ doc }: Page): ReadonlySet<string> => new Set(textLines(textOf(doc.body)));

/** Reads the page once; asks of it what PageOutcome promises. */
export function readOutcome(page: Page, options: OutcomeOptions): PageOutcome {
  const { code, deviceName, submitted, signedIn, linesBefore = new Set<string>() } = options;
  const { fields, roots } = find(page, { digits: code.length });
  const codeFields = fields.filter(
    (field) =>
      (valueOf(field.inputs) === code ||
        (/^(auth|deliv)/.test(field.verdict.class) && field.verdict.score >= leastScore)) &&
      field.visible,
  );
  if (!submitted) return codeFields.some(({ inputs }) => valueOf(inputs) === code) ? 'unchanged' : 'silent';

  const said = (elements: readonly Element[]) =>
    elements
      .filter((element) => !/^(input|body|html|form|button|main)$/.test(element.localName))
      .slice(0, mostNotices)
      .map((element) => ({ element, text: textOf(element).trim() }))
      .filter(({ element, text }) => text && text.length < 400 && page.visible(element));
  const notices = said(queryAll(roots, noticeSelector).filter(isNotice));
  const wrong = notices.some(({ text }) => wrongCode.test(wordsOf(text)));
  const marked = codeFields.some(({ inputs }) =>
    inputs.some((input) => input.getAttribute('aria-invalid') === 'true'),
  );
  if (codeFields.length > 0) return wrong || marked ? 'refused' : 'silent';

  const asksPassword = queryAll(roots, 'input[type=password]').some((element) => page.visible(element));
  const trouble =
    wrong ||
    notices.some(({ element }) => isTroubled(element)) ||
    said(queryAll(roots, announcements)).some(({ text }) => wrongCode.test(wordsOf(text)));
  const enrolling = queryAll(roots, 'input,img,canvas,svg').some((element) => isEnrolment(element));
  const busy = queryAll(roots, atWork).some((element) => page.visible(element));
  if (asksPassword || trouble || enrolling || busy) return 'silent';

  const lines = textLines(textOf(page.doc.body)).filter((line) => !linesBefore.has(line));
  const named =
    deviceName !== null && deviceName.length > 3 && lines.some((line) => line.includes(deviceName));
  const goodNews = success.test(withoutDenials(wordsOf(lines.join(' . '))));
  const leaves = signedIn === undefined && showsWayOut({ roots });
  return named || goodNews || leaves ? 'accepted' : 'silent';
}
