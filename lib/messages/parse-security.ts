import { bytesFromBase64Url } from '@/lib/crypto/bytes';
import type { Proof, SecurityProtocol } from './security-protocol';

type Fields = Readonly<Record<string, unknown>>;
type SecurityParsers = {
  readonly [N in keyof SecurityProtocol]: (fields: Fields) => SecurityProtocol[N]['request'] | undefined;
};

/** A password or code longer than this is not one; it would only cost time. */
const longestSecret = 4096;
const longestCredential = 1364;
const longestLabel = 100;
const longestHost = 255;
const saltBytes = 32;

export const securityParsers: SecurityParsers = {
  'vault.ways': () => null,
  'vault.passkeys': () => null,
  'vault.unlock-code': ({ code }) => (isText(code, longestSecret) ? { code } : undefined),
  'vault.unlock-passkey': withPasskey,
  'vault.prove': ({ proof }) => {
    if (proof === null) return { proof };
    const given = proofFrom(proof);
    return given && { proof: given };
  },
  'vault.protect': withPassword,
  'vault.add-recovery-code': () => null,
  'vault.add-passkey': (fields) => {
    const opening = withPasskey(fields);
    const { rpId, prfSalt, label } = fields;
    if (!opening || !isText(rpId, longestHost) || !isBytes(prfSalt) || !isText(label, longestLabel))
      return undefined;
    return rpId === '' ? undefined : { ...opening, rpId, prfSalt, label };
  },
  'vault.remove-way': ({ id }) => (isText(id, 100) ? { id } : undefined),
  'practice.try': withPassword,
  'practice.later': () => null,
  'clipboard.copied': ({ text }) => (isText(text, longestSecret) && text !== '' ? { text } : undefined),
};

export function proofFrom(value: unknown): Proof | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { password, recoveryCode, passkey } = value as Fields;
  if (isText(password, longestSecret)) return { password };
  if (isText(recoveryCode, longestSecret)) return { recoveryCode };
  const opening =
    typeof passkey === 'object' && passkey !== null ? withPasskey(passkey as Fields) : undefined;
  return opening && { passkey: opening };
}

function withPassword({ password }: Fields): { password: string } | undefined {
  return isText(password, longestSecret) ? { password } : undefined;
}

function withPasskey({ credentialId, prf }: Fields): { credentialId: string; prf: string } | undefined {
  if (!isText(credentialId, longestCredential) || !isBytes(prf)) return undefined;
  return credentialId !== '' && bytesFromBase64Url(credentialId) ? { credentialId, prf } : undefined;
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}

/** 32 bytes in base64url. */
function isBytes(value: unknown): value is string {
  return isText(value, 100) && bytesFromBase64Url(value)?.length === saltBytes;
}
