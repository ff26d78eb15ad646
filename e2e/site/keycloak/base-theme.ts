/**
 * The pages of Keycloak's base theme, as npm keycloakify draws them: right labels, radios, autocomplete off. Older themes have
 * the same enrolment page and another sign-in, which they draw in the same frame.
 */

import { readFile } from 'node:fs/promises';
import { jsonReply, page as reply, picture } from '../exchange.ts';
import type { Exchange, Reply, Route } from '../exchange.ts';
import { html, raw } from '../html.ts';
import type { Html } from '../html.ts';
import { loadKeycloak, resourcesFolder } from './draw.ts';
import type { Keycloak, KeycloakPageId } from './draw.ts';
import type { CodeView, EnrolView, FieldErrors } from './flow.ts';
import type { RecoveryEntryView, RecoveryView } from './recovery.ts';
import { secretView, supportedApplications } from './secret-view.ts';

/** The name of the realm of the practice pages. */
export const realm = 'Réseau de la santé';

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

/** A whole document with the theme's style sheets. */
export function baseFrame({ lang }: Exchange, title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="${lang}" class="login-pf">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${styleSheets.map((sheet) => html`<link rel="stylesheet" href="/keycloak-base/resources/${sheet}" />`)}
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
  /** What keycloakify would do in the browser; its pages are drawn on the server here. */
  readonly script?: string;
}

async function draw(exchange: Exchange, drawing: Drawing): Promise<Reply> {
  const keycloak = await loadKeycloak();
  const { lang } = exchange;
  const errors = Object.fromEntries(
    Object.entries(drawing.errors).map(([field, key]) => [field, keycloak.message(lang, key)]),
  );
  const here = '/keycloak-base';
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
      displayName: realm,
      displayNameHtml: realm,
      internationalizationEnabled: true,
    },
    auth: undefined,
    ...drawing.context(keycloak),
  };
  const script = drawing.script ? `<script nonce="${exchange.nonce}">${drawing.script}</script>` : '';
  const body = keycloak.draw(drawing.pageId, lang, context, errors);
  return reply(
    exchange,
    baseFrame(exchange, keycloak.message(lang, drawing.titleKey, realm), raw(body + script)),
  );
}

/** `javaNames`: HmacSHA1 instead of SHA1 in the manual mode. */
export function drawBaseEnrol(
  exchange: Exchange,
  view: EnrolView,
  { javaNames = false } = {},
): Promise<Reply> {
  return draw(exchange, {
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
            getAlgorithmKey: () => (javaNames ? `Hmac${policy.algorithm}` : policy.algorithm),
            digits: policy.digits,
            lookAheadWindow: policy.lookAhead,
            ...(policy.kind === 'totp' ? { period: policy.periodSeconds } : { initialCounter: 0 }),
          },
          username: user,
        },
      };
    },
  });
}

export function drawBaseCode(exchange: Exchange, view: CodeView): Promise<Reply> {
  return draw(exchange, {
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
  });
}

export function drawBaseRecovery(exchange: Exchange, { codes, action }: RecoveryView): Promise<Reply> {
  return draw(exchange, {
    pageId: 'login-recovery-authn-code-config.ftl',
    titleKey: 'loginTitle',
    action,
    errors: {},
    script: `document.getElementById('kcRecoveryCodesConfirmationCheck').addEventListener('change', (event) => {
      document.getElementById('saveRecoveryAuthnCodesBtn').disabled = !event.target.checked;
    });`,
    context: () => ({
      isAppInitiatedAction: false,
      recoveryAuthnCodesConfigBean: {
        generatedRecoveryAuthnCodesList: codes,
        generatedRecoveryAuthnCodesAsString: codes.join(','),
        generatedAt: exchange.nowMs,
      },
    }),
  });
}

export function drawBaseRecoveryEntry(exchange: Exchange, view: RecoveryEntryView): Promise<Reply> {
  return draw(exchange, {
    pageId: 'login-recovery-authn-code-input.ftl',
    titleKey: 'loginTitle',
    action: view.action,
    errors: view.refused ? { recoveryCodeInput: 'recovery-codes-error-invalid' } : {},
    context: () => ({ recoveryAuthnCodesInputBean: { codeNumber: view.number } }),
  });
}

export const baseResources: Route = { method: 'GET', path: '/resources/*', handle: resource };
