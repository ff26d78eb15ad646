/** Keycloak's base theme, as npm keycloakify draws it: right labels, radios, autocomplete off. */

import { readFile } from 'node:fs/promises';
import { jsonReply, page as reply, picture } from '../exchange.ts';
import type { Exchange, Reply } from '../exchange.ts';
import { html, raw } from '../html.ts';
import type { Html } from '../html.ts';
import { loadKeycloak, resourcesFolder } from '../keycloak/draw.ts';
import type { Keycloak, KeycloakPageId } from '../keycloak/draw.ts';
import { keycloakPage } from '../keycloak/flow.ts';
import type { FieldErrors } from '../keycloak/flow.ts';
import { secretView, supportedApplications } from '../keycloak/secret-view.ts';

const id = 'keycloak-base';
const issuer = 'Réseau de la santé';

const styleSheets = [
  'resources-common/node_modules/@patternfly/patternfly/patternfly.min.css',
  'resources-common/node_modules/patternfly/dist/css/patternfly.min.css',
  'resources-common/node_modules/patternfly/dist/css/patternfly-additions.min.css',
  'resources-common/lib/pficon/pficon.css',
  'css/login.css',
];

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
  woff: 'font/woff',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
};

/** A style sheet, font or picture of the package. `URL` has already removed every `..`, encoded ones included. */
async function resource({ path }: Exchange): Promise<Reply> {
  const file = new URL(path.slice('/resources/'.length), resourcesFolder);
  const type = types[file.pathname.split('.').at(-1) ?? ''];
  const missing = jsonReply({ error: 'not found' }, 404);
  if (type === undefined || !file.href.startsWith(resourcesFolder.href)) return missing;
  return readFile(file).then(
    (bytes) => picture(bytes, type),
    () => missing,
  );
}

function frame({ lang }: Exchange, title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="${lang}" class="login-pf">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${styleSheets.map((sheet) => html`<link rel="stylesheet" href="/${id}/resources/${sheet}" />`)}
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}

interface Drawing {
  readonly pageId: KeycloakPageId;
  readonly titleKey: string;
  readonly context: (keycloak: Keycloak) => Readonly<Record<string, unknown>>;
  readonly action: string;
  readonly errors: FieldErrors;
}

async function draw(exchange: Exchange, drawing: Drawing): Promise<Reply> {
  const keycloak = await loadKeycloak();
  const { lang } = exchange;
  const errors = Object.fromEntries(
    Object.entries(drawing.errors).map(([field, key]) => [field, keycloak.message(lang, key)]),
  );
  const here = `/${id}`;
  const context = {
    url: {
      loginAction: drawing.action,
      loginRestartFlowUrl: `${here}/`,
      loginUrl: `${here}/`,
      ssoLoginInOtherTabsUrl: `${here}/`,
      resourcesPath: `${here}/resources`,
      resourcesCommonPath: `${here}/resources/resources-common`,
    },
    realm: {
      name: 'exercice',
      displayName: issuer,
      displayNameHtml: issuer,
      internationalizationEnabled: true,
    },
    auth: undefined,
    ...drawing.context(keycloak),
  };
  const body = keycloak.draw(drawing.pageId, lang, context, errors);
  return reply(exchange, frame(exchange, keycloak.message(lang, drawing.titleKey, issuer), raw(body)));
}

export const page = keycloakPage({
  id,
  issuer,
  title: { fr: 'Keycloak, thème de base', en: 'Keycloak, base theme' },
  drawEnrol: (exchange, view) =>
    draw(exchange, {
      pageId: 'login-config-totp.ftl',
      titleKey: 'loginTitle',
      action: view.action,
      errors: view.errors,
      context: () => {
        const { policy, user, devices } = view.person;
        const secret = secretView(view);
        return {
          mode: view.mode,
          isAppInitiatedAction: view.appInitiated,
          totp: {
            totpSecretEncoded: secret.manualKey,
            totpSecretQrCode: secret.qrPng,
            totpSecret: secret.hidden,
            qrUrl: view.qrUrl,
            manualUrl: view.manualUrl,
            otpCredentials: devices.map((device) => ({ id: device.id, userLabel: device.label })),
            supportedApplications: supportedApplications(view),
            policy: {
              type: policy.kind,
              algorithm: `Hmac${policy.algorithm}`,
              getAlgorithmKey: () => policy.algorithm,
              digits: policy.digits,
              lookAheadWindow: policy.lookAhead,
              ...(policy.kind === 'totp' ? { period: policy.periodSeconds } : { initialCounter: 0 }),
            },
            username: user,
          },
        };
      },
    }),
  drawCode: (exchange, view) =>
    draw(exchange, {
      pageId: 'login-otp.ftl',
      titleKey: 'loginTitle',
      action: view.action,
      errors: view.errors,
      context: () => ({
        otpLogin: {
          userOtpCredentials: view.person.devices.map(({ id: value, label }) => ({
            id: value,
            userLabel: label,
          })),
          selectedCredentialId: view.selectedCredentialId,
        },
      }),
    }),
  routes: [{ method: 'GET', path: '/resources/*', handle: resource }],
});
