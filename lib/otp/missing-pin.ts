/** Entries of files that lack nothing but their PIN: kept as they are until somebody types it. */
import { isPin, type KeptOtp, type MotpParameters, type YandexParameters } from './parameters';
import { yandexSecret } from './yandex';

/** What `KeptOtp.what` says of them. */
export const missingPin = 'PIN';

type PinParameters = MotpParameters | YandexParameters;

/** Whether a PIN is all that it takes. */
export function lacksOnlyPin(otp: { readonly kind: string }): otp is KeptOtp {
  return otp.kind === 'kept' && baseOf(otp as KeptOtp) !== null;
}

/** `pin` of 4 to 16 digits; `null` for another, and for what takes more than a PIN. */
export function withPin(otp: KeptOtp, pin: string): PinParameters | null {
  const base = baseOf(otp);
  return base === null || !isPin(pin) ? null : { ...base, pin };
}

function baseOf({ what, secret, address }: KeptOtp): Pick<PinParameters, 'kind' | 'secret'> | null {
  if (what !== missingPin || secret === '') return null;
  if (/^motp:/i.test(address)) return { kind: 'motp', secret };
  if (!/^(?:apple-)?otpauth:\/\/(?:yaotp|yandex)\//i.test(address)) return null;
  const sixteenBytes = yandexSecret(secret);
  return sixteenBytes === null ? null : { kind: 'yandex', secret: sixteenBytes };
}
