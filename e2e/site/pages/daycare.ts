/**
 * A daycare's software of the kind of Amisgest: a switch in the settings, sign out, and the QR comes at the next sign-in, in a
 * window over the page that appears late, with the key written beside it. `boxes=1`: one box for each digit;
 * `delivery=img|canvas|svg|none` (none: the key alone).
 */

import { toBase32 } from '../base32.ts';
import { page as reply, redirect, say } from '../exchange.ts';
import type { Exchange, PracticePage, Reply, Route } from '../exchange.ts';
import { codeForm } from '../generic/code-form.ts';
import { genericOptions } from '../generic/options.ts';
import { qrNode } from '../generic/qr-node.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { layout } from '../layout.ts';
import { completeSignIn, signedIn, signInForm, signOut, startSignIn, userAsked } from '../sign-in.ts';
import type { SignedIn } from '../sign-in.ts';
import { enrolDevice, enrolmentUri, keyOf, signInWithCode } from '../state.ts';

const id = 'daycare';
const issuer = 'À petits pas';
/** Milliseconds before the window appears, as after a call of a real application. */
const lateMs = 400;

function guarded(handle: (exchange: Exchange, signIn: SignedIn) => Reply): Route['handle'] {
  return (exchange) => {
    const signIn = signedIn(exchange, id);
    return signIn === null ? redirect('/daycare/') : handle(exchange, signIn);
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
  if (person.devices.length > 0) return redirect('/daycare/sign-in');
  return redirect(person.secondFactorAsked ? '/daycare/enrol' : '/daycare/settings');
}

function settings(exchange: Exchange, { person }: SignedIn): Reply {
  const title = say(exchange, 'Paramètres du compte', 'Account settings');
  const on = say(
    exchange,
    'Activée: un code sera exigé à la prochaine connexion.',
    'On: a code will be asked at the next sign-in.',
  );
  const content = html`<h1>${title}</h1>
    <h2>${say(exchange, 'Authentification multifacteur (MFA)', 'Multi-factor authentication (MFA)')}</h2>
    <p>
      ${say(
        exchange,
        'Après vous être déconnecté, vous ne pourrez plus la désactiver. Seul un administrateur peut réinitialiser votre compte.',
        'Once you have signed out, you can no longer turn it off. Only an administrator can reset your account.',
      )}
    </p>
    ${
      person.secondFactorAsked
        ? html`<p id="mfa-on">${on}</p>`
        : html`<form method="post" action="/daycare/settings">
            <button id="mfa-switch" role="switch" aria-checked="false">
              ${say(exchange, 'Activer', 'Turn on')}
            </button>
          </form>`
    }
    <p><a id="sign-out" href="/daycare/sign-out">${say(exchange, 'Se déconnecter', 'Sign out')}</a></p>`;
  return reply(exchange, layout(exchange, title, content));
}

/** The page behind, and the window that a script opens over it after a moment. */
function windowOver(exchange: Exchange, content: Html): Reply {
  const behind = html`<h1>${issuer}</h1>
    <p>${say(exchange, 'Chargement…', 'Loading…')}</p>`;
  const late = html`<dialog id="mfa-window">${content}</dialog>
    <script nonce="${exchange.nonce}">
      setTimeout(() => document.getElementById('mfa-window').showModal(), ${lateMs});
    </script>`;
  return reply(exchange, layout(exchange, issuer, behind, late));
}

function drawEnrol(exchange: Exchange, { person, options }: SignedIn, error: string | null): Reply {
  const chosen = { ...genericOptions(options), after: 'post' as const, asksDeviceName: false };
  const delivery = chosen.delivery === 'canvas' || chosen.delivery === 'svg' ? chosen.delivery : 'img';
  const qr =
    options.get('delivery') !== 'none' &&
    qrNode(exchange, { delivery, uri: enrolmentUri(person, issuer), ticket: person.ticket });
  return windowOver(
    exchange,
    html`<h2>
        ${say(exchange, "Scanner le code QR ou entrer la clé d'authentification", 'Scan the QR code or enter the authentication key')}
      </h2>
      <p>
        ${say(
          exchange,
          "Dans votre application (Microsoft Authenticator, Google Authenticator, 1Password, Trousseau d'accès), choisissez « Autre ».",
          'In your app (Microsoft Authenticator, Google Authenticator, 1Password, Keychain), choose “Other”.',
        )}
      </p>
      ${qr}
      <p>
        ${say(exchange, "Clé d'authentification:", 'Authentication key:')}
        <code id="key">${toBase32(keyOf(person.pending))}</code>
      </p>
      ${codeForm(exchange, { site: id, purpose: 'enrol', digits: person.policy.digits, options: chosen, error })}`,
  );
}

function drawSignIn(exchange: Exchange, { person, options }: SignedIn, error: string | null): Reply {
  const chosen = { ...genericOptions(options), after: 'post' as const };
  const { digits } = person.policy;
  return windowOver(
    exchange,
    html`<h2>${say(exchange, 'Authentification multifacteur', 'Multi-factor authentication')}</h2>
      ${codeForm(exchange, { site: id, purpose: 'sign-in', digits, options: chosen, error })}`,
  );
}

function posted(purpose: 'enrol' | 'sign-in'): Route['handle'] {
  return guarded((exchange, signIn) => {
    const { form, nowMs } = exchange;
    const code = (form.get('code') ?? '').trim();
    const outcome =
      purpose === 'enrol'
        ? enrolDevice(signIn.person, { code, label: '', labelRequired: false, nowMs })
        : signInWithCode(signIn.person, { code, deviceId: null, nowMs });
    if (outcome === 'accepted') {
      completeSignIn(exchange, id);
      return redirect('/daycare/account');
    }
    const error = say(exchange, "Le code n'est pas valide.", 'The code is not valid.');
    return (purpose === 'enrol' ? drawEnrol : drawSignIn)(exchange, signIn, error);
  });
}

const account = guarded((exchange, { person, complete }) => {
  if (!complete) return redirect('/daycare/sign-in');
  const title = say(exchange, 'Authentification configurée', 'Authentication set up');
  const content = html`<h1>${title}</h1>
    <p>${say(exchange, 'Bonjour', 'Hello')} <strong id="account-user">${person.user}</strong>.</p>
    <p><a id="sign-out" href="/daycare/sign-out">${say(exchange, 'Se déconnecter', 'Sign out')}</a></p>`;
  return reply(exchange, layout(exchange, title, content));
});

export const page: PracticePage = {
  id,
  title: { fr: "Logiciel d'une garderie", en: 'Daycare software' },
  entries: [
    { path: '/?boxes=1', label: { fr: 'Une case par chiffre', en: 'One box for each digit' } },
    { path: '/?delivery=canvas', label: { fr: 'Code QR dessiné (canvas)', en: 'Drawn QR code (canvas)' } },
    { path: '/?delivery=svg', label: { fr: 'Code QR en tracés (svg)', en: 'QR code as a drawing (svg)' } },
  ],
  routes: [
    { method: 'GET', path: '/', handle: start },
    { method: 'POST', path: '/', handle: start },
    { method: 'GET', path: '/settings', handle: guarded(settings) },
    {
      method: 'POST',
      path: '/settings',
      handle: guarded((_exchange, signIn) => {
        signIn.person.secondFactorAsked = true;
        return redirect('/daycare/settings');
      }),
    },
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
    { method: 'GET', path: '/account', handle: account },
    {
      method: 'GET',
      path: '/sign-out',
      handle: (exchange) => {
        const options = signedIn(exchange, id)?.options ?? new URLSearchParams();
        options.delete('enter');
        signOut(exchange, id);
        return redirect(`/daycare/?${options.toString()}`);
      },
    },
  ],
};
