/**
 * Keycloak's theme keycloak.v2, written by hand with its traps: a space after `base64,`, labels whose `for` leads nowhere, a
 * checkbox already checked, devices as clickable tiles with a hidden field and no radio, a form that disables its button.
 */

import type { Exchange, Reply } from '../exchange.ts';
import { html, raw } from '../html.ts';
import type { Html } from '../html.ts';
import { keycloakPage } from '../keycloak/flow.ts';
import type { CodeView, EnrolView } from '../keycloak/flow.ts';
import { secretView, supportedApplications } from '../keycloak/secret-view.ts';
import { drawV2 as draw, field, realm as issuer } from '../keycloak/v2-frame.ts';
import type { Say } from '../keycloak/v2-frame.ts';
import { drawV2Recovery, drawV2RecoveryEntry } from '../keycloak/v2-recovery.ts';

const id = 'keycloak-v2';

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
        ${
          view.otherWay !== null &&
          html`<p><a href="${view.otherWay}" id="try-another-way">${say('doTryAnotherWay')}</a></p>`
        }
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
  drawRecovery: drawV2Recovery,
  drawRecoveryEntry: drawV2RecoveryEntry,
});
