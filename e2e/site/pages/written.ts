/**
 * Pages that give an account in other ways than one QR code: a link, a text to select, several codes at once. Their keys are
 * everybody's examples; nothing is verified here.
 */

import { page as reply, say } from '../exchange.ts';
import type { Exchange, PracticePage, Reply } from '../exchange.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { layout } from '../layout.ts';
import { qrPng } from '../qr-picture.ts';

const title = { fr: 'Liens, clés et plusieurs codes', en: 'Links, keys and several codes' };

function address(account: string, secret: string): string {
  return `otpauth://totp/Papeterie:${account}?secret=${secret}&issuer=Papeterie`;
}

function field(exchange: Exchange): Html {
  return html`<form>
    <label for="code"
      >${say(exchange, 'Code à 6 chiffres de votre application d’authentification', '6-digit code of your authenticator app')}</label
    >
    <input id="code" name="totp" inputmode="numeric" maxlength="6" autocomplete="one-time-code" />
    <button type="button" id="verify">${say(exchange, 'Valider', 'Verify')}</button>
  </form>`;
}

function texts(exchange: Exchange): Reply {
  return reply(
    exchange,
    layout(
      exchange,
      title[exchange.lang],
      html`<h1>${title[exchange.lang]}</h1>
        <p>
          <a id="link" href="${address('lien', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXA')}"
            >${say(exchange, 'Ouvrir dans mon application', 'Open in my app')}</a
          >
        </p>
        <p id="address">${address('adresse', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXB')}</p>
        <p><code id="key">gezd gnbv gy3t qojq gezd gnbv gy3t qojq</code></p>
        <p id="prose">
          ${say(exchange, 'Rien à ajouter dans cette phrase.', 'Nothing to add in this sentence.')}
        </p>
        ${field(exchange)}`,
    ),
  );
}

function several(exchange: Exchange): Reply {
  const codes = [
    address('un', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXC'),
    address('deux', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXD'),
  ].map(
    (text) =>
      html`<img alt="QR" src="data:image/png;base64,${qrPng(text, { size: 200 }).toString('base64')}" /> `,
  );
  return reply(
    exchange,
    layout(
      exchange,
      title[exchange.lang],
      html`<h1>${title[exchange.lang]}</h1>
        <p>${codes}</p>
        ${field(exchange)}`,
    ),
  );
}

export const page: PracticePage = {
  id: 'written',
  title,
  entries: [
    { path: '/', label: title },
    { path: '/several', label: { fr: 'Plusieurs codes QR', en: 'Several QR codes' } },
  ],
  routes: [
    { method: 'GET', path: '/', handle: texts },
    { method: 'GET', path: '/several', handle: several },
  ],
};
