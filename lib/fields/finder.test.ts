// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { findDeviceNameField } from './device-name';
import { chooseField, find, type Page } from './finder';
import { findSubmitButton, submitsByItself, wordsOfButton } from './submit-button';
import { createOpenRoot } from './walk';

const page: Page = {
  doc: document,
  openRoot: createOpenRoot(undefined),
  drawn: (element) => !element.hasAttribute('data-hidden'),
  visible: (element) => !element.hasAttribute('data-hidden'),
};
const findFields = () => find(page, { digits: 6 }).fields;
const show = (html: string): void => {
  document.body.innerHTML = html;
};
const choose = (focusedOnly = false) => chooseField(findFields(), { focusedOnly });
const chosenId = (focusedOnly = false): string | undefined => choose(focusedOnly)?.field.inputs[0]?.id;
const input = (id: string): HTMLInputElement => document.getElementById(id) as HTMLInputElement;

beforeEach(() => {
  document.title = '';
});

describe('the finder', () => {
  it('reads the label of the block before when `for` leads nowhere', () => {
    show(`<div><label for="form-vertical-name">Code à usage unique</label></div><span><input id="a"></span>
      <div><label for="form-vertical-name">Nom d'appareil</label></div><span><input id="b"></span>`);
    expect(choose()).toMatchObject({ certainty: 'sure' });
    expect(chosenId()).toBe('a');
    expect(findDeviceNameField(page, find(page, { digits: 6 }), [input('a')])?.id).toBe('b');
  });

  it('does not take the label of another field for its own', () => {
    show(`<p>Authentication code</p><input id="a"><input id="b">`);
    const scores = findFields().map(({ verdict }) => verdict.score);
    expect(scores[0]).toBeGreaterThan(scores[1] as number);
  });

  it('takes boxes as one field, and the hidden sum of them as none', () => {
    show(`<label>Code 2FA</label><div>${'<input maxlength="1">'.repeat(6)}<input data-hidden></div>`);
    expect(choose()?.field.inputs).toHaveLength(6);
  });

  it('lets the first box be longer, for a pasted code', () => {
    show(`<label>Code 2FA</label><div><input maxlength="6">${'<input maxlength="1">'.repeat(5)}</div>`);
    expect(choose()?.field.inputs).toHaveLength(6);
  });

  it('keeps the boxes of two forms apart', () => {
    show(
      `<form>${'<input maxlength="1">'.repeat(6)}</form><form>${'<input maxlength="1">'.repeat(6)}</form>`,
    );
    expect(findFields().map(({ inputs }) => inputs.length)).toEqual([6, 6]);
    expect(choose()?.certainty).toBe('unsure');
  });

  it('prefers what is seen, and the focused one of two equals', () => {
    show(
      `<form><label>OTP <input id="a" name="otp" data-hidden></label></form><form><label>OTP <input id="b" name="otp"></label></form>`,
    );
    expect(chosenId()).toBe('b');
    show(`<label>OTP <input id="a" name="otp"></label><label>OTP <input id="b" name="otp"></label>`);
    expect(choose()?.certainty).toBe('unsure');
    input('b').focus();
    expect([chosenId(), choose()?.certainty]).toEqual(['b', 'sure']);
  });

  it('looks at the focused field alone when the person pointed at it', () => {
    show(
      `<input id="a" name="code"><label>OTP <input id="b" name="otp"></label><input id="c" name="q" type="search">`,
    );
    input('a').focus();
    expect(choose(true)).toMatchObject({
      certainty: 'unsure',
      field: { verdict: { class: 'authenticator' } },
    });
    input('c').focus();
    expect(choose(true)).toBeNull();
  });

  it('finds the one field of a crowd that names a code, and reads no other in full', () => {
    show(
      `${'<div><input name="line[]"></div>'.repeat(300)}<label>Code 2FA <input id="a" name="otp"></label>`,
    );
    expect(chosenId()).toBe('a');
    expect(findFields().filter(({ verdict }) => verdict.reasons[0] === 'crowd').length).toBeGreaterThan(200);
  });

  it('reads the words just before a field, and not those of the field before it', () => {
    show('<div>Nom <input id="a"> Code à usage unique <input id="b"></div>');
    expect(chosenId()).toBe('b');
  });

  it('takes boxes that each hold a whole pasted code, the last one but one digit', () => {
    const rect = { width: 36, height: 40, top: 0, left: 0 } as DOMRect;
    show(
      `<label>Code 2FA</label><div>${'<input type="number" maxlength="6">'.repeat(5)}<input type="number" maxlength="1"></div>`,
    );
    for (const box of document.querySelectorAll('input')) box.getBoundingClientRect = () => rect;
    expect(choose()?.field.inputs).toHaveLength(6);
  });

  it('leaves fields that cannot be typed in', () => {
    show(
      `<input name="otp" disabled><input name="otp" readonly><input name="otp" type="hidden"><textarea name="otp"></textarea>`,
    );
    expect(choose()).toBeNull();
  });

  it('finds a field in a shadow root, focused or not', () => {
    show('<div id="host"></div>');
    const root = document.getElementById('host')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    root.innerHTML = '<label>Authentication code <input id="in"></label>';
    expect(choose()?.field.inputs[0]?.id).toBe('in');
  });
});

describe('the device name', () => {
  it.each([
    'name="userLabel"',
    'aria-label="Device name"',
    'placeholder="Nickname"',
    'id="TOTPName"',
    `aria-label="Nom de l'appareil"`,
  ])('is asked by a field with %s', (attributes) => {
    show(`<form><input id="totp"><input data-me ${attributes}></form>`);
    expect(
      findDeviceNameField(page, find(page, { digits: 6 }), [input('totp')])?.hasAttribute('data-me'),
    ).toBe(true);
  });

  it.each([
    ['in another form', '<form><input id="totp"></form><form><input name="userLabel"></form>'],
    ['not empty', '<form><input id="totp"><input name="userLabel" value="x"></form>'],
    ['hidden', '<form><input id="totp"><input name="userLabel" data-hidden></form>'],
    ['a person’s name', '<form><input id="totp"><input name="firstName" aria-label="Nom"></form>'],
  ])('is left when it is %s', (_, html) => {
    show(html);
    expect(findDeviceNameField(page, find(page, { digits: 6 }), [input('totp')])).toBeNull();
  });
});

describe('the button', () => {
  const words = (): string | null => {
    const button = findSubmitButton(input('c'), page.visible);
    return button && wordsOfButton(button);
  };
  it.each([
    [
      '<form><input id="c"><button type="submit" name="cancel-aia">X</button><input type="submit" value="Enregistrer"></form>',
      'Enregistrer',
    ],
    ['<form><button type="button">Aide</button><input id="c"><button>Vérifier</button></form>', 'Vérifier'],
    [
      '<main><div><input id="c"></div><button type="button">Annuler</button><button type="button">VALIDER</button></main>',
      'VALIDER',
    ],
    ['<form><input id="c"><button aria-label="Continue"><svg></svg></button></form>', 'Continue'],
    ['<form><input id="c"><a href="#">Retour</a></form>', null],
  ])('of %s', (html, expected) => {
    show(html);
    expect(words()).toBe(expected);
  });

  it.each([
    ['<input id="c" oninput="this.form.submit()">', true],
    ['<form data-auto-submit><input id="c"></form>', true],
    ['<form data-auto-submit="false"><input id="c"></form>', false],
    ['<form class="js-verification-code-input-auto-submit"><input id="c"></form>', true],
    ['<form><input id="id_verificationcode"></form>', true],
    ['<form onsubmit="return check()"><input id="c" oninput="this.value = this.value.trim()"></form>', false],
  ])('is not waited for by %s: %s', (html, expected) => {
    show(html);
    expect(submitsByItself([document.querySelector('input') as HTMLInputElement])).toBe(expected);
  });
});
