/**
 * What Keycloak does between the pages, whatever theme draws them: sign-in, required action CONFIGURE_TOTP, code, account.
 * `renew=1` in the address imitates old servers that show a new secret each time the enrolment page is drawn again;
 * `recovery=1` asks the person to keep recovery codes after the enrolment.
 */

import { redirect, say, page } from '../exchange.ts';
import type { Exchange, PracticePage, Reply, Route } from '../exchange.ts';
import { html } from '../html.ts';
import { layout } from '../layout.ts';
import { completeSignIn, signedIn, signInForm, signOut, startSignIn, userAsked } from '../sign-in.ts';
import type { SignedIn } from '../sign-in.ts';
import { enrolDevice, renewPending, signInWithCode } from '../state.ts';
import type { Person } from '../state.ts';
import { hasRecoveryCodes, recoveryCodes, useRecoveryCode } from './recovery.ts';
import type { RecoveryEntryView, RecoveryView } from './recovery.ts';

/** Keycloak's message keys, by field. */
export type FieldErrors = Readonly<Record<string, string>>;

export interface EnrolView {
  readonly person: Person;
  readonly issuer: string;
  /** The form's address, mode included. */
  readonly action: string;
  readonly manualUrl: string;
  readonly qrUrl: string;
  /** `manual` or `qr` when the address says so: the page then carries it in a hidden field. */
  readonly mode: string | null;
  /** Asked for by the person from the account page: there is a cancel button. */
  readonly appInitiated: boolean;
  readonly errors: FieldErrors;
}

export interface CodeView {
  readonly person: Person;
  readonly action: string;
  readonly selectedCredentialId: string;
  readonly errors: FieldErrors;
  /** Address of the page that takes a recovery code instead; `null` without such codes. */
  readonly otherWay: string | null;
}

export interface KeycloakTheme {
  readonly id: string;
  readonly issuer: string;
  readonly title: PracticePage['title'];
  readonly drawEnrol: (exchange: Exchange, view: EnrolView) => Promise<Reply>;
  readonly drawCode: (exchange: Exchange, view: CodeView) => Promise<Reply>;
  readonly drawRecovery: (exchange: Exchange, view: RecoveryView) => Promise<Reply>;
  readonly drawRecoveryEntry: (exchange: Exchange, view: RecoveryEntryView) => Promise<Reply>;
  /** The name of the code's field at sign-in; `otp` but in the oldest theme. */
  readonly codeField?: string;
  readonly routes?: readonly Route[];
}

const enrolPath = '/login-actions/required-action';
const codePath = '/login-actions/authenticate';
const recoveryAction = 'CONFIGURE_RECOVERY_AUTHN_CODES';

const isRecoveryAction = ({ query }: Exchange): boolean => query.get('execution') === recoveryAction;
const isRecoveryEntry = ({ query }: Exchange): boolean => query.get('authenticator') === 'recovery';

export function keycloakPage(theme: KeycloakTheme): PracticePage {
  const base = `/${theme.id}`;
  const guarded =
    (handle: (exchange: Exchange, signIn: SignedIn) => Reply | Promise<Reply>): Route['handle'] =>
    (exchange) => {
      const signIn = signedIn(exchange, theme.id);
      return signIn === null ? redirect(`${base}/`) : handle(exchange, signIn);
    };
  const enrolGet = guarded((exchange, { person }) => {
    if (isRecoveryAction(exchange)) return showRecovery(theme, exchange, person);
    if (exchange.query.get('renew') === '1') renewPending(person);
    return theme.drawEnrol(exchange, enrolView(theme, exchange, { person, errors: {} }));
  });
  const codeGet = guarded((exchange, { person }) => {
    if (person.devices.length === 0) return redirect(base + enrolPath);
    if (isRecoveryEntry(exchange)) return askRecovery(theme, exchange, person, false);
    return theme.drawCode(exchange, codeView(theme, person, {}));
  });
  return {
    id: theme.id,
    title: theme.title,
    entries: [
      {
        path: '/?kind=hotp',
        label: { fr: 'Codes selon un compteur', en: 'Counter-based codes' },
      },
      {
        path: '/?algorithm=SHA256&digits=8&period=60',
        label: { fr: 'SHA-256, 8 chiffres, 60 secondes', en: 'SHA-256, 8 digits, 60 seconds' },
      },
      {
        path: '/?algorithm=SHA512&digits=8',
        label: { fr: 'SHA-512, 8 chiffres', en: 'SHA-512, 8 digits' },
      },
      { path: '/?recovery=1', label: { fr: 'Codes de récupération', en: 'Recovery codes' } },
    ],
    routes: [
      { method: 'GET', path: '/', handle: (exchange) => start(theme, exchange) },
      { method: 'POST', path: '/', handle: (exchange) => start(theme, exchange) },
      { method: 'GET', path: enrolPath, handle: enrolGet },
      {
        method: 'POST',
        path: enrolPath,
        handle: guarded((exchange, signIn) =>
          isRecoveryAction(exchange) ? keepRecovery(theme, exchange, signIn) : enrol(theme, exchange, signIn),
        ),
      },
      { method: 'GET', path: codePath, handle: codeGet },
      {
        method: 'POST',
        path: codePath,
        handle: guarded((exchange, signIn) =>
          isRecoveryEntry(exchange)
            ? checkRecovery(theme, exchange, signIn)
            : checkCode(theme, exchange, signIn),
        ),
      },
      {
        method: 'GET',
        path: '/account',
        handle: guarded((exchange, signIn) => account(theme, exchange, signIn)),
      },
      {
        method: 'GET',
        path: '/sign-out',
        handle: (exchange) => {
          signOut(exchange, theme.id);
          return redirect(`${base}/`);
        },
      },
      ...(theme.routes ?? []),
    ],
  };
}

function start(theme: KeycloakTheme, exchange: Exchange): Reply {
  const user = userAsked(exchange);
  if (user === null) {
    const title = theme.title[exchange.lang];
    return page(
      exchange,
      layout(
        exchange,
        title,
        html`<h1>${title}</h1>
          ${signInForm(exchange)}`,
      ),
    );
  }
  const person = startSignIn(exchange, theme.id, user);
  const renew = exchange.query.get('renew') === '1' ? '&renew=1' : '';
  return redirect(
    `/${theme.id}` + (person.devices.length > 0 ? codePath : `${enrolPath}?execution=CONFIGURE_TOTP${renew}`),
  );
}

function enrolView(
  theme: KeycloakTheme,
  exchange: Exchange,
  { person, errors }: { person: Person; errors: FieldErrors },
): EnrolView {
  const mode = exchange.form.get('mode') ?? exchange.query.get('mode');
  const to = (wanted: string | null): string => {
    const query = new URLSearchParams(exchange.query);
    query.set('execution', 'CONFIGURE_TOTP');
    if (wanted === null) query.delete('mode');
    else query.set('mode', wanted);
    return `/${theme.id}${enrolPath}?${query.toString()}`;
  };
  return {
    person,
    issuer: theme.issuer,
    action: to(mode),
    manualUrl: to('manual'),
    qrUrl: to('qr'),
    mode,
    appInitiated: exchange.query.get('kc_action') === 'CONFIGURE_TOTP',
    errors,
  };
}

async function enrol(
  theme: KeycloakTheme,
  exchange: Exchange,
  { person, options }: SignedIn,
): Promise<Reply> {
  const { form, nowMs, query } = exchange;
  if (form.has('cancel-aia')) return redirect(`/${theme.id}/account`);
  const code = (form.get('totp') ?? '').trim();
  const label = (form.get('userLabel') ?? '').trim();
  const outcome = enrolDevice(person, { code, label, labelRequired: person.devices.length > 0, nowMs });
  if (outcome !== 'accepted') {
    if (query.get('renew') === '1') renewPending(person);
    const errors: FieldErrors =
      outcome === 'missing'
        ? { totp: 'missingTotpMessage' }
        : outcome === 'device-name-missing'
          ? { userLabel: 'missingTotpDeviceNameMessage' }
          : { totp: 'invalidTotpMessage' };
    return theme.drawEnrol(exchange, enrolView(theme, exchange, { person, errors }));
  }
  if (options.get('recovery') === '1' && !hasRecoveryCodes(person))
    return redirect(`/${theme.id}${enrolPath}?execution=${recoveryAction}`);
  completeSignIn(exchange, theme.id);
  return redirect(`/${theme.id}/account`);
}

function showRecovery(theme: KeycloakTheme, exchange: Exchange, person: Person): Promise<Reply> {
  const action = `/${theme.id}${enrolPath}?execution=${recoveryAction}`;
  return theme.drawRecovery(exchange, { codes: recoveryCodes(person).codes, action });
}

function keepRecovery(theme: KeycloakTheme, exchange: Exchange, { person }: SignedIn): Reply {
  recoveryCodes(person).saved = true;
  completeSignIn(exchange, theme.id);
  return redirect(`/${theme.id}/account`);
}

function askRecovery(
  theme: KeycloakTheme,
  exchange: Exchange,
  person: Person,
  refused: boolean,
): Promise<Reply> {
  const action = `/${theme.id}${codePath}?authenticator=recovery`;
  return theme.drawRecoveryEntry(exchange, { number: recoveryCodes(person).used + 1, action, refused });
}

async function checkRecovery(theme: KeycloakTheme, exchange: Exchange, { person }: SignedIn): Promise<Reply> {
  const { form, nowMs } = exchange;
  if (!useRecoveryCode(person, form.get('recoveryCodeInput') ?? '', nowMs))
    return askRecovery(theme, exchange, person, true);
  completeSignIn(exchange, theme.id);
  return redirect(`/${theme.id}/account`);
}

function codeView(
  theme: KeycloakTheme,
  person: Person,
  errors: FieldErrors,
  selected?: string | null,
): CodeView {
  return {
    person,
    action: `/${theme.id}${codePath}`,
    selectedCredentialId: selected ?? person.devices[0]?.id ?? '',
    errors,
    otherWay: hasRecoveryCodes(person) ? `/${theme.id}${codePath}?authenticator=recovery` : null,
  };
}

async function checkCode(theme: KeycloakTheme, exchange: Exchange, { person }: SignedIn): Promise<Reply> {
  const { form, nowMs } = exchange;
  const code = (form.get(theme.codeField ?? 'otp') ?? '').trim();
  const deviceId = form.get('selectedCredentialId');
  if (signInWithCode(person, { code, deviceId, nowMs }) !== 'accepted') {
    return theme.drawCode(exchange, codeView(theme, person, { totp: 'invalidTotpMessage' }, deviceId));
  }
  completeSignIn(exchange, theme.id);
  return redirect(`/${theme.id}/account`);
}

function account(theme: KeycloakTheme, exchange: Exchange, { person, complete }: SignedIn): Reply {
  if (!complete) return redirect(`/${theme.id}${codePath}`);
  const title = say(exchange, 'Authentification configurée', 'Authentication set up');
  const content = html`<h1>${title}</h1>
    <p>${say(exchange, 'Bonjour', 'Hello')} <strong id="account-user">${person.user}</strong>.</p>
    <p>${say(exchange, 'Vos appareils:', 'Your devices:')}</p>
    <ul id="devices">
      ${person.devices.map(({ label }) => html`<li>${label === '' ? say(exchange, '(sans nom)', '(no name)') : label}</li>`)}
    </ul>
    <p>
      <a id="add-device" href="/${theme.id}${enrolPath}?execution=CONFIGURE_TOTP&amp;kc_action=CONFIGURE_TOTP"
        >${say(exchange, 'Ajouter un appareil', 'Add a device')}</a
      >
    </p>
    <p><a id="sign-out" href="/${theme.id}/sign-out">${say(exchange, 'Se déconnecter', 'Sign out')}</a></p>`;
  return page(exchange, layout(exchange, title, content));
}
