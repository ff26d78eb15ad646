/**
 * QR codes of other kinds: the own app of a vendor with a way out of it (`/vendor`, inside a closed shadow root, out of view;
 * `link=none`: no way out), an export in three parts (`/export?part=1`), and Mobile-OTP with a PIN (`/motp`), verified.
 */

import { createHash } from 'node:crypto';
import { exportPart } from '../../../tests/fakes/google-export.ts';
import { page as reply, say } from '../exchange.ts';
import type { Exchange, PracticePage, Reply } from '../exchange.ts';
import { html, json } from '../html.ts';
import type { Html } from '../html.ts';
import { layout } from '../layout.ts';
import { qrPng } from '../qr-picture.ts';

/** Made up; they protect nothing. */
const motpKey = 'e3152afee62599c8';
export const motpPin = '2580';
const people = [['alice', 'bruno'], ['chloé'], ['david']] as const;

function qr(text: string): Html {
  const source = `data:image/png;base64,${qrPng(text, { size: 320 }).toString('base64')}`;
  return html`<img id="qr" alt="QR" src="${source}" />`;
}

function vendor(exchange: Exchange): Reply {
  const title = say(exchange, 'Configurer Okta Verify', 'Set up Okta Verify');
  const link = say(exchange, 'Retour à la liste des authentificateurs', 'Return to authenticator list');
  const content = html`<h1>${title}</h1>
    ${qr('oktaverify://alice@exemple.test/?t=EXEMPLE&f=ABC&s=https://exemple.test')}
    <p>${say(exchange, 'Numérisez ce code avec Okta Verify.', 'Scan this code with Okta Verify.')}</p>
    <div style="height: 3000px"></div>
    <div id="host"></div>
    <p id="pressed"></p>`;
  const scripts = html`<script id="data" type="application/json">
      ${json({ link: exchange.query.get('link') === 'none' ? null : link })}
    </script>
    <script nonce="${exchange.nonce}">
      const { link } = JSON.parse(document.getElementById('data').textContent);
      const root = document.getElementById('host').attachShadow({ mode: 'closed' });
      if (link !== null) {
        const button = document.createElement('button');
        button.textContent = link;
        button.onclick = () => (document.getElementById('pressed').textContent = 'pressed');
        root.append(button);
      }
    </script>`;
  return reply(exchange, layout(exchange, title, content, scripts), {
    policy: { 'style-src': "'self' 'unsafe-inline'" },
  });
}

function exported(exchange: Exchange): Reply {
  const part = Math.min(Math.max(Number(exchange.query.get('part')) || 1, 1), people.length);
  const title = say(exchange, `Exporter, ${part} de 3`, `Export, ${part} of 3`);
  const accounts = (people[part - 1] ?? []).map((name) => ({
    secret: `exemple de clé ${name}`
      .normalize('NFD')
      .replace(/[^ -~]/g, '')
      .padEnd(20, '.')
      .slice(0, 20),
    name,
    issuer: 'Garderie Tournesol',
  }));
  const batchId = Number(exchange.query.get('batch')) || 7351;
  const text = exportPart(accounts, { batchId, index: part - 1, size: people.length });
  return reply(
    exchange,
    layout(
      exchange,
      title,
      html`<h1>${title}</h1>
        ${qr(text)}`,
    ),
  );
}

/** The codes of this and the neighbouring steps: MD5 of step, key and PIN as text, its first six characters. */
function motpCodes(nowMs: number): string[] {
  const step = Math.floor(nowMs / 10_000);
  return [step - 1, step, step + 1].map((at) =>
    createHash('md5').update(`${at}${motpKey}${motpPin}`).digest('hex').slice(0, 6),
  );
}

function motp(exchange: Exchange): Reply {
  const title = say(exchange, 'Jeton avec NIP', 'Token with a PIN');
  const code = (exchange.form.get('code') ?? '').trim();
  const outcome =
    exchange.method === 'GET'
      ? ''
      : motpCodes(exchange.nowMs).includes(code)
        ? say(exchange, 'Authentification configurée', 'Authentication is set up')
        : say(exchange, 'Le code n’est pas valide.', 'The code is not valid.');
  return reply(
    exchange,
    layout(
      exchange,
      title,
      html`<h1>${title}</h1>
        <p id="outcome">${outcome}</p>
        ${qr(`motp://Intranet:zoe?secret=${motpKey}`)}
        <form method="post" action="/other-apps/motp">
          <label for="code"
            >${say(exchange, 'Code de votre application d’authentification', 'Code of your authenticator app')}</label
          >
          <input id="code" name="code" autocomplete="one-time-code" maxlength="6" />
          <button id="verify" type="submit">${say(exchange, 'Valider', 'Verify')}</button>
        </form>`,
    ),
  );
}

export const page: PracticePage = {
  id: 'other-apps',
  title: { fr: 'Autres sortes de codes QR', en: 'Other kinds of QR codes' },
  entries: [
    { path: '/vendor', label: { fr: 'Application d’un fournisseur', en: 'A vendor’s own app' } },
    { path: '/export?part=1', label: { fr: 'Exportation en trois parties', en: 'Export in three parts' } },
    { path: '/motp', label: { fr: 'Codes avec un NIP', en: 'Codes with a PIN' } },
  ],
  routes: [
    { method: 'GET', path: '/vendor', handle: vendor },
    { method: 'GET', path: '/export', handle: exported },
    { method: 'GET', path: '/motp', handle: motp },
    { method: 'POST', path: '/motp', handle: motp },
  ],
};
