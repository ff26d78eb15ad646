/**
 * A work account of the kind of Microsoft 365: its security page, whose first QR code is for the vendor's own app, and its
 * sign-in, whose one field serves the app's codes and text messages. `form=phonefactor|personal`: other own codes;
 * `link=first|none`: the link to another app on the first step only, or hidden by the institution; `timeout=SECONDS`: the
 * wizard starts over, with a new key; `method=sms`: a text message is what is asked first; `delivery=svg|canvas|img`.
 */

import { readFile } from 'node:fs/promises';
import { bundleOnce } from '../bundle.ts';
import { jsonReply, page as reply, picture, redirect } from '../exchange.ts';
import type { Exchange, PracticePage, Reply, Route } from '../exchange.ts';
import { html, json } from '../html.ts';
import { layout } from '../layout.ts';
import { appAddress, keyBytes, pushCode, shownKey, tenant } from '../microsoft/codes.ts';
import {
  codePage,
  type CodeMethod,
  passwordPage,
  proofsPage,
  staySignedInPage,
  userPage,
} from '../microsoft/sign-in-pages.ts';
import { microsoftWords } from '../microsoft/words.ts';
import { qrData } from '../react/qr-data.ts';
import { completeSignIn, signedIn, signOut, startSignIn, userAsked } from '../sign-in.ts';
import type { SignedIn } from '../sign-in.ts';
import { enrolDevice, renewPending, signInWithCode } from '../state.ts';
import type { Person } from '../state.ts';

const id = 'microsoft';
const securityInfo = '/microsoft/security-info';
const authenticate = '/microsoft/SAS/ProcessAuth';

/** When the set-up that is going on began, by the site's clock. */
const begun = new WeakMap<Person, number>();

function guarded(handle: (exchange: Exchange, signIn: SignedIn) => Reply): Route['handle'] {
  return (exchange) => {
    const signIn = signedIn(exchange, id);
    return signIn === null ? redirect('/microsoft/') : handle(exchange, signIn);
  };
}

function start(exchange: Exchange): Reply {
  const user = userAsked(exchange, 'loginfmt');
  if (user === null) return userPage(exchange);
  if (exchange.method === 'POST' && !exchange.form.has('passwd')) return passwordPage(exchange, user);
  const person = startSignIn(exchange, id, user);
  return redirect(person.devices.length > 0 ? authenticate : securityInfo);
}

function timeoutOf({ options }: SignedIn): number | null {
  const seconds = Number(options.get('timeout'));
  return seconds > 0 ? seconds * 1000 : null;
}

const wizard = guarded((exchange, signIn) => {
  const { person, complete, options } = signIn;
  if (person.devices.length > 0 && !complete) return redirect(authenticate);
  const words = microsoftWords(exchange.lang);
  const asked = options.get('link');
  const data = {
    words,
    methods: person.devices.map(() => `${words.added} — ${tenant}`),
    link: asked === 'first' || asked === 'none' ? asked : 'all',
    timeoutMs: timeoutOf(signIn),
  };
  const scripts = html`<script id="data" type="application/json">
      ${json(data)}
    </script>
    <script nonce="${exchange.nonce}" type="module" src="/microsoft/application.js"></script>`;
  return reply(exchange, layout(exchange, words.securityInfo, html``, scripts));
});

/** What the QR step shows: for the own app a code without a key, for another app a new key each time it is begun. */
const begin = guarded(({ form, nowMs }, { person, options }) => {
  const delivery = options.get('delivery');
  if (form.get('app') !== 'other') {
    const push = pushCode(person, options.get('form'));
    return jsonReply({ qr: qrData(push.qr, delivery, 'img'), code: push.code, url: push.url });
  }
  renewPending(person, keyBytes);
  begun.set(person, nowMs);
  return jsonReply({
    qr: qrData(appAddress(person), delivery, 'img'),
    account: `${tenant}:${person.user}`,
    key: shownKey(person),
  });
});

const verify = guarded((exchange, signIn) => {
  const { form, nowMs } = exchange;
  const { person } = signIn;
  const limitMs = timeoutOf(signIn);
  if (limitMs !== null && nowMs - (begun.get(person) ?? 0) > limitMs) return jsonReply({ expired: true });
  const code = (form.get('code') ?? '').trim();
  const outcome = enrolDevice(person, { code, label: '', labelRequired: false, nowMs });
  if (outcome === 'accepted') completeSignIn(exchange, id);
  return jsonReply({ accepted: outcome === 'accepted' });
});

function methodAsked({ query, form }: Exchange, options: URLSearchParams): CodeMethod {
  const asked = form.get('AuthMethodId') ?? query.get('method') ?? options.get('method');
  return asked === 'OneWaySMS' || asked === 'sms' ? 'OneWaySMS' : 'PhoneAppOTP';
}

const askCode = guarded((exchange, { person, options }) =>
  codePage(exchange, { user: person.user, method: methodAsked(exchange, options), refused: false }),
);

/** Nobody received a text message here: what was typed for one is wrong, and remembered. */
const checkCode = guarded((exchange, { person, options }) => {
  const { form, nowMs } = exchange;
  const method = methodAsked(exchange, options);
  const code = (form.get('otc') ?? '').trim();
  if (method === 'OneWaySMS') {
    person.attempts.push({
      atMs: nowMs,
      purpose: 'sign-in',
      code,
      outcome: 'wrong',
      step: null,
      device: 'sms',
    });
  } else if (signInWithCode(person, { code, deviceId: null, nowMs }) === 'accepted') {
    completeSignIn(exchange, id);
    return redirect('/microsoft/kmsi');
  }
  return codePage(exchange, { user: person.user, method, refused: true });
});

async function script(): Promise<Reply> {
  const file = await bundleOnce({
    name: 'microsoft',
    entry: new URL('../microsoft/application.mjs', import.meta.url),
    target: 'page',
    packages: ['react', 'react-dom'],
  });
  return picture(await readFile(file), 'text/javascript; charset=utf-8');
}

export const page: PracticePage = {
  id,
  title: { fr: 'Compte professionnel Microsoft', en: 'Microsoft work account' },
  entries: [
    { path: '/?link=none', label: { fr: 'Autre application interdite', en: 'Other apps not allowed' } },
    { path: '/?timeout=20', label: { fr: 'Le temps est compté', en: 'Time runs out' } },
    { path: '/?method=sms', label: { fr: 'Code par message texte', en: 'Code by text message' } },
  ],
  routes: [
    { method: 'GET', path: '/', handle: start },
    { method: 'POST', path: '/', handle: start },
    { method: 'GET', path: '/security-info', handle: wizard },
    { method: 'GET', path: '/application.js', handle: script },
    { method: 'POST', path: '/api/begin', handle: begin },
    { method: 'POST', path: '/api/verify', handle: verify },
    { method: 'GET', path: '/SAS/ProcessAuth', handle: askCode },
    { method: 'POST', path: '/SAS/ProcessAuth', handle: checkCode },
    {
      method: 'GET',
      path: '/SAS/Proofs',
      handle: guarded((exchange, { person }) => proofsPage(exchange, person.user)),
    },
    {
      method: 'GET',
      path: '/kmsi',
      handle: guarded((exchange, { person }) => staySignedInPage(exchange, person.user)),
    },
    {
      method: 'GET',
      path: '/sign-out',
      handle: (exchange) => {
        signOut(exchange, id);
        return redirect('/microsoft/');
      },
    },
  ],
};
