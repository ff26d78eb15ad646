/** A backup of Seconde's own, brought in beside what is here: each account whole, with what no other format has. */
import { fail, ok } from '@/lib/errors';
import type { Account } from '@/lib/vault/account';
import type { FileFormat, ImportedEntry } from '../file-format';
import { isObject, listIn, textIn, valueIn } from '../shape';

/** As lib/vault/envelope writes it; all that opens one is loaded with the first. */
const ours = 'seconde-vault';

export const seconde: FileFormat = {
  id: 'seconde',
  name: 'Seconde',
  recognises: ({ json }) => isObject(json) && json['fmt'] === ours,
  needs: ({ json }) => {
    const slots = listIn(json, 'slots');
    const opens = slots.some((slot) => /^(?:password|recovery)$/.test(textIn(slot, 'type')));
    if (!opens) return fail('backup-no-way');
    return ok({
      secret: 'password',
      memoryMiB: slots.reduce<number>((most, slot) => Math.max(most, memoryOf(slot)), 0),
    });
  },
  read: async ({ text }, secret) => {
    const { openBackup } = await import('@/lib/vault/backup');
    const { secretFromRecoveryCode } = await import('@/lib/vault/recovery-code');
    const typed = secret ?? '';
    // Either opens it; nobody types a recovery code by chance.
    const isCode = secretFromRecoveryCode(typed).ok;
    const opened = await openBackup(text ?? '', isCode ? { recoveryCode: typed } : { password: typed });
    if (!opened.ok)
      return opened.failure.code === 'password-wrong' || opened.failure.code === 'recovery-code-wrong'
        ? { ok: false, failure: { code: 'file-key-wrong' } }
        : opened;
    return ok({ entries: opened.value.open.content.accounts.map(entryOf), problems: [], notes: [] });
  },
};

/** What is out of bounds is refused by who opens it, before anything is derived. */
function memoryOf(slot: unknown): number {
  const memoryKiB = valueIn(slot, 'kdf', 'memoryKiB');
  return typeof memoryKiB === 'number' && memoryKiB > 0 ? Math.ceil(memoryKiB / 1024) : 0;
}

/** An account whole, as an entry of an import. */
export function entryOf(account: Account): ImportedEntry {
  const { issuer, name, otp, note, tags, pinned, suggestedSites, recoveryCodes, expiresAtMs, token } =
    account;
  return {
    issuer,
    name,
    otp,
    account,
    ...(note === undefined ? {} : { note }),
    ...(tags === undefined ? {} : { tags }),
    ...(pinned ? { pinned } : {}),
    ...(suggestedSites === undefined ? {} : { suggestedSites }),
    ...(recoveryCodes === undefined ? {} : { recoveryCodes }),
    ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
    ...(token === undefined ? {} : { token }),
  };
}
