/** The address inside the practice QR codes, spelled as Keycloak spells it. */

import { toBase32 } from './base32.ts';
import type { Policy } from './verifier.ts';

export interface KeyUriParts {
  readonly key: Uint8Array;
  readonly policy: Policy;
  readonly issuer: string;
  readonly account: string;
}

/** `otpauth://…`: the account part is form-encoded, a colon in the issuer becomes a space, all parameters are written. */
export function keyUri({ key, policy, issuer, account }: KeyUriParts): string {
  const name = encodeURIComponent(issuer.replaceAll(':', ' '));
  const form = encodeURIComponent(account).replaceAll('%20', '+');
  const moving = policy.kind === 'totp' ? `period=${policy.periodSeconds}` : 'counter=0';
  return (
    `otpauth://${policy.kind}/${name}:${form}?secret=${toBase32(key)}` +
    `&digits=${policy.digits}&algorithm=${policy.algorithm}&issuer=${name}&${moving}`
  );
}
