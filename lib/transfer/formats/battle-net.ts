/** Battle.net, as taken from a rooted phone: the key and the serial number under a mask that is the same for everybody. */
import { type Result, fail, ok } from '@/lib/errors';
import { decodeHex } from '@/lib/otp/hex';
import { hasPreference, readPreferences } from '../android-preferences';
import { type FoundEntry, readEntries } from '../entries';
import type { FileFormat } from '../file-format';
import { allDefined, readOtpFields } from '../otp-fields';

const secretName = 'com.blizzard.messenger.AUTHENTICATOR_DEVICE_SECRET';
const serialName = 'com.blizzard.messenger.AUTHENTICATOR_SERIAL';
const issuer = 'Battle.net';
const mask = decodeHex(
  '398e27fc50276a656065b0e525f4c06c04c61075286b8e7aeda59da9813b5dd6c80d2fb38068773fa59ba47c17ca6c6479015c1d5b8b8f6b9a',
);

export const battleNet: FileFormat = {
  id: 'battle-net',
  name: 'Battle.net',
  recognises: (file) => hasPreference(file, secretName),
  needs: () => ok({ secret: 'nothing' }),
  read: async ({ text }, _secret, tools) => {
    const preferences = readPreferences(text);
    if (!preferences.ok) return preferences;
    const name = unmasked(preferences.value.get(serialName) ?? '') ?? '';
    return readEntries(
      [preferences.value.get(secretName)],
      (masked) => readKey(String(masked), name),
      tools,
      {
        where: () => issuer,
      },
    );
  },
};

function readKey(masked: string, name: string): Result<FoundEntry> {
  const hex = unmasked(masked);
  const secret = hex === null ? null : decodeHex(hex);
  if (secret === null) return fail('entry-malformed');
  const source = { issuer, name, format: battleNet.id, raw: undefined, defined: allDefined };
  const otp = readOtpFields({ kind: 'totp', secret, digits: 8 }, source);
  return otp.ok ? ok({ issuer, name, ...otp.value }) : otp;
}

/** ASCII, or `null` for what is no hexadecimal, or longer than the mask. */
function unmasked(hex: string): string | null {
  const bytes = decodeHex(hex);
  if (bytes === null || mask === null || bytes.length > mask.length) return null;
  return String.fromCharCode(...bytes.map((byte, at) => byte ^ (mask[at] ?? 0)));
}
