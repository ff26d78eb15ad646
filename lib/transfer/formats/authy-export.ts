/** Authy, as its servers gave it (an API that was closed in 2024, and what the company sends on request): JSON. */
import { type Result, failure, ok } from '@/lib/errors';
import { decodeHex } from '@/lib/otp/hex';
import type { FileFormat } from '../file-format';
import { boundPbkdf2 } from '../kdf-bounds';
import { isObject, listIn, textIn, valueIn } from '../shape';
import { type AuthyItem, readAuthyItems } from './authy-entry';

/** Before the field existed, every key had this many rounds. */
const oldIterations = 1000;

export const authyExport: FileFormat = {
  id: 'authy-export',
  name: 'Authy',
  recognises: ({ json }) =>
    isObject(json) &&
    listIn(json, 'authenticator_tokens').some(
      (token) => isObject(token) && ('encrypted_seed' in token || 'decrypted_seed' in token),
    ),
  needs: ({ json }) => {
    const tokens = listIn(json, 'authenticator_tokens').filter(
      (token) => textIn(token, 'encrypted_seed') !== '',
    );
    const costs = tokens.map(iterationsOf);
    // Beyond its bounds, an entry is a problem; when all are, the file is.
    if (costs.length > 0 && costs.every((cost) => !cost.ok)) return costs[0] as Result<never>;
    return ok({ secret: tokens.length > 0 ? 'password' : 'nothing' });
  },
  read: async ({ json }, password, tools) => {
    const items = [
      ...listIn(json, 'authenticator_tokens').map(itemOf),
      ...listIn(json, 'apps').map(ownItemOf),
    ];
    return readAuthyItems(items, password, authyExport.id, tools);
  },
};

function iterationsOf(token: unknown): Result<number> {
  const written = valueIn(token, 'key_derivation_iterations');
  return boundPbkdf2(typeof written === 'string' ? Number(written) : (written ?? oldIterations));
}

function itemOf(token: unknown): AuthyItem {
  return {
    issuer: textIn(token, 'issuer'),
    name: textIn(token, 'name') || textIn(token, 'original_name'),
    digits: valueIn(token, 'digits'),
    seed: seedOf(token),
    raw: { unique_id: textIn(token, 'unique_id'), account_type: textIn(token, 'account_type') },
  };
}

function seedOf(token: unknown): AuthyItem['seed'] {
  const [plain, sealed] = [textIn(token, 'decrypted_seed'), textIn(token, 'encrypted_seed')];
  if (plain !== '') return { base32: plain };
  if (sealed === '') return failure('secret-missing');
  const iterations = iterationsOf(token);
  if (!iterations.ok) return iterations.failure;
  const written = textIn(token, 'unique_iv');
  const iv = written === '' ? new Uint8Array(16) : decodeHex(written);
  if (iv?.length !== 16) return failure('entry-malformed');
  return { sealed, salt: textIn(token, 'salt'), iv, iterations: iterations.value };
}

/** Accounts of companies that use Authy's own codes. */
function ownItemOf(app: unknown): AuthyItem {
  const hex = textIn(app, 'secret_seed');
  return {
    issuer: '',
    name: textIn(app, 'name'),
    digits: valueIn(app, 'digits'),
    seed: hex === '' ? failure('secret-missing') : { hex },
    raw: { name: textIn(app, 'name') },
  };
}
