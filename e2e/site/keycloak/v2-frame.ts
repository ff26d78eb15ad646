/** The frame and the fields of Keycloak's theme keycloak.v2, as its pages share them. */

import { page as reply } from '../exchange.ts';
import type { Exchange, Reply } from '../exchange.ts';
import { html, raw } from '../html.ts';
import type { Html } from '../html.ts';
import { loadKeycloak } from './draw.ts';

/** The name of the realm of the practice pages. */
export const realm = 'Réseau de la santé';

export type Say = (key: string, ...values: string[]) => string;

const style = raw(`
  body { margin: 0; background: #1f3b5b; font: 16px/1.5 "Red Hat Text", system-ui, sans-serif; color: #151515; }
  .pf-v5-c-login__main { max-width: 31rem; margin: 3rem auto; padding: 2rem; background: #fff; }
  .pf-v5-c-brand { color: #fff; text-align: center; }
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

/** The whole page; `titleKey` is Keycloak's message of its heading. */
export async function drawV2(
  exchange: Exchange,
  titleKey: string,
  content: (say: Say) => Html,
): Promise<Reply> {
  const { message } = await loadKeycloak();
  const say: Say = (key, ...values) => message(exchange.lang, key, ...values);
  const document = html`<!doctype html>
    <html class="login-pf" lang="${exchange.lang}" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${say('loginTitle', realm)}</title>
        <link rel="icon" href="data:," />
        <style nonce="${exchange.nonce}">
          ${style}
        </style>
      </head>
      <body id="keycloak-bg" data-page-id="login-${titleKey}">
        <div class="pf-v5-c-login">
          <div class="pf-v5-c-login__container">
            <header id="kc-header" class="pf-v5-c-login__header">
              <div id="kc-header-wrapper" class="pf-v5-c-brand">${realm}</div>
            </header>
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

/** A field with the theme's markup: its error below it, its label's `for` as given. */
export function field({
  name,
  label,
  labelFor,
  required,
  autocomplete,
  autofocus,
  errorId,
  error,
}: Field): Html {
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
