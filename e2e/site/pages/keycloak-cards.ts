/**
 * Keycloak's base theme of the middle years: devices are cards (PatternFly 3), and a script names the hidden field of the one
 * that is clicked. It clicks the first by itself.
 */

import { page as reply } from '../exchange.ts';
import type { Exchange, Reply } from '../exchange.ts';
import { html, raw } from '../html.ts';
import {
  baseFrame,
  drawBaseEnrol,
  drawBaseRecovery,
  drawBaseRecoveryEntry,
  realm,
} from '../keycloak/base-theme.ts';
import { loadKeycloak } from '../keycloak/draw.ts';
import { keycloakPage } from '../keycloak/flow.ts';
import type { CodeView } from '../keycloak/flow.ts';

const chooseScript = raw(`
  const cards = Array.from(document.querySelectorAll('.card-pf-view-single-select'));
  cards.forEach((card) => card.addEventListener('click', () => {
    cards.forEach((other) => {
      other.classList.remove('active');
      other.querySelector('input').removeAttribute('name');
    });
    card.classList.add('active');
    card.querySelector('input').setAttribute('name', 'selectedCredentialId');
  }));
  if (cards[0]) cards[0].click();
`);

async function drawCode(exchange: Exchange, view: CodeView): Promise<Reply> {
  const { message } = await loadKeycloak();
  const say = (key: string, ...values: string[]): string => message(exchange.lang, key, ...values);
  const { devices } = view.person;
  const { totp } = view.errors;
  const body = html`<div class="login-pf-page">
    <div class="card-pf">
      <h1 id="kc-page-title">${say('doLogIn')}</h1>
      <form id="kc-otp-login-form" class="form-horizontal" action="${view.action}" method="post">
        ${
          devices.length > 1 &&
          html`<div class="form-group row">
            ${devices.map(
              (device) =>
                html`<div class="card-pf card-pf-view card-pf-view-select card-pf-view-single-select">
                  <input type="hidden" value="${device.id}" />
                  <div class="card-pf-body">
                    <span class="card-pf-icon-circle pficon pficon-mobile"></span>
                    <h2 class="card-pf-title text-center">${device.label}</h2>
                  </div>
                </div>`,
            )}
          </div>`
        }
        <div class="form-group">
          <label for="otp" class="control-label">${say('loginOtpOneTime')}</label>
          <input id="otp" name="otp" autocomplete="off" type="text" class="form-control" autofocus />
          ${
            totp !== undefined &&
            html`<span id="input-error-otp-code" class="kc-feedback-text" aria-live="polite"
              >${say(totp)}</span
            >`
          }
        </div>
        <input
          class="btn btn-primary btn-lg"
          name="login"
          id="kc-login"
          type="submit"
          value="${say('doLogIn')}"
        />
      </form>
    </div>
    <script nonce="${exchange.nonce}">
      ${chooseScript};
    </script>
  </div>`;
  return reply(exchange, baseFrame(exchange, say('loginTitle', realm), body));
}

export const page = keycloakPage({
  id: 'keycloak-cards',
  issuer: realm,
  title: { fr: 'Keycloak, appareils en cartes', en: 'Keycloak, devices as cards' },
  drawEnrol: (exchange, view) => drawBaseEnrol(exchange, view),
  drawCode,
  drawRecovery: drawBaseRecovery,
  drawRecoveryEntry: drawBaseRecoveryEntry,
});
