// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { find } from './finder';
import { askedRecoveryNumber } from './recovery-number';
import { createOpenRoot } from './walk';

const asked = (html: string): number | null => {
  document.body.innerHTML = html;
  const seen = (element: Element) => !element.hasAttribute('data-hidden');
  const page = { doc: document, openRoot: createOpenRoot(undefined), drawn: seen, visible: seen };
  return askedRecoveryNumber(find(page, { digits: null }));
};

test.each<[string, string, number | null]>([
  [
    'Keycloak',
    '<form id="kc-recovery-code-login-form"><label for="r">Recovery code #3</label><input id="r" name="recoveryCodeInput"></form>',
    3,
  ],
  [
    'French',
    '<form><label for="r">Code de récupération no 12</label><input id="r" name="recovery"></form>',
    12,
  ],
  ['no number', '<form><label for="r">Recovery code</label><input id="r" name="recoveryCode"></form>', null],
  [
    'an authenticator’s code',
    '<form><label for="r">Code 2FA #3</label><input id="r" name="totp"></form>',
    null,
  ],
  [
    'number nought',
    '<form><label for="r">Recovery code #0</label><input id="r" name="recoveryCode"></form>',
    null,
  ],
  [
    'a hidden field',
    '<form><label for="r">Recovery code #3</label><input data-hidden id="r" name="recoveryCode"></form>',
    null,
  ],
])('the number that a page asks for: %s', (_, html, number) => {
  expect(asked(html)).toBe(number);
});
