/**
 * A key that a page shows as text, made into the address that its QR code would have held. What the page's list of parameters
 * says is passed on as it is written: the reader of addresses refuses what it does not know, and nothing is assumed here.
 */
import type { WrittenKey } from '@/lib/fields/page-contract';

export interface WrittenAddress {
  readonly text: string;
  /** The page said all that makes a code; without it the usual parameters are a guess, and the person is asked. */
  readonly complete: boolean;
}

/** `host` stands in for a name that the page does not give. */
export function writtenAddress({ key, issuer, parameters }: WrittenKey, host: string): WrittenAddress {
  const name = encodeURIComponent((issuer || host).slice(0, 200));
  const secret = key.replace(/[^A-Za-z2-7]/g, '');
  const address = (kind: string, more: readonly (readonly [string, string])[]): string =>
    `otpauth://${kind}/${name}:?secret=${secret}&issuer=${name}` +
    more.map(([parameter, value]) => `&${parameter}=${encodeURIComponent(value)}`).join('');
  if (parameters === null) return { text: address('totp', []), complete: false };
  const { kind, algorithm, digits, moving } = parameters;
  const text = address(kind, [
    ['algorithm', algorithm],
    ['digits', digits],
    [kind === 'totp' ? 'period' : 'counter', moving],
  ]);
  return { text, complete: true };
}
