import { describe, expect, it } from 'vitest';
import { phrases, wordsOf, wordsOfName } from './text';

describe('words', () => {
  it.each([
    ['wpOATHToken', ' wp oath token '],
    ['2faCodeInput', ' 2fa code input '],
    ['otp1', ' otp 1 '],
    ['two_factor-code', ' two factor code '],
    ['forgotPassword', ' forgot password '],
    ['MotPasse', ' mot passe '],
    ['a2f', ' a2f '],
    ['idTxtBx_SAOTCC_OTC', ' id txt bx saotcc otc '],
    ['', '  '],
  ])('cuts the name %s into%s', (name, words) => {
    expect(wordsOfName(name)).toBe(words);
  });

  it('reads French with typographic apostrophes, accents and spaces that do not break', () => {
    expect(wordsOf('Code\u00a0d’authentification à « deux étapes » *')).toBe(
      ' code d authentification a deux etapes ',
    );
  });

  it('leaves a word with capitals inside whole in a sentence', () => {
    expect(wordsOf('Protected by reCAPTCHA.')).toBe(' protected by recaptcha ');
  });

  it('finds whole words only, plural included', () => {
    const otp = phrases('otp|one time code');
    expect(otp.test(wordsOf('Your OTPs'))).toBe(true);
    expect(otp.test(wordsOf('One-time codes'))).toBe(true);
    expect(otp.test(wordsOfName('shipping forgotPassword'))).toBe(false);
  });

  it('reads long hostile text in time that grows no faster than it', () => {
    const start = performance.now();
    wordsOf('é'.repeat(1_000_000));
    wordsOfName('aA'.repeat(500_000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});
