/**
 * The rules of other extensions as our notes restate them, for comparison: what each would take for a field that wants a code, in
 * order. Simplified where a rule needs more than one page (site lists, learned weights beyond the largest).
 */
export interface PeerField {
  readonly input: HTMLInputElement;
  readonly type: string;
  /** id and name, lower case. */
  readonly name: string;
  /** Placeholder, aria-label, title and label, lower case. */
  readonly label: string;
  readonly autocomplete: string;
  /** Text of its form or block, lower case. */
  readonly near: string;
  readonly maxLength: number;
  readonly numeric: boolean;
  readonly width: number;
  readonly passwordOnPage: boolean;
  /** One of 4 to 8 like it beside each other. */
  readonly grouped: boolean;
}

/** Answers the score of a field, 0 for none; the best is filled first. */
export type PeerRule = (field: PeerField) => number;

const has = (text: string, words: string): boolean => words.split('|').some((word) => text.includes(word));
const typed = (field: PeerField, types: string): boolean => types.split(' ').includes(field.type);
const oneTime = (field: PeerField): boolean => field.autocomplete.includes('one-time-code');

export const peers: Readonly<Record<string, PeerRule>> = {
  'one-time-code alone': (field) => Number(oneTime(field)),

  'Authenticator-Extension': (field) =>
    Number(
      typed(field, 'text tel number password') && has(field.name, '2fa|otp|authenticator|factor|code|totp'),
    ),

  '2FAS': (field) =>
    Number(
      typed(field, 'text tel number') &&
        has(
          `${field.name} ${field.label}`,
          'otp|2fa|mfa|totp|two-factor|twofactor|verification|authcode|auth_code|authentication|security code|one-time|onetime|code de vérification|code de sécurité|code à usage unique|authentification|chiffres|digit code|code',
        ) &&
        !has(
          `${field.name} ${field.label}`,
          'email|search|phone|zip|postal|promo|coupon|country|card|user|captcha',
        ),
    ),

  'KeePassXC-Browser': (field) => {
    if (oneTime(field)) return 2;
    const said = `${field.name} ${field.label}`;
    if (!typed(field, 'number password tel text')) return 0;
    if (has(said, 'email|password|username|comment|author|error|encode|decode')) return 0;
    if (/(bank|coupon|postal|user|zip).*code/.test(said)) return 0;
    const roomy = field.maxLength < 0 || (field.maxLength >= 6 && field.maxLength <= 10);
    if (field.grouped) return 1;
    if (!roomy || field.width < 60) return 0;
    return Number(
      has(
        said,
        '2fa|2fpin|auth|challenge|code|idvpin|mfa|one_time_password|otp|token|twofa|two-factor|twofactor|verification_pin',
      ),
    );
  },

  Bitwarden: (field) => {
    const said = `${field.name} ${field.label}`;
    if (has(said, 'backup|recovery')) return 0;
    if (oneTime(field)) return 2;
    if (!typed(field, 'text tel number') || has(said, 'captcha|findanything|forgot|search')) return 0;
    const strong =
      'totp|totpcode|2facode|approvals_code|mfacode|otc-code|onetimecode|otp-code|otpcode|onetimepassword|security_code|second-factor|twofactor|twofa|verificationcode|verification code';
    if (has(said, strong)) return 2;
    const ambiguous = new Set(['code', 'pin', 'otc', 'otp', '2fa', 'mfa']);
    return Number(!field.passwordOnPage && said.split(/[^a-z0-9]+/).some((word) => ambiguous.has(word)));
  },

  'like Proton Pass': (field) => {
    if (!typed(field, 'text tel number')) return 0;
    const own = `${field.name} ${field.autocomplete}`;
    const given: [boolean, number][] = [
      [has(own, '2fa|mfa|two-factor|twofactor|authenticator|totp'), 16],
      [has(own, 'otp|otc|one-time|onetime'), 11],
      [
        has(
          field.label,
          '2fa|mfa|two-factor|authenticat|double étape|double facteur|multi-facteur|code d’authentification',
        ),
        5.7,
      ],
      [has(field.near, '2fa|mfa|two-factor|authenticat'), 5.4],
      [/(^| )(code|token|otp|otc|totp)( |$)/.test(field.name), 5.2],
      [oneTime(field), 4.6],
      [field.numeric, 3.8],
      [field.maxLength === 1, 3.8],
      [field.maxLength === 1 || field.maxLength === 6, 2.3],
      [field.grouped, 2],
      [has(`${own} ${field.label}`, 'resend|send|new code|email|e-mail|sms|phone'), -11.1],
      [oneTime(field) && field.maxLength > 10, -8.1],
      [has(field.near, 'resend|send again|new code|nouveau code|envoyer|renvoyer'), -6.6],
      [field.near.split('@').length > 2, -5.8],
      [field.maxLength === 5, -1.5],
    ];
    const sum = given.reduce((total, [is, weight]) => total + (is ? weight : 0), -7.3);
    const chance = 1 / (1 + Math.exp(-sum));
    return chance >= 0.51 ? chance : 0;
  },

  VastBlast: (field) => {
    const said = `${field.name} ${field.label} ${field.near.slice(0, 300)}`;
    const shape = field.numeric || (field.maxLength >= 4 && field.maxLength <= 8);
    const score =
      120 * Number(oneTime(field)) +
      80 *
        Number(
          has(
            said,
            'one-time|one time|otp|2fa|mfa|totp|two-factor|two factor|authenticator|verification code',
          ),
        ) +
      35 * Number(field.grouped) +
      20 * Number(shape) +
      15 * Number(shape && has(said, 'code'));
    return typed(field, 'text tel number password') && score >= 45 ? score : 0;
  },
};
