import { assert, lorem, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, sureScore, type FieldFacts } from './signals';
import { wordsOf, wordsOfName } from './text';

const plain: FieldFacts = {
  type: 'text',
  autocomplete: '  ',
  name: '  ',
  look: '  ',
  label: '  ',
  before: '  ',
  around: '  ',
  page: '  ',
  maskedAddress: false,
  maxLength: -1,
  numeric: false,
  inputsInForm: 2,
  alone: false,
  besidePassword: false,
  besideCard: false,
  inSearch: false,
  boxes: 1,
  digits: 6,
};

interface Said extends Partial<Omit<FieldFacts, 'name' | 'label'>> {
  readonly name?: string;
  readonly label?: string;
}
const judged = ({
  name = '',
  label = '',
  autocomplete = '',
  before = '',
  around = '',
  page = '',
  ...rest
}: Said) =>
  judge({
    ...plain,
    ...rest,
    name: wordsOfName(name),
    label: wordsOf(label),
    autocomplete: wordsOf(autocomplete),
    before: wordsOf(before),
    around: wordsOf(around),
    page: wordsOf(page),
  });

describe('a field is judged', () => {
  it.each<[string, Said]>([
    ['Keycloak enrolment', { name: 'totp', autocomplete: 'off', label: 'Code à usage unique' }],
    ['Nextcloud', { name: 'challenge', autocomplete: 'one-time-code', label: "Code d'authentification" }],
    ['WordPress', { name: 'authcode', autocomplete: 'one-time-code', numeric: true }],
    ['phpMyAdmin', { name: '2faCodeInput 2fa_code', autocomplete: 'off' }],
    ['MediaWiki', { name: 'wpOATHToken OATHToken', label: 'Token' }],
    ['privacyIDEA', { name: 'otp', type: 'password', autocomplete: 'one-time-code' }],
    [
      'Entra',
      {
        name: 'idTxtBx_SAOTCC_OTC otc',
        type: 'tel',
        maxLength: 6,
        label: 'Code',
        around: 'Enter the code displayed in your authenticator app',
      },
    ],
    ['a label alone', { label: 'Code à 6 chiffres généré par votre application' }],
    [
      'an alternative by message, said around',
      { label: 'Authenticator code', around: 'We can also send a code by SMS' },
    ],
    ['a field that takes a recovery code too', { name: 'otp', label: 'OTP or recovery code' }],
    [
      'an app that says so against a message',
      { autocomplete: 'one-time-code', around: 'Code from your authenticator app. Resend SMS instead' },
    ],
    ['six boxes', { boxes: 6, maxLength: 1, numeric: true }],
    ['two words before a field, no label', { before: 'Code OTP' }],
    ['the app said before it', { before: 'Enter the 6-digit code shown by your authenticator app' }],
  ])('as surely for an authenticator: %s', (_, said) => {
    expect(judged(said)).toMatchObject({ class: 'authenticator' });
    expect(judged(said).score).toBeGreaterThanOrEqual(sureScore);
  });

  it.each<[string, Said]>([
    ['an id', { name: 'sms_code' }],
    ['a label', { label: 'Enter the 6-digit code we texted to your phone' }],
    [
      'text around',
      { name: 'code', label: 'Code de vérification', around: 'Un code vous a été envoyé par courriel.' },
    ],
    ['a masked address', { name: 'otp', maskedAddress: true }],
    [
      'e-mail in spite of one-time-code',
      { autocomplete: 'one-time-code', label: 'Check your email for a verification code' },
    ],
    [
      'a token of plastic',
      { label: 'Security code', name: 'securityCode', around: 'shown by any VIP token' },
    ],
    [
      'a language that is not ours',
      { name: 'code', boxes: 6, maxLength: 1, around: 'код, который мы отправили' },
    ],
    [
      'a resend link beside a field called totp',
      { name: 'totp', label: 'Verification code', around: 'We sent it to you by text. Resend code' },
    ],
    ['the post', { label: 'Code de vérification', name: 'code', around: 'reçu par la poste' }],
  ])('as sent to the person, from %s', (_, said) => {
    expect(judged(said).class).toBe('delivered');
  });

  it.each<[string, Said]>([
    ['Jetstream', { name: 'recovery_code', autocomplete: 'one-time-code' }],
    ['French', { label: 'Code de récupération', name: 'code' }],
    ['Keycloak', { name: 'recoveryCodeInput', label: 'Recovery code #3' }],
    ['French, rescue', { label: 'Code de secours' }],
  ])('as a recovery code: %s', (_, said) => {
    expect(judged(said).class).toBe('recovery');
  });

  it.each<[string, Said]>([
    ['postal', { label: 'Code postal', name: 'code', maxLength: 7 }],
    ['zip', { name: 'zip_code', numeric: true, maxLength: 6 }],
    ['promo', { label: 'Promo code', name: 'promoCode' }],
    ['a card code', { label: 'Security code', name: 'verification_value', besideCard: true, numeric: true }],
    ['a captcha', { label: 'Verification code', name: 'captcha_code' }],
    ['a user code', { name: 'codeUtilisateur', label: "Code d'utilisateur" }],
    ['a username beside a password', { name: 'code', label: 'Code', besidePassword: true }],
    ['code permanent', { label: 'Code permanent' }],
    ['a NIP', { label: 'NIP', name: 'nip', maxLength: 6, numeric: true }],
    ['a NAM', { label: 'Numéro d’assurance maladie (NAM)', name: 'nam' }],
    ['a NAS', { label: 'NAS', numeric: true, maxLength: 9 }],
    ['a code d’accès', { label: 'Code d’accès', name: 'code_acces' }],
    ['a number of a file', { label: 'Nº de dossier', name: 'NoDA', maxLength: 7, numeric: true }],
    ['a matricule', { label: 'Matricule', name: 'code', maxLength: 6, numeric: true }],
    ['a code of a course', { label: 'Code de cours', name: 'code', maxLength: 8 }],
    ['edited text with no strong word', { type: 'editable', label: 'Code de vérification', page: '2FA' }],
    ['an access token', { name: 'access-token-name', label: 'Token name' }],
    ['a search', { name: 'otp', inSearch: true }],
    ['too short a field', { name: 'otp', maxLength: 4 }],
    ['a telephone', { name: 'phone', autocomplete: 'tel' }],
    ['a device name', { name: 'TOTPName', label: 'Nom' }],
    ['a substring of a name', { name: 'forgotPassword shipping postcode author' }],
    ['four boxes with no word', { boxes: 4, maxLength: 1 }],
    ['a password', { name: 'passcode', type: 'password', alone: true, page: 'Sign in' }],
  ])('as none: %s', (_, said) => {
    expect(judged(said).class).toBe('none');
  });

  it('lets the page lift a lone unnamed field, but not to a sure one', () => {
    const verdict = judged({ alone: true, inputsInForm: 1, page: "Validation d'identité" });
    expect(verdict).toMatchObject({ class: 'authenticator' });
    expect(verdict.score).toBeLessThan(sureScore);
    expect(judged({ page: "Validation d'identité" }).class).toBe('none');
  });

  it('counts boxes against the digits of the code', () => {
    expect(judged({ boxes: 8, maxLength: 1, digits: 6 }).score).toBeLessThan(
      judged({ boxes: 6, maxLength: 1, digits: 6 }).score,
    );
  });

  it('is less sure of five or seven boxes when it does not know how many digits there are', () => {
    for (const boxes of [5, 7])
      expect(judged({ boxes, maxLength: 1, name: 'code', digits: null }).score).toBeLessThan(sureScore);
    expect(judged({ boxes: 5, maxLength: 1, label: 'Authenticator code', digits: 5 }).score).toBeGreaterThan(
      sureScore,
    );
  });

  it('never lets text around the field name a class by itself', () => {
    assert(
      property(lorem(), (text) => {
        expect(judged({ around: `authenticator otp ${text}` }).class).toBe('none');
      }),
    );
  });

  it('gives reasons that hold no text of the page', () => {
    assert(
      property(string(), string(), (name, label) => {
        for (const reason of judged({ name, label, autocomplete: 'one-time-code' }).reasons)
          expect(reason).toMatch(/^[a-z-]+$/);
      }),
    );
  });
});
