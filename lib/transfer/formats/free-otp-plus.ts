/** FreeOTP+: JSON with the tokens of FreeOTP, in a list. */
import { ok } from '@/lib/errors';
import { readEntries } from '../entries';
import type { FileFormat } from '../file-format';
import { isObject, listIn, textIn } from '../shape';
import { readFreeOtpToken } from './free-otp-token';

export const freeOtpPlus: FileFormat = {
  id: 'freeotp-plus',
  name: 'FreeOTP+',
  recognises: ({ json }) =>
    isObject(json) && Array.isArray(json['tokens']) && Array.isArray(json['tokenOrder']),
  needs: () => ok({ secret: 'nothing' }),
  read: async ({ json }, _secret, tools) =>
    readEntries(
      listIn(json, 'tokens'),
      (token) => readFreeOtpToken({ token, format: freeOtpPlus.id, counts: 'last' }),
      tools,
      { where: (token) => textIn(token, 'label') },
    ),
};
