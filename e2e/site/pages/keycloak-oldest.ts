/**
 * The oldest Keycloak: the code's field at sign-in is called as the one of the enrolment, no device is chosen, and the manual
 * mode names algorithms as Java does.
 */

import { page as reply } from '../exchange.ts';
import type { Exchange, Reply } from '../exchange.ts';
import { html } from '../html.ts';
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

async function drawCode(exchange: Exchange, view: CodeView): Promise<Reply> {
  const { message } = await loadKeycloak();
  const say = (key: string, ...values: string[]): string => message(exchange.lang, key, ...values);
  const { totp } = view.errors;
  const body = html`<div class="login-pf-page">
    <div class="card-pf">
      <h1 id="kc-page-title">${say('doLogIn')}</h1>
      ${
        totp !== undefined &&
        html`<div class="alert alert-error"><span class="kc-feedback-text">${say(totp)}</span></div>`
      }
      <form id="kc-totp-login-form" class="form-horizontal" action="${view.action}" method="post">
        <div class="form-group">
          <label for="totp" class="control-label">${say('loginOtpOneTime')}</label>
          <input id="totp" name="totp" autocomplete="off" type="text" class="form-control" autofocus />
        </div>
        <div class="form-group">
          <input
            class="btn btn-primary btn-lg"
            name="login"
            id="kc-login"
            type="submit"
            value="${say('doLogIn')}"
          />
          <input
            class="btn btn-default btn-lg"
            name="cancel"
            id="kc-cancel"
            type="submit"
            value="${say('doCancel')}"
          />
        </div>
      </form>
    </div>
  </div>`;
  return reply(exchange, baseFrame(exchange, say('loginTitle', realm), body));
}

export const page = keycloakPage({
  id: 'keycloak-oldest',
  issuer: realm,
  title: { fr: 'Keycloak, le plus ancien', en: 'Keycloak, the oldest' },
  drawEnrol: (exchange, view) => drawBaseEnrol(exchange, view, { javaNames: true }),
  drawCode,
  drawRecovery: drawBaseRecovery,
  drawRecoveryEntry: drawBaseRecoveryEntry,
  codeField: 'totp',
});
