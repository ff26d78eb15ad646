/**
 * The code field of the generic page: one input or a box for each digit, sent by a form or by a script. The two inline
 * scripts behave as such widgets do on real sites: typing advances, a paste fills all boxes, backspace goes back.
 */

import type { Exchange } from '../exchange.ts';
import { say } from '../exchange.ts';
import { html, json, raw } from '../html.ts';
import type { Html } from '../html.ts';
import type { GenericOptions } from './options.ts';

export interface CodeForm {
  /** The page it belongs to: forms go to `/SITE/PURPOSE`, scripts to `/SITE/api/PURPOSE`. */
  readonly site: string;
  readonly purpose: 'enrol' | 'sign-in';
  readonly digits: number;
  readonly options: GenericOptions;
  readonly error: string | null;
}

export function codeForm(exchange: Exchange, form: CodeForm): Html {
  const { site, purpose, digits, options, error } = form;
  const { after, boxes, autosubmit, asksDeviceName } = options;
  const name = say(exchange, 'Code de vérification', 'Verification code');
  const verb = say(exchange, 'Valider', 'Verify');
  const inside = html`${boxes ? boxesField(exchange, name, digits) : singleField(exchange, name, digits)}
    <p id="code-error" class="error" role="alert">${error}</p>
    ${
      purpose === 'enrol' &&
      asksDeviceName &&
      html`<p>
        <label for="deviceName">${say(exchange, "Nom de l'appareil", 'Device name')}</label>
        <input id="deviceName" name="deviceName" autocomplete="off" />
      </p>`
    }`;
  const isApplication = after === 'pushstate';
  const settings = { isApplication, autosubmit, site, purpose, digits };
  return html`${
      isApplication
        ? html`<div id="code-form">
            ${inside}
            <p><button id="verify" type="button" disabled>${verb}</button></p>
          </div>`
        : html`<form id="code-form" method="post" action="/${site}/${purpose}">
            ${inside}
            <p><button id="verify" type="submit">${verb}</button></p>
          </form>`
    }
    <script nonce="${exchange.nonce}">
      ${raw(script)}(${json(settings)});
    </script>`;
}

function singleField(exchange: Exchange, name: string, digits: number): Html {
  return html`<p>
    <label for="code">${name}</label>
    <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="${digits}" />
    <small
      >${say(exchange, `Le code à ${digits} chiffres de votre application`, `The ${digits}-digit code of your app`)}</small
    >
  </p>`;
}

function boxesField(exchange: Exchange, name: string, digits: number): Html {
  return html`<p id="code-legend">${name}</p>
    <div class="boxes" role="group" aria-labelledby="code-legend">
      ${Array.from(
        { length: digits },
        (_, index) =>
          html`<input
            class="box"
            type="text"
            inputmode="numeric"
            maxlength="1"
            autocomplete="${index === 0 ? 'one-time-code' : 'off'}"
            aria-label="${say(exchange, `Chiffre ${index + 1}`, `Digit ${index + 1}`)}"
          />`,
      )}
    </div>
    <input id="code" name="code" type="hidden" />`;
}

const script = `(function ({ isApplication, autosubmit, site, purpose, digits }) {
  const code = document.getElementById('code');
  const verify = document.getElementById('verify');
  const form = document.getElementById('code-form');
  const boxes = Array.from(document.querySelectorAll('.box'));
  let sent = false;

  function changed() {
    if (boxes.length > 0) code.value = boxes.map((box) => box.value).join('');
    const complete = /^[0-9]+$/.test(code.value) && code.value.length === digits;
    if (isApplication) verify.disabled = !complete;
    if (!complete) sent = false;
    if (complete && autosubmit && !sent) {
      sent = true;
      if (isApplication) verify.click();
      else form.requestSubmit(verify);
    }
  }

  function spread(text, from) {
    const figures = text.replace(/[^0-9]/g, '').slice(0, boxes.length - from);
    Array.from(figures).forEach((figure, index) => { boxes[from + index].value = figure; });
    boxes[Math.min(from + figures.length, boxes.length - 1)].focus();
    changed();
  }

  boxes.forEach((box, index) => {
    box.addEventListener('input', () => {
      box.value = box.value.replace(/[^0-9]/g, '').slice(-1);
      if (box.value !== '' && boxes[index + 1]) boxes[index + 1].focus();
      changed();
    });
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Backspace' && box.value === '' && boxes[index - 1]) boxes[index - 1].focus();
    });
    box.addEventListener('paste', (event) => {
      event.preventDefault();
      spread(event.clipboardData.getData('text'), index);
    });
  });
  if (boxes.length === 0) code.addEventListener('input', changed);

  if (isApplication) verify.addEventListener('click', async () => {
    const device = document.getElementById('deviceName');
    const answer = await fetch('/' + site + '/api/' + purpose, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code: code.value, deviceName: device ? device.value : '' }),
    }).then((response) => response.json());
    if (!answer.accepted) {
      document.getElementById('code-error').textContent = answer.error;
      return;
    }
    history.pushState({}, '', '/' + site + '/account');
    const parsed = new DOMParser().parseFromString(answer.content, 'text/html');
    document.querySelector('main').replaceChildren(...parsed.body.childNodes);
  });
})`;
