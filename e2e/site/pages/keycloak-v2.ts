/**
 * Keycloak's theme keycloak.v2, written by hand with its traps: a space after `base64,`, labels whose `for` leads nowhere, a
 * checkbox already checked, devices as clickable tiles with a hidden field and no radio, a form that disables its button.
 */

import { page as reply } from '../exchange.ts';
import type { Exchange, Reply } from '../exchange.ts';
import { html, raw } from '../html.ts';
import type { Html } from '../html.ts';
import { loadKeycloak } from '../keycloak/draw.ts';
import { keycloakPage } from '../keycloak/flow.ts';
import type { CodeView, EnrolView } from '../keycloak/flow.ts';
import { secretView, supportedApplications } from '../keycloak/secret-view.ts';

const id = 'keycloak-v2';
const issuer = 'Réseau de la santé';

type Say = (key: string, ...values: string[]) => string;

const style = raw(`
  body { margin: 0; background: #1f3b5b; font: 16px/1.5 "Red Hat Text", system-ui, sans-serif; color: #151515; }
  .pf-v5-c-login__main { max-width: 31rem; margin: 3rem auto; padding: 2rem; background: #fff; }
  .pf-v5-c-form__group { margin-bottom: 1rem; }
  .pf-v5-c-form-control input { width: 100%; box-sizing: border-box; padding: .4rem .5rem; font: inherit; }
  .pf-v5-c-form__label-required, .pf-m-error { color: #c9190b; }
  .pf-v5-c-tile { display: inline-block; padding: 1rem; margin: 0 .5rem .5rem 0; border: 1px solid #d2d2d2; cursor: pointer; }
  .pf-v5-c-tile.pf-m-selected { border: 2px solid #06c; }
  .pf-v5-c-button { font: inherit; padding: .4rem 1rem; }
  .pf-m-primary { background: #06c; color: #fff; border: 0; }
`);

/** Keycloak's own policy forbids no inline script: the tiles and the form carry handlers. */
const policy = { 'script-src': "'self' 'unsafe-inline'" };

async function draw(exchange: Exchange, titleKey: string, content: (say: Say) => Html): Promise<Reply> {
  const { message } = await loadKeycloak();
  const say: Say = (key, ...values) => message(exchange.lang, key, ...values);
  const document = html`<!doctype html>
    <html class="login-pf" lang="${exchange.lang}" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${say('loginTitle', issuer)}</title>
        <link rel="icon" href="data:," />
        <style nonce="${exchange.nonce}">
          ${style}
        </style>
      </head>
      <body id="keycloak-bg" data-page-id="login-${titleKey}">
        <div class="pf-v5-c-login">
          <div class="pf-v5-c-login__container">
            <main class="pf-v5-c-login__main">
              <div class="pf-v5-c-login__main-header">
                <h1 class="pf-v5-c-title pf-m-3xl" id="kc-page-title">${say(titleKey)}</h1>
              </div>
              <div class="pf-v5-c-login__main-body">${content(say)}</div>
            </main>
          </div>
        </div>
      </body>
    </html>`;
  return reply(exchange, document, { policy });
}

interface Field {
  readonly name: string;
  readonly label: string;
  /** What the label's `for` says. */
  readonly labelFor: string;
  readonly required: boolean;
  readonly autocomplete: string;
  readonly autofocus: boolean;
  readonly errorId: string;
  readonly error: string | null;
}

function field({ name, label, labelFor, required, autocomplete, autofocus, errorId, error }: Field): Html {
  return html`<div class="pf-v5-c-form__group">
    <div class="pf-v5-c-form__group-label">
      <label for="${labelFor}" class="pf-v5-c-form__label">
        <span class="pf-v5-c-form__label-text">${label}</span>
        ${required && html`<span class="pf-v5-c-form__label-required" aria-hidden="true">&#42;</span>`}
      </label>
    </div>
    <span class="pf-v5-c-form-control ${error !== null && 'pf-m-error'}">
      <input
        id="${name}"
        name="${name}"
        value=""
        type="text"
        autocomplete="${autocomplete}"
        ${autofocus && 'autofocus'}
        ${required && 'required'}
        aria-invalid="${error === null ? '' : 'true'}"
      />
    </span>
    ${
      error !== null &&
      html`<div class="pf-v5-c-form__helper-text" aria-live="polite">
        <div class="pf-v5-c-helper-text">
          <div id="input-error-container-${name}" class="pf-v5-c-helper-text__item pf-m-error">
            <span id="${errorId}" class="pf-v5-c-helper-text__item-text pf-m-error kc-feedback-text"
              >${error}</span
            >
          </div>
        </div>
      </div>`
    }
  </div>`;
}

function drawEnrol(exchange: Exchange, view: EnrolView): Promise<Reply> {
  const secret = secretView(view);
  const { errors } = view;
  return draw(
    exchange,
    'loginTotpTitle',
    (say) =>
      html`<ol id="kc-totp-settings" class="pf-v5-c-list pf-v5-u-mb-md">
          <li>
            <p>${say('loginTotpStep1')}</p>
            <ul id="kc-totp-supported-apps">
              ${supportedApplications(view).map((app) => html`<li>${say(app)}</li>`)}
            </ul>
          </li>
          ${view.mode === 'manual' ? manualSteps(view, say, secret.manualKey) : qrStep(view, say, secret.qrPng)}
          <li>
            <p>${say('loginTotpStep3')}</p>
            <p>${say('loginTotpStep3DeviceName')}</p>
          </li>
        </ol>
        <form
          action="${view.action}"
          class="pf-v5-c-form"
          id="kc-totp-settings-form"
          method="post"
          novalidate="novalidate"
        >
          ${field({
            name: 'totp',
            label: say('authenticatorCode'),
            labelFor: 'form-vertical-name',
            required: true,
            autocomplete: 'off',
            autofocus: false,
            errorId: 'input-error-otp-code',
            error: errors.totp === undefined ? null : say(errors.totp),
          })}
          <input type="hidden" id="totpSecret" name="totpSecret" value="${secret.hidden}" />
          ${view.mode !== null && html`<input type="hidden" id="mode" name="mode" value="${view.mode}" />`}
          ${field({
            name: 'userLabel',
            label: say('loginTotpDeviceName'),
            labelFor: 'form-vertical-name',
            required: view.person.devices.length >= 1,
            autocomplete: 'off',
            autofocus: false,
            errorId: 'input-error-otp-label',
            error: errors.userLabel === undefined ? null : say(errors.userLabel),
          })}
          <div class="pf-v5-c-form__group">
            <div class="pf-v5-c-check">
              <input
                type="checkbox"
                class="pf-v5-c-check__input"
                id="logout-sessions"
                name="logout-sessions"
                value="on"
                checked
              />
              <label for="logout-sessions" class="pf-v5-c-check__label">${say('logoutOtherSessions')}</label>
            </div>
          </div>
          <div class="pf-v5-c-form__actions">
            <input
              type="submit"
              class="pf-v5-c-button pf-m-primary"
              id="saveTOTPBtn"
              value="${say('doSubmit')}"
            />
            ${
              view.appInitiated &&
              html`<button
                type="submit"
                class="pf-v5-c-button pf-m-secondary"
                id="cancelTOTPBtn"
                name="cancel-aia"
                value="true"
              >
                ${say('doCancel')}
              </button>`
            }
          </div>
        </form>`,
  );
}

function qrStep(view: EnrolView, say: Say, qrPng: string): Html {
  return html`<li>
    <p>${say('loginTotpStep2')}</p>
    <img id="kc-totp-secret-qr-code" src="data:image/png;base64, ${qrPng}" alt="Figure: Barcode" />
    <br />
    <p><a href="${view.manualUrl}" id="mode-manual">${say('loginTotpUnableToScan')}</a></p>
  </li>`;
}

function manualSteps(view: EnrolView, say: Say, manualKey: string): Html {
  const { policy: shown } = view.person;
  return html`<li>
      <p>${say('loginTotpManualStep2')}</p>
      <p><span id="kc-totp-secret-key">${manualKey}</span></p>
      <p><a href="${view.qrUrl}" id="mode-barcode">${say('loginTotpScanBarcode')}</a></p>
    </li>
    <li>
      <p>${say('loginTotpManualStep3')}</p>
      <ul>
        <li id="kc-totp-type">${say('loginTotpType')}: ${say(`loginTotp.${shown.kind}`)}</li>
        <li id="kc-totp-algorithm">${say('loginTotpAlgorithm')}: ${shown.algorithm}</li>
        <li id="kc-totp-digits">${say('loginTotpDigits')}: ${shown.digits}</li>
        ${
          shown.kind === 'totp'
            ? html`<li id="kc-totp-period">${say('loginTotpInterval')}: ${shown.periodSeconds}</li>`
            : html`<li id="kc-totp-counter">${say('loginTotpCounter')}: 0</li>`
        }
      </ul>
    </li>`;
}

const toggleScript = raw(`
  function toggleOTP(index, value) {
    document.getElementById('selectedCredentialId').value = value;
    Array.from(document.getElementsByClassName('pf-v5-c-tile')).forEach((tile) => tile.classList.remove('pf-m-selected'));
    document.getElementById('kc-otp-credential-' + index).classList.add('pf-m-selected');
  }
`);

function drawCode(exchange: Exchange, view: CodeView): Promise<Reply> {
  const { devices } = view.person;
  const { totp } = view.errors;
  return draw(
    exchange,
    'doLogIn',
    (say) =>
      html`<form
          id="kc-otp-login-form"
          class="pf-v5-c-form"
          onsubmit="login.disabled = true; return true;"
          action="${view.action}"
          method="post"
          novalidate="novalidate"
        >
          ${
            devices.length > 1 &&
            html`<input
                type="hidden"
                id="selectedCredentialId"
                name="selectedCredentialId"
                value="${view.selectedCredentialId}"
              />
              <div class="pf-v5-c-form__group">
                ${devices.map(
                  (device, index) =>
                    html`<div
                      id="kc-otp-credential-${index}"
                      class="pf-v5-c-tile ${device.id === view.selectedCredentialId && 'pf-m-selected'}"
                      onclick="toggleOTP(${index}, '${device.id}')"
                    >
                      <span class="pf-v5-c-tile__header">
                        <span class="pf-v5-c-tile__icon"
                          ><i class="fa fa-mobile" aria-hidden="true"></i
                        ></span>
                        <span class="pf-v5-c-tile__title">${device.label}</span>
                      </span>
                    </div>`,
                )}
              </div>`
          }
          ${field({
            name: 'otp',
            label: say('loginOtpOneTime'),
            labelFor: 'otp',
            required: false,
            autocomplete: 'one-time-code',
            autofocus: true,
            errorId: 'input-error-otp',
            error: totp === undefined ? null : say(totp),
          })}
          <div class="pf-v5-c-form__group">
            <div class="pf-v5-c-form__actions">
              <button class="pf-v5-c-button pf-m-primary pf-m-block" name="login" id="kc-login" type="submit">
                ${say('doLogIn')}
              </button>
            </div>
          </div>
        </form>
        <script>
          ${toggleScript};
        </script>`,
  );
}

export const page = keycloakPage({
  id,
  issuer,
  title: { fr: 'Keycloak, thème v2', en: 'Keycloak, v2 theme' },
  drawEnrol,
  drawCode,
});
