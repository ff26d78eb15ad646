/** FreeOTP, first version: the app's own preferences. */
import { ok } from '@/lib/errors';
import { readPreferences } from '../android-preferences';
import { readEntries } from '../entries';
import type { FileFormat } from '../file-format';
import { parseJson } from '../json-text';
import { isObject } from '../shape';
import { readFreeOtpToken } from './free-otp-token';

const order = 'tokenOrder';

export const freeOtp: FileFormat = {
  id: 'freeotp',
  name: 'FreeOTP',
  recognises: ({ xmlRoot, text }) =>
    xmlRoot === 'map' && /name="tokenOrder"|&quot;issuer(?:Ext|Int)&quot;/.test(text ?? ''),
  needs: () => ok({ secret: 'nothing' }),
  read: async ({ text }, _secret, tools) => {
    const preferences = readPreferences(text);
    if (!preferences.ok) return preferences;
    const listed = parseJson(preferences.value.get(order) ?? '[]');
    const first = Array.isArray(listed) ? listed.filter((name) => preferences.value.has(name as string)) : [];
    const names = [...new Set([...(first as string[]), ...preferences.value.keys()])];
    const tokens = names.filter((name) => name !== order && name !== '');
    return readEntries(
      tokens,
      (called) => {
        const token = parseJson(preferences.value.get(called as string) ?? '');
        const read = readFreeOtpToken({
          token,
          format: freeOtp.id,
          called: called as string,
          counts: 'last',
        });
        // Preferences that are no tokens are passed over.
        return !read.ok && !isObject(token) ? ok(null) : read;
      },
      tools,
      { where: String },
    );
  },
};
