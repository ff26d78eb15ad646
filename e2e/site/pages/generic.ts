/**
 * One site of no brand, whose address chooses how it behaves: `delivery` of the QR, what happens `after` a right code, one
 * field or `boxes`, `autosubmit`, `device=0` without a device name, and the server's policy (kind, algorithm, digits, period, window).
 */

import { jsonReply, page as reply, picture, redirect, say } from '../exchange.ts';
import type { Exchange, PracticePage, Reply, Route } from '../exchange.ts';
import { codeForm } from '../generic/code-form.ts';
import { genericOptions } from '../generic/options.ts';
import { qrNode } from '../generic/qr-node.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { layout } from '../layout.ts';
import { qrPng } from '../qr-picture.ts';
import { completeSignIn, signedIn, signInForm, signOut, startSignIn, userAsked } from '../sign-in.ts';
import type { SignedIn } from '../sign-in.ts';
import { enrolDevice, enrolmentUri, signInWithCode } from '../state.ts';
import type { Attempt, Person } from '../state.ts';

const id = 'generic';
const issuer = 'Garderie Tournesol';

function guarded(handle: (exchange: Exchange, signIn: SignedIn) => Reply): Route['handle'] {
  return (exchange) => {
    const signIn = signedIn(exchange, id);
    return signIn === null ? redirect('/generic/') : handle(exchange, signIn);
  };
}

function start(exchange: Exchange): Reply {
  const user = userAsked(exchange);
  if (user === null) {
    return reply(
      exchange,
      layout(
        exchange,
        issuer,
        html`<h1>${issuer}</h1>
          ${signInForm(exchange)}`,
      ),
    );
  }
  const person = startSignIn(exchange, id, user);
  return redirect(person.devices.length > 0 ? '/generic/sign-in' : '/generic/enrol');
}

function drawEnrol(exchange: Exchange, { person, options }: SignedIn, error: string | null): Reply {
  const chosen = genericOptions(options);
  const title = say(exchange, 'Validation en deux étapes', 'Two-step verification');
  const qr = qrNode(exchange, {
    delivery: chosen.delivery,
    uri: enrolmentUri(person, issuer),
    ticket: person.ticket,
  });
  const content = html`<h1>${title}</h1>
    <p>
      ${say(
        exchange,
        "Numérisez ce code QR avec votre application d'authentification, puis entrez le code qu'elle affiche.",
        'Scan this QR code with your authenticator app, then enter the code it shows.',
      )}
    </p>
    ${qr}
    ${codeForm(exchange, { site: id, purpose: 'enrol', digits: person.policy.digits, options: chosen, error })}`;
  return reply(exchange, layout(exchange, title, content), {
    policy: {
      ...(chosen.delivery === 'cross-origin' && { 'img-src': `'self' data: ${exchange.otherOrigin}` }),
      ...(chosen.connectsNowhere && { 'connect-src': "'none'" }),
    },
  });
}

function drawSignIn(exchange: Exchange, { person, options }: SignedIn, error: string | null): Reply {
  const title = say(exchange, "Validation d'identité", 'Identity check');
  const form = codeForm(exchange, {
    site: id,
    purpose: 'sign-in',
    digits: person.policy.digits,
    options: genericOptions(options),
    error,
  });
  const asks = say(
    exchange,
    "Entrez le code de votre application d'authentification.",
    'Enter the code of your authenticator app.',
  );
  return reply(
    exchange,
    layout(
      exchange,
      title,
      html`<h1>${title}</h1>
        <p>${asks}</p>
        ${form}`,
    ),
  );
}

function check(exchange: Exchange, person: Person, purpose: Attempt['purpose']): Attempt['outcome'] {
  const { form, nowMs } = exchange;
  const code = (form.get('code') ?? '').trim();
  const label = (form.get('deviceName') ?? '').trim();
  const outcome =
    purpose === 'enrol'
      ? enrolDevice(person, { code, label, labelRequired: false, nowMs })
      : signInWithCode(person, { code, deviceId: null, nowMs });
  if (outcome === 'accepted') completeSignIn(exchange, id);
  return outcome;
}

function errorSentence(exchange: Exchange): string {
  return say(exchange, "Le code n'est pas valide.", 'The code is not valid.');
}

function posted(purpose: Attempt['purpose']): Route['handle'] {
  return guarded((exchange, signIn) => {
    if (check(exchange, signIn.person, purpose) !== 'accepted') {
      return (purpose === 'enrol' ? drawEnrol : drawSignIn)(exchange, signIn, errorSentence(exchange));
    }
    const { ticket } = signIn.person;
    return genericOptions(signIn.options).after === 'redirect-other-origin'
      ? redirect(`${exchange.otherOrigin}/generic/welcome?ticket=${ticket}&lang=${exchange.lang}`)
      : redirect('/generic/account');
  });
}

function called(purpose: Attempt['purpose']): Route['handle'] {
  return (exchange) => {
    const signIn = signedIn(exchange, id);
    if (signIn === null) return jsonReply({ accepted: false, error: 'signed out' }, 401);
    if (check(exchange, signIn.person, purpose) !== 'accepted') {
      return jsonReply({ accepted: false, error: errorSentence(exchange) });
    }
    return jsonReply({ accepted: true, content: accountContent(exchange, signIn.person).text });
  };
}

function accountContent(exchange: Exchange, { user, devices }: Person): Html {
  return html`<h1>${say(exchange, 'Authentification configurée', 'Authentication set up')}</h1>
    <p>${say(exchange, 'Bonjour', 'Hello')} <strong id="account-user">${user}</strong>.</p>
    <p>
      ${say(exchange, 'Votre appareil:', 'Your device:')} <span id="device">${devices.at(-1)?.label}</span>
    </p>
    <p><a id="sign-out" href="/generic/sign-out">${say(exchange, 'Se déconnecter', 'Sign out')}</a></p>`;
}

function account(exchange: Exchange, person: Person): Reply {
  return reply(exchange, layout(exchange, issuer, accountContent(exchange, person)));
}

function qrPicture(exchange: Exchange): Reply {
  const ticket = exchange.query.get('ticket');
  const person = ticket === null ? signedIn(exchange, id)?.person : exchange.state.byTicket(ticket);
  return person === undefined
    ? jsonReply({ error: 'not found' }, 404)
    : picture(qrPng(enrolmentUri(person, issuer)));
}

export const page: PracticePage = {
  id,
  title: { fr: 'Site ordinaire', en: 'Ordinary site' },
  entries: [
    { path: '/?delivery=canvas', label: { fr: 'Code QR dessiné (canvas)', en: 'Drawn QR code (canvas)' } },
    { path: '/?delivery=svg', label: { fr: 'Code QR en SVG', en: 'QR code as SVG' } },
    { path: '/?delivery=transparent', label: { fr: 'Code QR transparent', en: 'Transparent QR code' } },
    {
      path: '/?delivery=cross-origin',
      label: { fr: "Code QR d'un autre site", en: 'QR code from another site' },
    },
    { path: '/?boxes=1', label: { fr: 'Une case par chiffre', en: 'One box for each digit' } },
    {
      path: '/?boxes=1&autosubmit=1',
      label: { fr: "Cases qui s'envoient d'elles-mêmes", en: 'Boxes that submit by themselves' },
    },
    { path: '/?after=pushstate', label: { fr: 'Application en une page', en: 'Single-page application' } },
    {
      path: '/?after=redirect-other-origin',
      label: { fr: 'Suite sur un autre site', en: 'Goes on at another site' },
    },
  ],
  routes: [
    { method: 'GET', path: '/', handle: start },
    { method: 'POST', path: '/', handle: start },
    {
      method: 'GET',
      path: '/enrol',
      handle: guarded((exchange, signIn) => drawEnrol(exchange, signIn, null)),
    },
    { method: 'POST', path: '/enrol', handle: posted('enrol') },
    {
      method: 'GET',
      path: '/sign-in',
      handle: guarded((exchange, signIn) => drawSignIn(exchange, signIn, null)),
    },
    { method: 'POST', path: '/sign-in', handle: posted('sign-in') },
    { method: 'POST', path: '/api/enrol', handle: called('enrol') },
    { method: 'POST', path: '/api/sign-in', handle: called('sign-in') },
    { method: 'GET', path: '/qr.png', handle: qrPicture },
    {
      method: 'GET',
      path: '/account',
      handle: guarded((exchange, { person, complete }) =>
        complete ? account(exchange, person) : redirect('/generic/sign-in'),
      ),
    },
    {
      method: 'GET',
      path: '/welcome',
      handle: (exchange) => {
        const person = exchange.state.byTicket(exchange.query.get('ticket') ?? '');
        return person === undefined ? redirect('/generic/') : account(exchange, person);
      },
    },
    {
      method: 'GET',
      path: '/sign-out',
      handle: (exchange) => {
        // The options stay in the address, so that the next sign-in meets the same page.
        const options = signedIn(exchange, id)?.options ?? new URLSearchParams();
        options.delete('enter');
        signOut(exchange, id);
        return redirect(`/generic/?${options.toString()}`);
      },
    },
  ],
};
