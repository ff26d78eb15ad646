/** Small pages with the markup that matters, made from what is known of real ones. */
import type { PageOutcome } from '@/lib/fields/page-contract';

const html = (body: string, title = 'Page'): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

const stay = `<script>addEventListener('submit', (event) => event.preventDefault())</script>`;

const boxes = (count: number, attributes = 'maxlength="1" inputmode="numeric"'): string =>
  `<div class="boxes">${`<input ${attributes} style="width:40px;height:40px">`.repeat(count)}</div>`;

/** Digits typed move the focus on; only the last box of a pasted code would be lost. */
const autoAdvance = `<script>
  const all = [...document.querySelectorAll('.boxes input')];
  all.forEach((input, index) => input.addEventListener('input', () => { if (input.value) all[index + 1]?.focus(); }));
</script>`;

/** `label for` leads nowhere, as in Keycloak's v2 theme. */
export const keycloakEnrolmentV2 = html(
  `<ol id="kc-totp-settings"><li><p>Ouvrez l'application et scannez le code-barres</p>
     <img id="kc-totp-secret-qr-code" alt="Figure: Barcode" width="246" height="246" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></li></ol>
   <form id="kc-totp-settings-form" method="post" novalidate>
     <div class="pf-v5-c-form__group">
       <div class="pf-v5-c-form__group-label"><label for="form-vertical-name"><span class="pf-v5-c-form__label-text">Code à usage unique</span> <span>*</span></label></div>
       <span class="pf-v5-c-form-control"><input type="text" required id="totp" name="totp" autocomplete="off" aria-invalid="false"></span>
     </div>
     <input type="hidden" id="totpSecret" name="totpSecret" value="x">
     <div class="pf-v5-c-form__group">
       <div class="pf-v5-c-form__group-label"><label for="form-vertical-name"><span class="pf-v5-c-form__label-text">Nom d'appareil</span></label></div>
       <span class="pf-v5-c-form-control"><input type="text" id="userLabel" name="userLabel" autocomplete="off"></span>
     </div>
     <input type="checkbox" id="logout-sessions" name="logout-sessions" checked>
     <input type="submit" id="saveTOTPBtn" value="Soumettre">
     <button type="submit" id="cancelTOTPBtn" name="cancel-aia" value="true">Annuler</button>
   </form>${stay}`,
  "Configuration de l'authentification par mobile",
);

export const omnivox = html(
  `<main><h1>Validation d'identité</h1><p>Entrez le code à 6 chiffres de votre application d'authentification.</p>
   <div class="MuiFormControl-root"><div class="MuiInputBase-root"><input class="MuiInputBase-input" type="text"></div></div>
   <button class="MuiButton-root" type="button">VALIDER</button></main>`,
);

export const selfSubmitting = html(
  `<form data-auto-submit="true"><label for="otp">Code d'authentification</label><input id="otp" name="otp" maxlength="6"></form>
   <script>
     globalThis.sent = [];
     otp.addEventListener('input', () => { if (otp.value.length === 6) { sent.push(otp.value); otp.disabled = true; } });
   </script>`,
);

export const refusing = html(
  `<label>Code 2FA <input id="otp"></label><script>otp.addEventListener('input', () => { otp.value = ''; });</script>`,
);

export const closedShadow = html(
  `<h1>Two-factor authentication</h1><my-code></my-code><script>
     customElements.define('my-code', class extends HTMLElement {
       constructor() {
         super();
         const root = this.attachShadow({ mode: 'closed' });
         root.innerHTML = '<form><label>Authentication code <input name="code"></label><button>OK</button></form>';
         globalThis.press = () => root.querySelector('form').requestSubmit();
         root.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
         globalThis.read = () => root.querySelector('input').value;
       }
     });
   </script>`,
);

/** A row of drawn boxes with an invisible input over it, as some widgets make; the arguments turn it into a trap. */
function overlay({ boxes = 6, box = 'border:1px solid #888', input = '', row = '' } = {}): string {
  return `<p>Code d'authentification à 6 chiffres</p>
    <div style="position:relative;width:300px;height:40px"><div id="row" style="display:flex;gap:8px;${row}">${`<div class="box" style="width:36px;height:38px;${box}"></div>`.repeat(boxes)}</div>
    <input id="otp" name="otp" style="position:absolute;inset:0;width:300px;height:40px;box-sizing:border-box;opacity:0;${input}"></div>
    <script>otp.addEventListener('input', () => [...document.querySelectorAll('.box')].forEach((box, at) => { box.textContent = otp.value[at] ?? ''; }));</script>`;
}

/** A page that should be filled, and where its code is read back. */
export const authenticators: Record<string, [string, string]> = {
  'Keycloak enrolment, v2 theme': [keycloakEnrolmentV2, '#totp'],
  'Keycloak enrolment, base theme': [
    html(`<form id="kc-totp-settings-form"><label for="totp">Code à usage unique</label><input type="text" id="totp" name="totp" autocomplete="off">
      <label for="userLabel">Nom d'appareil</label><input type="text" id="userLabel" name="userLabel" autocomplete="off"><input type="submit" value="Soumettre"></form>`),
    '#totp',
  ],
  'Keycloak sign-in, v2 theme': [
    html(`<form id="kc-otp-login-form"><label for="otp">Code à usage unique</label><input id="otp" name="otp" type="text" autocomplete="one-time-code" autofocus>
      <button id="kc-login" name="login" type="submit">Connexion</button></form>`),
    '#otp',
  ],
  'Keycloak sign-in, oldest theme': [
    html(`<form id="kc-totp-login-form"><label for="totp">One-time code</label><input id="totp" name="totp" autocomplete="off">
      <input type="submit" id="kc-cancel" name="cancel" value="Annuler"><input type="submit" id="kc-login" name="login" value="Connexion"></form>`),
    '#totp',
  ],
  'Omnivox, no form, no name': [omnivox, 'input'],
  'LemonLDAP enrolment': [
    html(
      `<form><p>Entrez le code TOTP</p><input id="code" name="code" autocomplete="off"><label for="TOTPName">Nom</label><input id="TOTPName" name="TOTPName"></form>`,
    ),
    '#code',
  ],
  'six boxes that move the focus': [
    html(
      `<h1>Authentification à deux facteurs</h1><form><p>Entrez le code de votre application</p>${boxes(6)}<button>Vérifier</button></form>${autoAdvance}`,
    ),
    '.boxes input',
  ],
  'six boxes that spread a pasted code': [
    html(`<p>Authenticator app code</p>${boxes(6, 'type="tel" maxlength="1"')}<script>
      const all = [...document.querySelectorAll('.boxes input')];
      all.forEach((input) => {
        input.addEventListener('paste', (event) => { event.preventDefault(); [...event.clipboardData.getData('text/plain')].forEach((digit, at) => { all[at].value = digit; }); });
        input.addEventListener('input', () => { input.value = all.every(({ value }) => value) ? input.value : ''; });
      });</script>`),
    '.boxes input',
  ],
  'a field its page controls': [
    html(`<label>Authentication code <input id="otp"></label><script>
      let kept = '';
      const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
      let tracked = '';
      Object.defineProperty(otp, 'value', { get: () => own.get.call(otp), set: (value) => { tracked = value; own.set.call(otp, value); } });
      otp.addEventListener('input', () => { const now = own.get.call(otp); if (now !== tracked) { kept = now; tracked = now; } });
      setInterval(() => { if (own.get.call(otp) !== kept) otp.value = kept; }, 5);</script>`),
    '#otp',
  ],
  'a field that believes only the keyboard': [
    html(`<label>Authentication code <input id="otp"></label><script>
      let kept = '';
      otp.addEventListener('input', (event) => { if (event.isTrusted) kept = otp.value; else otp.value = kept; });</script>`),
    '#otp',
  ],
  'a password-type field of a one-time code': [
    html(
      `<form><label for="otp">OTP</label><input type="password" id="otp" name="otp" autocomplete="one-time-code"><button>OK</button></form>`,
    ),
    '#otp',
  ],
  'a mask with a space': [
    html(`<label>Code 2FA <input id="otp" name="totp"></label><script>
      otp.addEventListener('input', () => { const digits = otp.value.replace(/\\D/g, ''); otp.value = digits.slice(0, 3) + ' ' + digits.slice(3); });</script>`),
    '#otp',
  ],
  'an element whose text is edited': [
    html(
      `<h1>Two-factor authentication</h1><div id="otp" contenteditable="true" role="textbox" aria-label="Authentication code" style="width:200px;height:30px;border:1px solid"></div>`,
    ),
    '#otp',
  ],
  'an invisible input over the boxes it fills': [html(overlay()), '#otp'],
  'a field below the window': [
    html(`<div style="height:3000px"></div><label>Code d'authentification <input id="otp"></label>`),
    '#otp',
  ],
};

export const others: Record<string, string> = {
  'a search box': html(
    `<form role="search"><label>Rechercher <input name="q"></label><button>OK</button></form>`,
    'Authentification à deux facteurs',
  ),
  'a lone search box on a page about codes': html(
    `<label>Recherche <input name="recherche"></label>`,
    'Two-factor authentication help',
  ),
  'a message being written': html(
    `<form><label>À <input name="to"></label><label>Objet <input name="subject"></label><textarea></textarea><button>Envoyer</button></form>`,
    'Votre code de vérification – Courriel',
  ),
  'a sign-in form': html(
    `<form><label>Code d'usager <input name="codeUtilisateur"></label><label>Mot de passe <input type="password" name="MotPasse"></label><button>Connexion</button></form>`,
  ),
  'a password alone': html(
    `<form><label>Passcode <input type="password" name="passcode"></label><button>Connexion</button></form>`,
  ),
  'a postal code': html(
    `<form><label>Code postal <input name="code" maxlength="7"></label><button>OK</button></form>`,
  ),
  'a card': html(
    `<form><input name="cardNumber" autocomplete="cc-number"><label>Security code <input name="verification_code" inputmode="numeric" maxlength="4"></label></form>`,
  ),
  'a captcha': html(
    `<form><label>Verification code <input name="code" maxlength="6"></label><p>Captcha</p></form>`,
  ),
  'a code permanent': html(`<form><label>Code permanent <input name="code" maxlength="12"></label></form>`),
  'a code sent by text message': html(
    `<form><p>Un code vous a été envoyé par texto.</p><label>Code de vérification <input name="code" maxlength="6" autocomplete="one-time-code"></label><a href="#">Renvoyer le code</a></form>`,
  ),
  'a recovery code': html(
    `<form><label>Code de récupération <input name="recovery_code" autocomplete="one-time-code"></label><button>OK</button></form>`,
  ),
  'a numbered Keycloak recovery code': html(
    `<form id="kc-recovery-code-login-form"><label for="r">Recovery code #3</label><input id="r" name="recoveryCodeInput"></form>`,
  ),
  'four boxes of a profile': html(`<p>Profile PIN</p>${boxes(4, 'type="password" maxlength="1"')}`),
  'two codes as likely as each other': html(
    `<label>Authentication code <input name="a"></label><label>Authentication code <input name="b"></label>`,
  ),
};

const field = (style: string): string =>
  `<label>Code d'authentification</label><input id="otp" name="otp" style="${style}">`;

export const hidden: Record<string, string> = {
  transparent: html(field('opacity:0')),
  'in something faint': html(`<div style="opacity:.8"><div style="opacity:.8">${field('')}</div></div>`),
  'faint by a filter': html(`<div style="filter:opacity(10%)">${field('')}</div>`),
  invisible: html(field('visibility:hidden')),
  'not displayed': html(field('display:none')),
  tiny: html(field('width:2px;height:2px;padding:0;border:0')),
  'transparent over nothing': html(overlay({ boxes: 0 })),
  'transparent over one box': html(overlay({ boxes: 1 })),
  'transparent over boxes that are not drawn': html(overlay({ box: '' })),
  'transparent over faint boxes': html(overlay({ row: 'opacity:.2' })),
  'transparent and away from the boxes': html(overlay({ input: 'top:200px' })),
  'transparent over the boxes and the rest of the page': html(
    overlay({ input: 'position:fixed;width:100vw;height:100vh' }),
  ),
  'transparent over words': html(
    `<div style="position:relative"><div style="display:flex">${'<p style="border:1px solid;width:60px">Gagnez</p>'.repeat(6)}</div>
     <label>Code 2FA</label><input id="otp" style="position:absolute;left:0;top:0;width:300px;height:40px;opacity:0"></div>`,
  ),
  'outside the page': html(field('position:absolute;left:-3000px')),
  'clipped away': html(field('clip-path:inset(100%)')),
  'scaled to nothing': html(field('transform:scale(0)')),
  covered: html(`<div style="position:fixed;inset:0;background:#fff;z-index:9"></div>${field('')}`),
  'covered below the window': html(
    `<div style="height:3000px"></div><div style="position:relative">${field('')}<div style="position:absolute;inset:0;background:#fff"></div></div>`,
  ),
};

const enrolment = (more: string): string =>
  html(
    `${more}<form><label>Code à usage unique <input id="totp" name="totp"></label><button>OK</button></form>`,
  );

export const outcomes: Record<string, [string, PageOutcome]> = {
  'an error beside the field': [
    enrolment(`<span id="input-error-otp-code">Le code d'authentification est invalide.</span>`),
    'refused',
  ],
  'an error at the top of the page': [
    enrolment(`<div class="alert alert-error" role="alert">Invalid authenticator code.</div>`),
    'refused',
  ],
  'the same form again without a word': [enrolment(''), 'silent'],
  'a device name that is missing': [
    enrolment(`<span id="input-error-otp-label">Veuillez entrer le nom de votre appareil.</span>`),
    'silent',
  ],
  'an error without a code field': [
    html(`<div class="alert-error">Une erreur est survenue.</div><a href="/logout">Déconnexion</a>`),
    'silent',
  ],
  'a page that shows the device': [html(`<ul><li>Poste 12</li></ul>`), 'accepted'],
  'good news': [html(`<p role="alert">L'application d'authentification a été configurée.</p>`), 'accepted'],
  'no news': [html(`<p>Bienvenue</p>`), 'silent'],
  'a denial': [html(`<p>Two-factor authentication is not enabled.</p>`), 'silent'],
  'a way out of the session': [html(`<nav><a href="/x">Se déconnecter</a></nav>`), 'accepted'],
  'the sign-in form again': [html(`<p>Compte ajouté</p><form><input type="password"></form>`), 'silent'],
  'an enrolment still shown': [
    html(
      `<p>Compte ajouté</p><img alt="QR code" width="200" height="200" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`,
    ),
    'silent',
  ],
};
