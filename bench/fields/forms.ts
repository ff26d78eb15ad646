/**
 * Forms made from what is known of real ones, each field that matters marked `data-truth`; every other field wants no code.
 * The finder was corrected by what their mutations showed, with other seeds than the bench counts with.
 */
export interface Form {
  readonly name: string;
  readonly html: string;
  /** It says that the code comes from an app: no *resend* link beside it makes that untrue. */
  readonly saysApp: boolean;
}

const form = (name: string, html: string): Form => ({
  name,
  html,
  saysApp: /appli?|authenti.?cator/i.test(html),
});
const a = 'data-truth="authenticator"';
const d = 'data-truth="delivered"';

export const forms: readonly Form[] = [
  form(
    'Keycloak sign-in',
    `<form id="kc-otp-login-form" action="/auth/otp"><label for="otp">One-time code</label><input ${a} id="otp" name="otp" autocomplete="one-time-code"><button>Sign In</button></form>`,
  ),
  form(
    'Keycloak enrolment',
    `<form id="kc-totp-settings-form"><label for="totp">One-time code</label><input ${a} id="totp" name="totp" autocomplete="off"><label for="userLabel">Device Name</label><input id="userLabel" name="userLabel"><button>Submit</button></form>`,
  ),
  form(
    'a college portal',
    `<main><h1>Identity check</h1><p>Enter the 6-digit code shown by your authenticator app.</p><div><input ${a} type="text"></div><button type="button">VERIFY</button></main>`,
  ),
  form(
    'Google',
    `<form action="/challenge/totp"><h2>2-Step Verification</h2><label for="totpPin">Enter code</label><input ${a} id="totpPin" name="totpPin" type="tel" autocomplete="one-time-code"><button>Next</button></form>`,
  ),
  form(
    'GitHub',
    `<form action="/sessions/two-factor"><label for="app_totp">Authentication code</label><input ${a} id="app_totp" name="app_otp" autocomplete="one-time-code" inputmode="numeric" placeholder="XXXXXX"><button>Verify</button></form>`,
  ),
  form(
    'Microsoft',
    `<h1>Enter code</h1><p>Enter the code displayed in the authenticator app on your mobile device</p><form><input ${a} id="idTxtBx_SAOTCC_OTC" name="otc" type="tel" maxlength="6" placeholder="Code" aria-label="Code"><button>Verify</button></form>`,
  ),
  form(
    'MediaWiki',
    `<h1>Two-factor authentication</h1><form><label for="wpOATHToken">Token</label><input ${a} id="wpOATHToken" name="OATHToken" autocomplete="one-time-code"><button>Continue</button></form>`,
  ),
  form(
    'WordPress',
    `<form><label for="authcode">Authentication Code:</label><input ${a} id="authcode" name="authcode" inputmode="numeric" pattern="[0-9 ]*" placeholder="123 456" autocomplete="one-time-code"><button>Verify</button></form>`,
  ),
  form(
    'Nextcloud',
    `<h1>Two-factor authentication</h1><form class="totp-form"><input ${a} name="challenge" placeholder="Authentication code" autocomplete="one-time-code"><button>Submit</button></form>`,
  ),
  form(
    'phpMyAdmin',
    `<form><h2>Two-factor authentication</h2><label for="2faCodeInput">Authentication code:</label><input ${a} id="2faCodeInput" name="2fa_code" autocomplete="off"><button>Verify</button></form>`,
  ),
  form(
    'privacyIDEA',
    `<form><label for="otp">OTP</label><input ${a} id="otp" name="otp" type="password" autocomplete="one-time-code"><button>Log in</button></form>`,
  ),
  form(
    'Redmine',
    `<h2>Two-factor authentication</h2><form><label for="twofa_code">Code</label><input ${a} id="twofa_code" name="twofa_code" autocomplete="off" maxlength="6"><button>Activate</button></form>`,
  ),
  form(
    'Moodle',
    `<h1>Two-factor verification</h1><form><label for="id_verificationcode">Enter the code of your app</label><input ${a} id="id_verificationcode" name="verificationcode" inputmode="numeric" maxlength="6" autocomplete="one-time-code"></form>`,
  ),
  form(
    'GitLab',
    `<form><label for="user_otp_attempt">Two-factor authentication code</label><input ${a} id="user_otp_attempt" name="user[otp_attempt]" autocomplete="off"><button>Verify code</button></form>`,
  ),
  form(
    'Okta',
    `<h2>Verify with your authenticator app</h2><form><label for="input60">Enter code</label><input ${a} id="input60" name="credentials.passcode" autocomplete="off"><button>Verify</button></form>`,
  ),
  form(
    'a sign-in with the code beside',
    `<form><label>User name <input name="user" autocomplete="username"></label><label>Password <input name="password" type="password"></label><label>2FA code (6 digits) <input ${a} name="twofa" maxlength="6"></label><button>Log in</button></form>`,
  ),
  form(
    'six boxes',
    `<h1>Two-factor authentication</h1><form><p>Enter the code from your authenticator app</p><div>${`<input ${a} maxlength="1" inputmode="numeric" style="width:36px">`.repeat(6)}</div><button>Verify</button></form>`,
  ),
  form(
    'a code by text message',
    `<form><p>We sent a code to the number ending in 12.</p><label for="code">Verification code</label><input ${d} id="code" name="code" autocomplete="one-time-code" maxlength="6"><a href="#">Resend code</a></form>`,
  ),
  form(
    'a code by e-mail',
    `<form><h2>Check your email</h2><p>Enter the code we emailed to z***@exemple.test.</p><input ${d} name="otp" placeholder="Enter code"><button>Continue</button></form>`,
  ),
  form(
    'a portal code by e-mail',
    `<main><h1>Identity check</h1><p>A security code was sent by e-mail to z***@exemple.test.</p><label>Security code <input ${d} type="text"></label><button>VERIFY</button></main>`,
  ),
  form(
    'an SMS field',
    `<form><label for="smsCode">SMS code</label><input ${d} id="smsCode" name="smsCode" maxlength="6" inputmode="numeric"><button>OK</button></form>`,
  ),
  form(
    'boxes of a text message',
    `<form><p>Enter the 6-digit code we texted you</p><div>${`<input ${d} maxlength="1" inputmode="numeric" style="width:36px">`.repeat(6)}</div><a href="#">Didn't receive it? Resend</a></form>`,
  ),
  form(
    'a code by post',
    `<form><p>Enter the code from the letter we have sent you.</p><label for="otp">Verification code</label><input ${d} id="otp" name="otp"><button>Confirm</button></form>`,
  ),
  form(
    'a sign-in',
    '<form><label>Email <input name="email" type="email"></label><label>Password <input name="password" type="password"></label><button>Log in</button></form>',
  ),
  form(
    'a Québec college',
    '<form><label>Numéro de dossier <input name="NoDA" maxlength="7" inputmode="numeric"></label><label>Mot de passe <input name="PasswordEtu" type="password"></label></form>',
  ),
  form(
    'a Québec university',
    '<form><label>Code permanent <input name="codePermanent" maxlength="12"></label><label>NIP <input name="nip" type="password" maxlength="6"></label></form>',
  ),
  form(
    'a health file',
    '<form><label>NAM <input name="nam" maxlength="12"></label><label>NAS <input name="nas" maxlength="9" inputmode="numeric"></label><label>Code d’accès <input name="codeAcces" maxlength="8"></label></form>',
  ),
  form(
    'an employer',
    '<form><label>Matricule <input name="matricule" maxlength="6" inputmode="numeric"></label><label>Code d’usager <input name="code_usager"></label><button>Continuer</button></form>',
  ),
  form(
    'an address',
    '<form><label>Street <input name="street"></label><label>Postal code <input name="code" maxlength="7"></label><label>City <input name="city"></label></form>',
  ),
  form(
    'a card',
    '<form><label>Card number <input name="cardnumber" autocomplete="cc-number"></label><label>Security code <input name="security_code" maxlength="4" inputmode="numeric"></label></form>',
  ),
  form(
    'a promotion',
    '<form><label>Promo code <input name="code" placeholder="Enter code (optional)"></label><button>Apply</button></form>',
  ),
  form(
    'a captcha',
    '<form><img alt="captcha"><label>Enter the characters shown <input name="verification_code" maxlength="6"></label></form>',
  ),
  form(
    'recovery',
    '<form><label for="recovery_code">Recovery code</label><input id="recovery_code" name="recovery_code" autocomplete="one-time-code"><button>Verify</button></form>',
  ),
  form(
    'a profile',
    `<p>Enter your profile PIN</p><div>${'<input type="password" maxlength="1" style="width:36px">'.repeat(4)}</div>`,
  ),
  form(
    'developer settings',
    '<form><label>Token name <input name="token_name"></label><label>Access token lifetime <input name="token_lifetime" type="number"></label></form>',
  ),
  form('a search', '<form role="search"><input name="q" placeholder="Search codes"></form>'),
  form(
    'an order',
    '<form><label>Quantity <input name="qty" type="number"></label><label>Customer code <input name="customer_code" maxlength="6"></label></form>',
  ),
  form(
    'an activation',
    `<form><label>Licence key</label>${'<input name="key[]" maxlength="5" style="width:80px">'.repeat(3)}</form>`,
  ),
];
