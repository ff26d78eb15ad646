/** The account of the practice page: known by its key, so that nothing has to be remembered of it. */
import { encodeBase32 } from '@/lib/otp/base32';

/** Ten bytes, sixteen letters of Base32; no generator makes them by chance. */
const beginning = encodeBase32(new TextEncoder().encode('EXERCICE-1'));

const randomLength = 10;

/** `random`: ten bytes, so that two people who practise do not share a key. */
export function rehearsalSecret(random: Uint8Array): string {
  if (random.length !== randomLength) throw new RangeError('"random" expected ten bytes');
  return beginning + encodeBase32(random);
}

export function isRehearsalSecret(secret: string | undefined): boolean {
  return secret !== undefined && secret.startsWith(beginning);
}
