/** Search by name: words in any order, accents and case forgiven. */
import { fold } from '@/lib/i18n/fold';
import type { Account } from '@/lib/vault/account';

/** Folded names, kept as long as the account they were made of. */
const folded = new WeakMap<Account, string>();

/** Every word of the query begins, or stands in, a word of the issuer or name. */
export function matcher(query: string): (account: Account) => boolean {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return (account) => {
    let text = folded.get(account);
    if (text === undefined) {
      text = fold(`${account.issuer} ${account.name}`);
      folded.set(account, text);
    }
    return words.every((word) => text.includes(word));
  };
}
