/** The sign-in of a work account, a form for each step: user, password, code or text message, "stay signed in?". */

import { page as reply } from '../exchange.ts';
import type { Exchange, Reply } from '../exchange.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { layout } from '../layout.ts';
import { tenant } from './codes.ts';
import { microsoftWords } from './words.ts';

export type CodeMethod = 'PhoneAppOTP' | 'OneWaySMS';

function step(exchange: Exchange, title: string, content: Html): Reply {
  const whole = html`<div id="lightbox">
    <div role="banner">${tenant}</div>
    ${content}
  </div>`;
  return reply(exchange, layout(exchange, title, whole));
}

function identity(user: string): Html {
  return html`<div id="displayName" class="identity">${user}</div>`;
}

function heading(id: string, text: string): Html {
  return html`<div id="${id}" class="row title" role="heading" aria-level="1">${text}</div>`;
}

export function userPage(exchange: Exchange): Reply {
  const words = microsoftWords(exchange.lang);
  return step(
    exchange,
    words.signIn,
    html`${heading('loginHeader', words.signIn)}
      <form name="f1" method="post">
        <input
          type="email"
          name="loginfmt"
          id="i0116"
          autocomplete="username"
          value="${exchange.query.get('user') ?? ''}"
          aria-label="${words.account}"
        />
        <input type="submit" id="idSIButton9" value="${words.next}" />
      </form>`,
  );
}

export function passwordPage(exchange: Exchange, user: string): Reply {
  const words = microsoftWords(exchange.lang);
  return step(
    exchange,
    words.password,
    html`${identity(user)} ${heading('loginHeader', words.password)}
      <form name="f1" method="post">
        <input type="hidden" name="loginfmt" value="${user}" />
        <input
          type="password"
          name="passwd"
          id="i0118"
          autocomplete="current-password"
          placeholder="${words.passwordHint}"
        />
        <input type="submit" id="idSIButton9" value="${words.signIn}" />
      </form>`,
  );
}

/** One field for both: only the sentence above it says where the code comes from. */
export function codePage(
  exchange: Exchange,
  { user, method, refused }: { user: string; method: CodeMethod; refused: boolean },
): Reply {
  const words = microsoftWords(exchange.lang);
  const isMessage = method === 'OneWaySMS';
  const title = isMessage ? words.smsTitle : words.signInCodeTitle;
  return step(
    exchange,
    title,
    html`${identity(user)} ${heading('idDiv_SAOTCC_Title', title)}
      ${refused && html`<div id="idSpan_SAOTCC_Error_OTC" class="error" role="alert">${words.wrongCode}</div>`}
      <form name="f1" method="post" action="/microsoft/SAS/ProcessAuth">
        <div id="idDiv_SAOTCC_Description">${isMessage ? words.sms : words.signInCode}</div>
        <input type="hidden" name="AuthMethodId" value="${method}" />
        <input
          type="tel"
          name="otc"
          id="idTxtBx_SAOTCC_OTC"
          class="form-control"
          placeholder="${words.otc}"
          autocomplete="off"
          aria-describedby="idDiv_SAOTCC_Title idDiv_SAOTCC_Description"
        />
        <div><a id="signInAnotherWay" href="/microsoft/SAS/Proofs">${words.otherWay}</a></div>
        <input type="submit" id="idSubmit_SAOTCC_Continue" value="${words.verify}" />
      </form>`,
  );
}

export function proofsPage(exchange: Exchange, user: string): Reply {
  const words = microsoftWords(exchange.lang);
  const tile = (value: CodeMethod, text: string): Html =>
    html`<div class="tile" role="button" tabindex="0" data-value="${value}">${text}</div>`;
  return step(
    exchange,
    words.waysTitle,
    html`${identity(user)} ${heading('idDiv_SAOTCS_Title', words.waysTitle)}
      <div id="idDiv_SAOTCS_Proofs">
        ${tile('PhoneAppOTP', words.wayApp)} ${tile('OneWaySMS', words.waySms)}
      </div>
      <script nonce="${exchange.nonce}">
        document
          .querySelectorAll('.tile')
          .forEach((tile) =>
            tile.addEventListener('click', () =>
              location.assign('/microsoft/SAS/ProcessAuth?method=' + tile.dataset.value),
            ),
          );
      </script>`,
  );
}

export function staySignedInPage(exchange: Exchange, user: string): Reply {
  const words = microsoftWords(exchange.lang);
  return step(
    exchange,
    words.staySignedIn,
    html`${identity(user)} ${heading('lightbox-title', words.staySignedIn)}
      <form name="f1" method="get" action="/microsoft/security-info">
        <label><input type="checkbox" id="KmsiCheckboxField" name="DontShowAgain" /></label>
        <input type="button" id="idBtn_Back" value="${words.no}" />
        <input type="submit" id="idSIButton9" value="${words.yes}" />
      </form>`,
  );
}
