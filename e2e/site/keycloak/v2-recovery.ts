/** The two pages of recovery codes in the theme keycloak.v2. Keycloak has no French for them: English shows. */

import type { Exchange, Reply } from '../exchange.ts';
import { html, raw } from '../html.ts';
import type { RecoveryEntryView, RecoveryView } from './recovery.ts';
import { drawV2, field } from './v2-frame.ts';

const confirmScript = raw(`
  document.getElementById('kcRecoveryCodesConfirmationCheck').addEventListener('change', (event) => {
    document.getElementById('saveRecoveryAuthnCodesBtn').disabled = !event.target.checked;
  });
`);

export function drawV2Recovery(exchange: Exchange, { codes, action }: RecoveryView): Promise<Reply> {
  return drawV2(
    exchange,
    'recovery-code-config-header',
    (say) =>
      html`<div class="pf-v5-c-alert pf-m-warning pf-m-inline" aria-label="Warning alert">
          <h4 class="pf-v5-c-alert__title">${say('recovery-code-config-warning-title')}</h4>
          <div class="pf-v5-c-alert__description"><p>${say('recovery-code-config-warning-message')}</p></div>
        </div>
        <ol id="kc-recovery-codes-list" class="pf-v5-c-list">
          ${codes.map((code) => html`<li>${(code.match(/.{4}/g) ?? []).join('-')}</li>`)}
        </ol>
        <div>
          <button id="printRecoveryCodes" class="pf-v5-c-button pf-m-link" type="button">
            ${say('recovery-codes-print')}
          </button>
          <button id="downloadRecoveryCodes" class="pf-v5-c-button pf-m-link" type="button">
            ${say('recovery-codes-download')}
          </button>
          <button id="copyRecoveryCodes" class="pf-v5-c-button pf-m-link" type="button">
            ${say('recovery-codes-copy')}
          </button>
        </div>
        <div class="pf-v5-c-check">
          <input
            class="pf-v5-c-check__input"
            type="checkbox"
            id="kcRecoveryCodesConfirmationCheck"
            name="kcRecoveryCodesConfirmationCheck"
          />
          <label for="kcRecoveryCodesConfirmationCheck">${say('recovery-codes-confirmation-message')}</label>
        </div>
        <form action="${action}" id="kc-recovery-codes-settings-form" method="post">
          <input type="hidden" name="generatedRecoveryAuthnCodes" value="${codes.join(',')}" />
          <input type="hidden" name="generatedAt" value="${exchange.nowMs}" />
          <input
            type="hidden"
            id="userLabel"
            name="userLabel"
            value="${say('recovery-codes-label-default')}"
          />
          <input
            type="submit"
            class="pf-v5-c-button pf-m-primary"
            id="saveRecoveryAuthnCodesBtn"
            value="${say('recovery-codes-action-complete')}"
            disabled
          />
        </form>
        <script>
          ${confirmScript};
        </script>`,
  );
}

export function drawV2RecoveryEntry(exchange: Exchange, view: RecoveryEntryView): Promise<Reply> {
  const { number, action, refused } = view;
  return drawV2(
    exchange,
    'auth-recovery-code-header',
    (say) =>
      html`<form id="kc-recovery-code-login-form" class="pf-v5-c-form" action="${action}" method="post">
        ${field({
          name: 'recoveryCodeInput',
          label: say('auth-recovery-code-prompt', String(number)),
          labelFor: 'recoveryCodeInput',
          required: false,
          autocomplete: 'off',
          autofocus: true,
          errorId: 'input-error',
          error: refused ? say('recovery-codes-error-invalid') : null,
        })}
        <button class="pf-v5-c-button pf-m-primary pf-m-block" name="login" id="kc-login" type="submit">
          ${say('doLogIn')}
        </button>
      </form>`,
  );
}
