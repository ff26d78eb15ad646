/**
 * lib/fields: which input of a page wants a one-time code, and how to put one there. Pure: receives a document, asks no
 * browser API, changes nothing but the value of the field it fills.
 *
 * This file judges one field from what was read about it (facts.ts). Weights were measured on saved real pages
 * (e2e/inject/saved-pages.test.ts); a change here is a change there.
 */
import type { FieldClass } from './page-contract';
import * as words from './words';

/** What was read about a field or a group of boxes. Texts have the form that text.ts gives. */
export interface FieldFacts {
  readonly type: string;
  readonly autocomplete: string;
  /** Words of id, name and test id. */
  readonly name: string;
  /** Words of the classes. */
  readonly look: string;
  /** Label, aria-label, placeholder, title. */
  readonly label: string;
  /** The text just before, when nothing is tied to the field as its label. */
  readonly before: string;
  /** The text around the field, and the headings of the page. */
  readonly around: string;
  /** Title, headings, form and address of the page. */
  readonly page: string;
  /** An address or telephone number with stars is shown near the field. */
  readonly maskedAddress: boolean;
  /** -1: none. */
  readonly maxLength: number;
  readonly numeric: boolean;
  /** Inputs the form shows. */
  readonly inputsInForm: number;
  /** No other visible text-like input on the page. */
  readonly alone: boolean;
  /** Another visible password field in the same form. */
  readonly besidePassword: boolean;
  /** Card number or security code fields in the same form. */
  readonly besideCard: boolean;
  readonly inSearch: boolean;
  /** 1 for a single field. */
  readonly boxes: number;
  /** Digits of the code that would be typed. */
  readonly digits: number | null;
}

const isStrong = (label: string): boolean =>
  words.labelStrong.test(label) ||
  (words.labelDigits.test(label) && (words.sent.test(label) || !words.otherKind.test(label)));

export interface Verdict {
  readonly class: FieldClass;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** From here a field is filled on the gesture; below, only when the person pointed at it. */
export const sureScore = 4;
/** From here a field without focus is worth mentioning. */
export const leastScore = 2.5;
/** A password field below this is taken for a password. */
export const passwordScore = 6;

const otherAutocomplete =
  / (?:cc \w+|postal code|tel(?: \w+)?|email|username|name|(?:given|family|additional) name|nickname|organization|street address|address \w+|bday(?: \w+)?|current password|new password|country(?: \w+)?|url|impp|sex|language) /;

/** What a field's own attributes promise, for choosing which of a crowd to read. */
export const ownScore = ({
  autocomplete,
  name,
  look,
}: Pick<FieldFacts, 'autocomplete' | 'name' | 'look'>): number =>
  6 * Number(autocomplete.includes(' one time code ')) +
  5 * Number(words.nameStrong.test(name)) +
  2 * Number(words.nameWeak.test(name)) +
  Number(words.nameStrong.test(look)) -
  4 * Number(words.otherKind.test(name) || otherAutocomplete.test(autocomplete));

/** Judges a field. Linear in the length of its texts. */
export function judge(facts: FieldFacts): Verdict {
  const reasons: string[] = [];
  let score = 0;
  const add = (reason: string, weight: number, when = true): boolean => {
    if (when) {
      score += weight;
      reasons.push(reason);
    }
    return when;
  };
  const verdict = (kind: FieldClass, reason?: string): Verdict => ({
    class: kind,
    score,
    reasons: reason ? [...reasons, reason] : reasons,
  });

  const isGroup = facts.boxes > 1;
  const own = facts.name + facts.label;
  if (otherAutocomplete.test(facts.autocomplete)) return verdict('none', 'autocomplete-other');
  if (facts.inSearch) return verdict('none', 'search');
  if (words.captcha.test(own + facts.before)) return verdict('none', 'captcha');
  if (words.deviceName.test(own) || words.deviceName.test(facts.before))
    return verdict('none', 'device-name');
  const room = isGroup || facts.maxLength < 0 || facts.maxLength >= (facts.digits ?? 4);
  if (!room) return verdict('none', 'too-short');

  const asksOneTime = add('one-time-code', 6, facts.autocomplete.includes(' one time code '));
  const nameStrong = add('name', 5, words.nameStrong.test(facts.name));
  const labelStrong = add('label', 4, isStrong(facts.label));
  const beforeStrong = !labelStrong && add('text-before', 2.5, isStrong(facts.before));
  const strong = asksOneTime || nameStrong || labelStrong || beforeStrong;

  if (words.recovery.test(own) && !nameStrong && !labelStrong) return verdict('recovery', 'recovery');
  if (!nameStrong) add('name-some-code', 1.5, words.nameWeak.test(facts.name));
  if (!labelStrong && !beforeStrong) {
    if (!add('label-some-code', 2, words.labelMedium.test(facts.label)))
      add('text-before-some-code', 1, words.labelMedium.test(facts.before));
  }
  add('text-before-from-app', 1.5, beforeStrong && words.fromApp.test(facts.before));
  // Two or three words just before a field are its label, whatever the markup says.
  add('text-before-short', 1, beforeStrong && facts.before.length < 30);
  const short = facts.label.length < 30 && words.labelCode.test(facts.label);
  add('label-code', 1, short && !labelStrong && !words.labelMedium.test(facts.label));
  add('class', 1, words.nameStrong.test(facts.look));
  const namesCode = score > 0;

  if (facts.besideCard && !strong) return verdict('none', 'card');
  // "Phone code" is a sent code, "phone" alone is a telephone number.
  const nameSent = words.nameSent.test(facts.name) && words.nameWeak.test(facts.name);
  const saysSent = nameSent || words.sent.test(facts.label + facts.before);
  if (words.otherKind.test(own) && !(strong || saysSent)) add('other-kind', -4);
  else if (words.otherKind.test(facts.before) && !(strong || saysSent)) add('text-before-other-kind', -2);
  const ownKind = words.otherKind.test(facts.name) && !asksOneTime && !labelStrong && !nameSent;
  if (ownKind && strong) add('name-other-kind', -4);
  add('beside-password', -2, facts.besidePassword && !strong);

  if (isGroup) {
    add('boxes', 3);
    add('boxes-as-digits', 1, facts.boxes === (facts.digits ?? 6));
    add('boxes-not-as-digits', -3, facts.digits !== null && facts.boxes !== facts.digits);
    add('four-boxes', -3, facts.boxes === 4 && !strong);
    // No authenticator makes codes of five or seven digits, unless the account says so.
    add('odd-boxes', -2, facts.boxes % 2 === 1 && facts.digits === null && !strong);
  } else if (facts.maxLength >= 0) {
    const fits = facts.maxLength === facts.digits || (facts.maxLength >= 6 && facts.maxLength <= 8);
    add('length', 1, fits && namesCode);
    add(
      'length-not-of-code',
      -1.5,
      (facts.maxLength < 6 || facts.maxLength > 12) && !fits && !asksOneTime && !nameStrong,
    );
  }
  add('digits-only', 1, facts.numeric && (namesCode || isGroup));
  add('crowded-form', -1.5, facts.inputsInForm > 9 && !isGroup);
  add('password-type', -1.5, facts.type === 'password');
  if (add('edited-text', -1, facts.type === 'editable') && !strong) return verdict('none');

  const open = score >= 1.5 || (facts.alone && score >= 0 && facts.type !== 'password');
  if (open) {
    add('few-inputs', 0.5, namesCode && facts.inputsInForm <= 3 && !isGroup);
    add('page', facts.alone ? 2.5 : 1.5, words.pageStrong.test(facts.page));
    add('alone', 0.5, facts.alone && namesCode);
  }
  if (score < leastScore && !nameSent) return verdict('none');
  if (words.captcha.test(facts.around)) return verdict('none', 'captcha');

  const isTotp = facts.name.includes(' totp ') && !words.alreadySent.test(facts.around);
  if (isTotp) return verdict('authenticator');
  if (nameSent) return verdict('delivered', 'name-sent');
  // What is said of the field itself weighs more than what is said around it: "we can also send you a message".
  const said = [facts.label + facts.before, facts.around].find(
    (text) => words.fromApp.test(text) || words.sent.test(text),
  );
  if (said && add('from-app', 1, words.fromApp.test(said))) return verdict('authenticator');
  if (said || facts.maskedAddress) return verdict('delivered', 'sent');
  return verdict('authenticator');
}
