/**
 * Pages where the right thing to do is little or nothing: fields that want no code, pictures that hold no account, codes
 * that come by text message. Whatever reaches a form here is told by `/__state?user=traps`.
 */

import { page as reply, say } from '../exchange.ts';
import type { Exchange, PracticePage, Reply, Route } from '../exchange.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { layout } from '../layout.ts';
import { qrPng } from '../qr-picture.ts';
import type { PngOptions } from '../qr-picture.ts';

interface Trap {
  readonly path: string;
  readonly label: PracticePage['title'];
  readonly content: (exchange: Exchange) => Html;
}

const account = 'otpauth://totp/Courrier:zoe%40exemple.test';
/** Everybody's example key: it protects nothing. */
const key = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

function qr(text: string, options: PngOptions = {}): Html {
  return html`<img
    id="qr"
    alt="QR"
    src="data:image/png;base64,${qrPng(text, options).toString('base64')}"
  />`;
}

/** A page with a QR that is no usable account, and a code field that would take what one gives it. */
function pictureTrap(path: string, label: PracticePage['title'], shown: () => Html): Trap {
  return {
    path,
    label,
    content: (exchange) =>
      html`<h1>${label[exchange.lang]}</h1>
        ${shown()}
        <form method="post" action="/traps${path}">
          <label for="code">${say(exchange, 'Code', 'Code')}</label>
          <input id="code" name="code" autocomplete="off" />
          <button type="submit">${say(exchange, 'Continuer', 'Continue')}</button>
        </form>`,
  };
}

function webmail(exchange: Exchange): Html {
  return html`<form role="search" method="post" action="/traps/webmail">
      <label for="search">${say(exchange, 'Rechercher dans les messages', 'Search mail')}</label>
      <input
        id="search"
        name="q"
        type="search"
        placeholder="${say(exchange, 'code, expéditeur…', 'code, sender…')}"
      />
    </form>
    <article>
      <h1>${say(exchange, 'Votre accès à distance', 'Your remote access')}</h1>
      <p>
        ${say(exchange, 'De: Soutien informatique. Numérisez ce code QR avec votre application.', 'From: IT support. Scan this QR code with your app.')}
      </p>
      ${qr(`${account}?secret=${key}&issuer=Courrier`)}
    </article>
    <form method="post" action="/traps/webmail">
      <label for="to">${say(exchange, 'À', 'To')}</label>
      <input id="to" name="to" type="text" />
      <label for="compose">${say(exchange, 'Réponse', 'Reply')}</label>
      <textarea id="compose" name="compose" rows="4" cols="50"></textarea>
      <p><button type="submit">${say(exchange, 'Envoyer', 'Send')}</button></p>
    </form>`;
}

function sms(exchange: Exchange): Html {
  return html`<h1>${say(exchange, "Validation d'identité", 'Identity check')}</h1>
    <p>
      ${say(
        exchange,
        'Nous avons envoyé un code par texto (SMS) au numéro qui se termine par 42. Entrez le code reçu.',
        'We sent a code by text message (SMS) to the number ending in 42. Enter the code you received.',
      )}
    </p>
    <form method="post" action="/traps/sms">
      <label for="code">${say(exchange, 'Code reçu par texto', 'Code received by text message')}</label>
      <input id="code" name="code" inputmode="numeric" maxlength="6" autocomplete="one-time-code" />
      <button type="submit">${say(exchange, 'Valider', 'Verify')}</button>
      <button type="button">${say(exchange, 'Renvoyer le code', 'Send the code again')}</button>
    </form>`;
}

const traps: readonly Trap[] = [
  {
    path: '/webmail',
    label: { fr: 'Courriel avec un code QR', en: 'Mail with a QR code' },
    content: webmail,
  },
  pictureTrap('/web-address', { fr: "QR d'une adresse Web", en: 'QR of a web address' }, () =>
    qr('https://exemple.test/application'),
  ),
  pictureTrap('/wifi', { fr: "QR d'un réseau Wi-Fi", en: 'QR of a Wi-Fi network' }, () =>
    qr('WIFI:T:WPA;S:Garderie;P:exemple1234;;'),
  ),
  pictureTrap(
    '/microsoft',
    { fr: 'QR de Microsoft Authenticator', en: 'QR of Microsoft Authenticator' },
    () =>
      qr(
        'phonefactor://activate_account?code=123456789&url=https%3A%2F%2Fexemple.test%2Factivatev2%2F123456789%2Fabcdef',
      ),
  ),
  pictureTrap('/damaged', { fr: 'QR abîmé', en: 'Damaged QR' }, () =>
    qr(`${account}?secret=${key}&issuer=Courrier`, { blot: 0.45 }),
  ),
  pictureTrap('/no-qr', { fr: 'Aucun code QR', en: 'No QR code' }, () => html`<p id="qr">…</p>`),
  pictureTrap(
    '/wrong-character',
    { fr: 'Clé avec un caractère interdit', en: 'Key with a forbidden character' },
    () => qr(`${account}?secret=JBSWY3DPEHPK3P!P&issuer=Courrier`),
  ),
  pictureTrap('/unknown-algorithm', { fr: 'Algorithme inconnu', en: 'Unknown algorithm' }, () =>
    qr(`${account}?secret=${key}&issuer=Courrier&algorithm=SHA3-256`),
  ),
  { path: '/sms', label: { fr: 'Code envoyé par texto', en: 'Code sent by text message' }, content: sms },
];

function draw(exchange: Exchange, { label, content }: Trap): Reply {
  return reply(exchange, layout(exchange, label[exchange.lang], content(exchange)));
}

function index(exchange: Exchange): Reply {
  const title = page.title[exchange.lang];
  const list = traps.map(
    ({ path, label }) => html`<li><a href="/traps${path}">${label[exchange.lang]}</a></li>`,
  );
  return reply(
    exchange,
    layout(
      exchange,
      title,
      html`<h1>${title}</h1>
        <ul>
          ${list}
        </ul>`,
    ),
  );
}

/** Nothing posted here is ever right; it is only remembered. */
function refuse(exchange: Exchange, trap: Trap): Reply {
  const { form, nowMs, state } = exchange;
  const code = [...form.values()].join(' ');
  const person = state.person(page.id, 'traps');
  person.attempts.push({
    atMs: nowMs,
    purpose: 'sign-in',
    code,
    outcome: 'wrong',
    step: null,
    device: trap.path,
  });
  const error = say(exchange, "Le code n'est pas valide.", 'The code is not valid.');
  const content = html`<p id="code-error" class="error" role="alert">${error}</p>
    ${trap.content(exchange)}`;
  return reply(exchange, layout(exchange, trap.label[exchange.lang], content));
}

export const page: PracticePage = {
  id: 'traps',
  title: { fr: 'Pièges', en: 'Traps' },
  entries: traps.map(({ path, label }) => ({ path, label })),
  routes: [
    { method: 'GET', path: '/', handle: index },
    ...traps.flatMap((trap): Route[] => [
      { method: 'GET', path: trap.path, handle: (exchange) => draw(exchange, trap) },
      { method: 'POST', path: trap.path, handle: (exchange) => refuse(exchange, trap) },
    ]),
  ],
};
