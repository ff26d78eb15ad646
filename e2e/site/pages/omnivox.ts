/**
 * A college portal of the kind of Omnivox: sign-in form, then a one-page application under `/apps/mfa/`. `delivery=svg|canvas|img`
 * chooses the QR; `method=mail` asks for a code sent by e-mail, which no authenticator makes.
 */

import { readFile } from 'node:fs/promises';
import { bundleOnce } from '../bundle.ts';
import { jsonReply, page as reply, picture, redirect, say } from '../exchange.ts';
import type { Exchange, PracticePage, Reply, Route } from '../exchange.ts';
import { html, json } from '../html.ts';
import { layout } from '../layout.ts';
import { omnivoxWords } from '../omnivox/words.ts';
import { qrData } from '../react/qr-data.ts';
import { completeSignIn, signedIn, signOut, startSignIn, userAsked } from '../sign-in.ts';
import type { SignedIn } from '../sign-in.ts';
import { enrolDevice, enrolmentUri, signInWithCode } from '../state.ts';

const id = 'omnivox';
const configure = '/apps/mfa/configure';
const login = '/apps/mfa/login';

function guarded(handle: (exchange: Exchange, signIn: SignedIn) => Reply): Route['handle'] {
  return (exchange) => {
    const signIn = signedIn(exchange, id);
    return signIn === null ? redirect('/omnivox/') : handle(exchange, signIn);
  };
}

function start(exchange: Exchange): Reply {
  const user = userAsked(exchange, 'NoDA');
  if (user === null) {
    const content = html`<h1>Cégep des Érables</h1>
      <form id="formLogin" method="post">
        <p>
          <input
            id="Identifiant"
            name="NoDA"
            placeholder="${say(exchange, 'No de dossier', 'Student number')}"
          />
        </p>
        <p>
          <input
            id="Password"
            name="PasswordEtu"
            type="password"
            placeholder="${say(exchange, 'Mot de passe', 'Password')}"
          />
        </p>
        <p><button type="submit">${say(exchange, 'Connexion', 'Sign in')}</button></p>
      </form>`;
    return reply(exchange, layout(exchange, 'Cégep des Érables', content));
  }
  const person = startSignIn(exchange, id, user);
  return redirect(`/omnivox${person.devices.length > 0 ? login : configure}`);
}

/** The document of the application; everything else is drawn by its script. */
function application(exchange: Exchange, { person, options }: SignedIn, first: string): Reply {
  const data = {
    start: first,
    digits: person.policy.digits,
    words: omnivoxWords(exchange.lang),
    // After enrolment the page has no business with any secret.
    qr: first === 'methods' && qrData(enrolmentUri(person, 'Omnivox'), options.get('delivery'), 'svg'),
    nonce: exchange.nonce,
  };
  const scripts = html`<script id="data" type="application/json">
      ${json(data)}
    </script>
    <script nonce="${exchange.nonce}" type="module" src="/omnivox/application.js"></script>`;
  return reply(exchange, layout(exchange, 'Omnivox', html``, scripts));
}

async function script(): Promise<Reply> {
  const file = await bundleOnce({
    name: 'omnivox',
    entry: new URL('../omnivox/application.mjs', import.meta.url),
    target: 'page',
    packages: ['react', 'react-dom', '@mui/material', '@emotion/react'],
  });
  return picture(await readFile(file), 'text/javascript; charset=utf-8');
}

function checked(purpose: 'enrol' | 'sign-in'): Route['handle'] {
  return guarded((exchange, { person }) => {
    const { form, nowMs, lang } = exchange;
    const code = (form.get('code') ?? '').trim();
    const outcome =
      purpose === 'enrol'
        ? enrolDevice(person, { code, label: '', labelRequired: false, nowMs })
        : signInWithCode(person, { code, deviceId: null, nowMs });
    if (outcome !== 'accepted') return jsonReply({ accepted: false, error: omnivoxWords(lang).refused });
    completeSignIn(exchange, id);
    return jsonReply({ accepted: true });
  });
}

/** The e-mailed code is never right here: nobody received any. What was typed is remembered. */
const checkMail = guarded(({ form, nowMs, lang }, { person }) => {
  const code = form.get('code') ?? '';
  person.attempts.push({
    atMs: nowMs,
    purpose: 'sign-in',
    code,
    outcome: 'wrong',
    step: null,
    device: 'mail',
  });
  return jsonReply({ accepted: false, error: omnivoxWords(lang).refused });
});

const account = guarded((exchange, { person, complete }) => {
  if (!complete) return redirect(`/omnivox${login}`);
  const title = say(exchange, 'Authentification configurée', 'Authentication set up');
  const content = html`<h1>${title}</h1>
    <p>${say(exchange, 'Bonjour', 'Hello')} <strong id="account-user">${person.user}</strong>.</p>
    <p><a id="sign-out" href="/omnivox/sign-out">${say(exchange, 'Quitter', 'Sign out')}</a></p>`;
  return reply(exchange, layout(exchange, 'Omnivox', content));
});

export const page: PracticePage = {
  id,
  title: { fr: "Portail d'un cégep", en: 'College portal' },
  entries: [
    { path: '/?delivery=canvas', label: { fr: 'Code QR dessiné (canvas)', en: 'Drawn QR code (canvas)' } },
    { path: '/?delivery=img', label: { fr: 'Code QR en image', en: 'QR code as an image' } },
  ],
  routes: [
    { method: 'GET', path: '/', handle: start },
    { method: 'POST', path: '/', handle: start },
    {
      method: 'GET',
      path: configure,
      handle: guarded((exchange, signIn) => application(exchange, signIn, 'methods')),
    },
    {
      method: 'GET',
      path: login,
      handle: guarded((exchange, signIn) => {
        const mailed = (exchange.query.get('method') ?? signIn.options.get('method')) === 'mail';
        return application(exchange, signIn, mailed ? 'mail' : 'sign-in');
      }),
    },
    { method: 'GET', path: '/application.js', handle: script },
    { method: 'POST', path: '/api/enrol', handle: checked('enrol') },
    { method: 'POST', path: '/api/sign-in', handle: checked('sign-in') },
    { method: 'POST', path: '/api/mail', handle: checkMail },
    { method: 'GET', path: '/account', handle: account },
    {
      method: 'GET',
      path: '/sign-out',
      handle: (exchange) => {
        signOut(exchange, id);
        return redirect('/omnivox/');
      },
    },
  ],
};
