/**
 * Keycloak: users with their credentials, as its export of a realm or its administration gives them. The key of a code is the
 * text itself, not Base32, unless the file says so.
 */
import { utf8 } from '@/lib/crypto/bytes';
import { type Result, fail, ok } from '@/lib/errors';
import { type FoundEntry, readEntries } from '../entries';
import type { FileFormat } from '../file-format';
import { parseJson } from '../json-text';
import { withoutCode } from '../left-out';
import { readOtpFields } from '../otp-fields';
import { isObject, listIn, textIn, valueIn } from '../shape';

interface Credential {
  readonly realm: string;
  readonly user: string;
  readonly credential: unknown;
}

export const keycloak: FileFormat = {
  id: 'keycloak',
  name: 'Keycloak',
  recognises: ({ json }) =>
    usersIn(json).some((user) => isObject(user) && 'username' in user && Array.isArray(user['credentials'])),
  needs: () => ok({ secret: 'nothing' }),
  read: async ({ json }, _secret, tools) => {
    const realm = textIn(json, 'displayName') || textIn(json, 'realm') || 'Keycloak';
    const users = usersIn(json).map((user) => ({ user, otps: listIn(user, 'credentials').filter(isOtp) }));
    const credentials = users.flatMap(({ user, otps }) =>
      otps.map((credential): Credential => ({
        realm,
        user: textIn(user, 'username') || textIn(user, 'email'),
        credential,
      })),
    );
    return readEntries(credentials, (one) => readCredential(one as Credential), tools, {
      notes: withoutCode(users.filter(({ otps }) => otps.length === 0).length),
      where: (one) => (one as Credential).user,
    });
  },
};

/** Of a realm, of a list, or one alone. */
function usersIn(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  if (!isObject(json)) return [];
  return Array.isArray(json['users']) ? json['users'] : 'credentials' in json ? [json] : [];
}

function isOtp(credential: unknown): boolean {
  return /^(?:otp|totp|hotp)$/.test(textIn(credential, 'type'));
}

/** Since version 8, what is secret and what is not are texts of JSON; before, fields of the credential. */
function readCredential({ realm, user, credential }: Credential): Result<FoundEntry> {
  const secretData = parseJson(textIn(credential, 'secretData')) ?? credential;
  const data = parseJson(textIn(credential, 'credentialData')) ?? credential;
  const written = textIn(secretData, 'value');
  if (written === '') return fail('secret-missing');
  const isBase32 = textIn(data, 'secretEncoding').toUpperCase() === 'BASE32';
  const kind = textIn(data, 'subType') || (textIn(credential, 'type') === 'hotp' ? 'hotp' : 'totp');
  const isCounted = kind.toLowerCase() === 'hotp';
  const label = textIn(credential, 'userLabel');
  const otp = readOtpFields(
    {
      kind,
      secret: isBase32 ? written : utf8(written),
      algorithm: valueIn(data, 'algorithm'),
      digits: valueIn(data, 'digits'),
      period: isCounted ? undefined : valueIn(data, 'period'),
      counter: isCounted ? valueIn(data, 'counter') : undefined,
    },
    { issuer: realm, name: user, format: keycloak.id, raw: credential },
  );
  return otp.ok ? ok({ issuer: realm, name: user, ...otp.value, note: label }) : otp;
}
