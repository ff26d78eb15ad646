/** Copies of the accounts handed over as files, made of the actions that every surface has; loaded with the views that offer one. */
import { type Result, ok } from '@/lib/errors';
import type { Actions } from '../app/actions';

export function createCopyActions({ raw: { port } }: Actions) {
  return {
    /** A backup that the vault's own password opens, handed over as a file; answers its name. */
    writeBackup: async (): Promise<Result<string>> => {
      const backup = await port.ask('backup.write', null);
      if (!backup.ok) return backup;
      port.download(backup.value.fileName, backup.value.text);
      return ok(backup.value.fileName);
    },
    /** Makes an encrypted copy and hands it over as a file; answers its name. */
    saveCopy: async (password: string): Promise<Result<string>> => {
      const copy = await port.ask('vault.copy', { password });
      if (!copy.ok) return copy;
      port.download(copy.value.fileName, copy.value.text);
      return ok(copy.value.fileName);
    },
  };
}
