// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { linesOf, readOutcome, showsWayOut, type OutcomeOptions } from './outcome';
import { createOpenRoot } from './walk';

const page = {
  doc: document,
  openRoot: createOpenRoot(undefined),
  drawn: (element: Element) => !element.hasAttribute('data-hidden'),
  visible: (element: Element) => !element.hasAttribute('data-hidden'),
};
const read = (html: string, more: Partial<OutcomeOptions> = {}) => {
  document.body.innerHTML = html;
  return readOutcome(page, { code: '012345', deviceName: null, submitted: true, ...more });
};
const wayOut = '<nav><a href="/x">Se déconnecter</a></nav>';
const codeField = (more = '') => `<div><label>Code 2FA <input name="otp" ${more}></label></div>`;

test.each([
  ['the last step of an application', '<h2>Activation terminée</h2><p>Continuer</p>'],
  ['a step in English', '<h2>Setup complete</h2>'],
])('good news that is new is an acceptance: %s', (_, html) => {
  expect(read(html)).toBe('accepted');
});

test.each([
  ['the list of steps', '<p>Configuration</p>\n<p>Activation terminée</p>'],
  ['a promise', '<p>Votre compte sera activé après la validation.</p>'],
])('is none where the same document said it before: %s', (_, html) => {
  document.body.innerHTML = `${html}\n${codeField()}`;
  const linesBefore = linesOf(page);
  expect(read(`${html}\n<p>Un instant…</p>`, { linesBefore })).toBe('silent');
});

test('a way out of the session proves nothing where somebody was signed in already', () => {
  document.body.innerHTML = wayOut;
  expect(showsWayOut({ roots: [document] })).toBe(true);
  expect(read(wayOut)).toBe('accepted');
  expect(read(wayOut, { signedIn: true })).toBe('silent');
});

test.each([
  ['at work', `<div aria-busy="true">…</div>${wayOut}`],
  ['at work, with a bar', `<div role="progressbar">…</div>${wayOut}`],
  ['out of time', `<h1>Votre session a expiré</h1>${wayOut}`],
  ['failing, said to screen readers', `<p role="status">La validation a échoué</p>${wayOut}`],
  ['failing, in a dialog', `<div role="dialog">Try again later</div>${wayOut}`],
])('a page is not taken for an acceptance: %s', (_, html) => {
  expect(read(html)).toBe('silent');
});

test('a field that the page marks as wrong is a refusal, once the code was sent', () => {
  expect(read(codeField('aria-invalid="true"'))).toBe('refused');
  expect(read(codeField('aria-invalid="false"'))).toBe('silent');
  expect(read(codeField('aria-invalid="true"'), { submitted: false })).toBe('silent');
  expect(read(codeField('aria-invalid="true" value="012345"'), { submitted: false })).toBe('unchanged');
});
