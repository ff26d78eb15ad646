/**
 * The mail-like page by which a health network hands out a "jeton virtuel" (CA Mobile OTP): an address of a server, a user name,
 * an activation code that dies after three days, a link and a QR code of the kind `otp://p?…`. Nothing here can be computed by
 * an authenticator, and nothing may be filled in.
 */

import { page as reply, say } from '../exchange.ts';
import type { Exchange, PracticePage, Reply } from '../exchange.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { layout } from '../layout.ts';
import { qrPng } from '../qr-picture.ts';

const server = 'https://jeton.reseau.example/arcotafm/controller_aotp.jsp?profile=exercice';
const user = 'tremj001';
const activationCode = '48151623';

const link = `otp://p?u=${encodeURIComponent(server)}&n=${user}&c=${activationCode}`;

function row(name: string, id: string, value: string): Html {
  return html`<tr>
    <th scope="row">${name}</th>
    <td id="${id}">${value}</td>
  </tr>`;
}

function activation(exchange: Exchange): Reply {
  const title = say(
    exchange,
    "Activer le CA OTP sur l'appareil mobile ou ordinateur",
    'Activate CA OTP on the mobile device or computer',
  );
  const content = html`<h1>${title}</h1>
    <p>
      ${say(
        exchange,
        "Dans l'application CA Mobile OTP ou CA Desktop OTP, entrez ces trois renseignements. Le code d'activation expire après 72 heures.",
        'In the app CA Mobile OTP or CA Desktop OTP, enter these three. The activation code expires after 72 hours.',
      )}
    </p>
    <table>
      <tbody>
        ${row(say(exchange, 'URL du Serveur', 'Server URL'), 'server-url', server)}
        ${row(say(exchange, "Nom d'utilisateur", 'User name'), 'user-name', user)}
        ${row(say(exchange, "Code d'activation", 'Activation code'), 'activation-code', activationCode)}
      </tbody>
    </table>
    <p>
      ${say(exchange, "Sur l'appareil mobile:", 'On the mobile device:')}
      <a id="activation-link" href="${link}"
        >${say(exchange, 'Activer CA Mobile OTP', 'Activate CA Mobile OTP')}</a
      >
    </p>
    <img
      id="qr"
      alt="QR"
      width="246"
      height="246"
      src="data:image/png;base64,${qrPng(link).toString('base64')}"
    />
    <p>${say(exchange, 'Numéro de dossier', 'File number')}: <input id="file-number" name="dossier" /></p>`;
  return reply(exchange, layout(exchange, title, content));
}

export const page: PracticePage = {
  id: 'virtual-token',
  title: { fr: 'Jeton virtuel', en: 'Virtual token' },
  routes: [{ method: 'GET', path: '/', handle: activation }],
};
