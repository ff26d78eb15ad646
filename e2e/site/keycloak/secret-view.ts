/** What both themes show of the pending secret: one secret in three spellings, as on a real server. */

import { toBase32 } from '../base32.ts';
import { qrPng } from '../qr-picture.ts';
import { enrolmentUri, keyOf } from '../state.ts';
import type { EnrolView } from './flow.ts';

export interface SecretView {
  /** base64 of the PNG, without the `data:` part. */
  readonly qrPng: string;
  /** Base32 in groups of four. */
  readonly manualKey: string;
  /** The raw ASCII secret of the hidden field. */
  readonly hidden: string;
}

export function secretView({ person, issuer }: Pick<EnrolView, 'person' | 'issuer'>): SecretView {
  return {
    qrPng: qrPng(enrolmentUri(person, issuer)).toString('base64'),
    manualKey: (toBase32(keyOf(person.pending)).match(/.{1,4}/g) ?? []).join(' '),
    hidden: person.pending,
  };
}

/** Keycloak lists the applications that can take the policy: Google's and Microsoft's only for the usual one. */
export function supportedApplications({ person: { policy } }: Pick<EnrolView, 'person'>): string[] {
  const usual = policy.kind === 'hotp' || policy.periodSeconds === 30;
  const plain = usual && policy.algorithm === 'SHA1' && policy.digits === 6 && policy.kind === 'totp';
  return [
    'totpAppFreeOTPName',
    ...(usual ? ['totpAppGoogleName'] : []),
    ...(plain ? ['totpAppMicrosoftAuthenticatorName'] : []),
  ];
}
