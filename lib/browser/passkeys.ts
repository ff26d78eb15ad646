/**
 * Passkeys by WebAuthn's PRF extension: an authenticator answers 32 secret bytes for a salt. Called from a tab of ours: a
 * popup closes when the system asks. In Chromium the extension itself is the relying party, so nobody else can ask for the same
 * bytes. Firefox gives an extension no relying party of its own (SecurityError).
 */
import type { Bytes } from '@/lib/crypto/bytes';
import { bytesFromBase64Url, toBase64Url } from '@/lib/crypto/bytes';
import { randomBytes } from '@/lib/crypto/random';
import type { Result } from '@/lib/errors';
import { fail, ok } from '@/lib/errors';
import type { PasskeyOpening, PasskeyWay } from '@/lib/messages/security-protocol';
import { isPasskeyBrowser } from './runtime';

const saltBytes = 32;
const challengeBytes = 32;
const es256 = -7;
const rs256 = -257;

/**
 * Makes a passkey that opens the vault. `passkey-without-prf` where the authenticator cannot give secret bytes,
 * `passkey-cancelled` when the person, or time, ended it, `passkey-unsupported` where the browser cannot do it.
 */
export function createPasskey(label: string): Promise<Result<PasskeyWay & PasskeyOpening>> {
  return attempt(async () => {
    const salt = randomBytes(saltBytes);
    const made = await navigator.credentials.create({
      publicKey: {
        rp: { name: 'Seconde' },
        user: { id: randomBytes(16), name: label, displayName: label },
        challenge: randomBytes(challengeBytes),
        pubKeyCredParams: [es256, rs256].map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        extensions: { prf: { eval: { first: salt } } },
      },
    });
    if (!(made instanceof PublicKeyCredential)) return fail('passkey-cancelled');
    const { prf } = made.getClientExtensionResults();
    const credentialId = toBase64Url(new Uint8Array(made.rawId));
    const way = { credentialId, rpId: location.hostname, prfSalt: toBase64Url(salt), label };
    const first = textOf(prf?.results?.first);
    if (first !== null) return ok({ ...way, prf: first });
    if (prf?.enabled) {
      const asked = await ask([way]);
      if (asked.ok || asked.failure.code !== 'passkey-without-prf')
        return asked.ok ? ok({ ...way, ...asked.value }) : asked;
    }
    await forgetCredential(credentialId);
    return fail('passkey-without-prf');
  });
}

/** Asks for one of these passkeys. Failures as {@link createPasskey}; `passkey-unknown` where none is of this browser. */
export function askPasskey(ways: readonly PasskeyWay[]): Promise<Result<PasskeyOpening>> {
  const own = ways.filter(({ rpId }) => rpId === location.hostname);
  return own.length === 0 ? Promise.resolve(fail('passkey-unknown')) : attempt(() => ask(own));
}

async function ask(ways: readonly PasskeyWay[]): Promise<Result<PasskeyOpening>> {
  const evalByCredential = Object.fromEntries(
    ways.map(({ credentialId, prfSalt }) => [credentialId, { first: bytesOf(prfSalt) }]),
  );
  const got = await navigator.credentials.get({
    publicKey: {
      challenge: randomBytes(challengeBytes),
      allowCredentials: ways.map(({ credentialId }) => ({ type: 'public-key', id: bytesOf(credentialId) })),
      userVerification: 'required',
      extensions: { prf: { evalByCredential } },
    },
  });
  if (!(got instanceof PublicKeyCredential)) return fail('passkey-cancelled');
  const prf = textOf(got.getClientExtensionResults().prf?.results?.first);
  if (prf === null) return fail('passkey-without-prf');
  return ok({ credentialId: toBase64Url(new Uint8Array(got.rawId)), prf });
}

async function attempt<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  if (!isPasskeyBrowser()) return fail('passkey-unsupported');
  try {
    return await work();
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    return fail(
      name === 'SecurityError' || name === 'NotSupportedError' ? 'passkey-unsupported' : 'passkey-cancelled',
    );
  }
}

/** A passkey that opens nothing would be offered for ever: where the browser can, it is told so. */
async function forgetCredential(credentialId: string): Promise<void> {
  const { signalUnknownCredential } = PublicKeyCredential as unknown as {
    signalUnknownCredential?: (credential: { rpId: string; credentialId: string }) => Promise<void>;
  };
  await signalUnknownCredential
    ?.call(PublicKeyCredential, { rpId: location.hostname, credentialId })
    .catch(() => undefined);
}

function bytesOf(text: string): Bytes {
  const bytes = bytesFromBase64Url(text);
  if (!bytes) throw new TypeError('"text" expected in base64url');
  return bytes;
}

/** 32 bytes, wherever they lie. */
function textOf(source: BufferSource | undefined): string | null {
  if (source === undefined) return null;
  const bytes = ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
  return bytes.length === saltBytes ? toBase64Url(bytes) : null;
}
