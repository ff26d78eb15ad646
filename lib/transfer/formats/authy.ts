/** Authy, as taken from a rooted phone: preferences whose list holds keys in clear, or closed by the backup password. */
import { type Result, failure, ok } from '@/lib/errors';
import { readPreferences } from '../android-preferences';
import type { FileFormat } from '../file-format';
import { parseJson } from '../json-text';
import { isObject, textIn, valueIn } from '../shape';
import { type AuthyItem, readAuthyItems } from './authy-entry';

const listNames = /^com\.authy\.storage\.tokens\.(?:authenticator|authy)\.key$/;
/** Fixed by the app. */
const iterations = 1000;

export const authy: FileFormat = {
  id: 'authy',
  name: 'Authy',
  recognises: ({ xmlRoot, text }) => xmlRoot === 'map' && (text ?? '').includes('com.authy.storage.tokens.'),
  needs: ({ text }) => {
    const items = itemsIn(text);
    if (!items.ok) return items;
    return ok({ secret: items.value.some(({ seed }) => 'sealed' in seed) ? 'password' : 'nothing' });
  },
  read: async ({ text }, password, tools) => {
    const items = itemsIn(text);
    return items.ok ? readAuthyItems(items.value, password, authy.id, tools) : items;
  },
};

function itemsIn(text: string | null): Result<readonly AuthyItem[]> {
  const preferences = readPreferences(text);
  if (!preferences.ok) return preferences;
  const lists = [...preferences.value]
    .filter(([name]) => listNames.test(name))
    .map(([, list]) => parseJson(list));
  return ok(lists.flatMap((list) => (Array.isArray(list) ? list.filter(isObject).map(itemOf) : [])));
}

function itemOf(entry: unknown): AuthyItem {
  const original = textIn(entry, 'originalName');
  const issuer = textIn(entry, 'originalIssuer') || issuerIn(original);
  return {
    issuer,
    name: textIn(entry, 'name') || original,
    digits: valueIn(entry, 'digits'),
    seed: seedOf(entry),
    raw: { accountType: textIn(entry, 'accountType'), originalName: original },
  };
}

function seedOf(entry: unknown): AuthyItem['seed'] {
  const [plain, sealed] = [textIn(entry, 'decryptedSecret'), textIn(entry, 'encryptedSecret')];
  if (plain !== '') return { base32: plain };
  if (sealed !== '') return { sealed, salt: textIn(entry, 'salt'), iv: new Uint8Array(16), iterations };
  const own = textIn(entry, 'secretSeed');
  return own === '' ? failure('secret-missing') : { hex: own };
}

function issuerIn(name: string): string {
  const colon = name.indexOf(':');
  return colon > 0 ? name.slice(0, colon) : '';
}
