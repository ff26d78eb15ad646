/** What a page says of the code it was sent. Never takes silence for acceptance. Reads only. */
import { find, type Page } from './finder';
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

/** Reads the page once; asks of it what PageOutcome promises. */
export function readOutcome(page: Page, { code, deviceName, submitted }: OutcomeOptions): PageOutcome {
  const { fields, roots } = find(page, { digits: code.length });
  const codeFields = fields.filter(
    (field) =>
      (valueOf(field.inputs) === code ||
        (/^(auth|deliv)/.test(field.verdict.class) && field.verdict.score >= leastScore)) &&
      field.visible,
  );
  if (!submitted) return codeFields.some(({ inputs }) => valueOf(inputs) === code) ? 'unchanged' : 'silent';

  const notices = queryAll(roots, noticeSelector)
    .filter((element) => isNotice(element) && !/^(input|body|html|form|button|main)$/.test(element.localName))
    .slice(0, mostNotices)
    .map((element) => ({ element, text: textOf(element).trim() }))
    .filter(({ element, text }) => text && text.length < 400 && page.visible(element));
  const wrong = notices.some(({ text }) => wrongCode.test(wordsOf(text)));
  if (codeFields.length > 0) return wrong ? 'refused' : 'silent';

  const asksPassword = queryAll(roots, 'input[type=password]').some((element) => page.visible(element));
  const trouble = wrong || notices.some(({ element }) => isTroubled(element));
  const enrolling = queryAll(roots, 'input,img,canvas,svg').some((element) => isEnrolment(element));
  if (asksPassword || trouble || enrolling) return 'silent';

  const text = textOf(page.doc.body).slice(0, 20_000);
  const named = deviceName !== null && deviceName.length > 3 && text.includes(deviceName);
  const goodNews = success.test(withoutDenials(wordsOf(text)));
  const leaves = queryAll(roots, 'a,button').some(
    (element) =>
      signOut.test(wordsOf(textOf(element).slice(0, 80))) ||
      /log-?out|sign-?out/i.test(element.getAttribute('href') ?? ''),
  );
  return named || goodNews || leaves ? 'accepted' : 'silent';
}
