/**
 * Pages that try to get a code that is not for them, or to have it typed where nobody looks (S-04 to S-13, bad input). What
 * they saw is in their own `leaks`; nothing of it leaves the browser.
 */
import { page as reply } from '../exchange.ts';
import type { Exchange, PracticePage, Reply } from '../exchange.ts';
import { html, raw } from '../html.ts';
import { thief } from '../hostile/thief.ts';
import { tricks, type Trick } from '../hostile/tricks.ts';

function draw(exchange: Exchange, trick: Trick): Reply {
  const { body, script = '', style = '', allowed } = trick;
  const document = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Two-step verification</title>
        <link rel="icon" href="data:," />
        <style nonce="${exchange.nonce}">
          ${raw(style)}
        </style>
        <script nonce="${exchange.nonce}">
          ${thief({ allowed: allowed ?? null })};
        </script>
      </head>
      <body>
        <main>${body}</main>
        <script nonce="${exchange.nonce}">
          ${raw(script)};
        </script>
      </body>
    </html>`;
  return reply(exchange, document, {
    policy: {
      'frame-src': '*',
      'frame-ancestors': '*',
      'style-src': "'self' 'unsafe-inline'",
      'form-action': '*',
    },
  });
}

/** `/framing?what=ORIGIN` shows another origin's field in a frame. */
function framing(exchange: Exchange): Reply {
  const what = exchange.query.get('what') ?? '';
  const isOwn = /^http:\/\/[\w.-]+:\d+$/.test(what);
  const address = isOwn ? `${what}/hostile/field?inner=1` : 'about:blank';
  return draw(exchange, {
    requirement: 'S-07',
    body: html`<h1>Two-step verification</h1>
      <iframe src="${address}" width="700" height="320"></iframe>`,
  });
}

/** Goes to another origin's field as soon as it is told to: a gesture made here must not fill there. */
function race(exchange: Exchange): Reply {
  const to = exchange.query.get('to') ?? '';
  const target = /^http:\/\/[\w.-]+:\d+$/.test(to) ? `${to}/hostile/field` : '/hostile/field';
  return draw(exchange, {
    requirement: 'S-09',
    body: tricks['field']?.body ?? html``,
    allowed: '#otp',
    script: `window.go = (ms) => setTimeout(() => { location.href = ${JSON.stringify(target)}; }, ms);`,
  });
}

export const page: PracticePage = {
  id: 'hostile',
  title: { fr: 'Pages malveillantes', en: 'Hostile pages' },
  entries: Object.entries(tricks).map(([name, { requirement }]) => ({
    path: `/${name}`,
    label: { fr: `${requirement} : ${name}`, en: `${requirement}: ${name}` },
  })),
  routes: [
    { method: 'GET', path: '/framing', handle: framing },
    { method: 'GET', path: '/race', handle: race },
    ...Object.entries(tricks).map(([name, trick]) => ({
      method: 'GET' as const,
      path: `/${name}`,
      handle: (exchange: Exchange) => draw(exchange, trick),
    })),
  ],
};
