import { deviceKeyStore, sessionStore } from '@/lib/browser/key-store';
import { mirrorStore } from '@/lib/browser/mirror-store';
import { vaultStore } from '@/lib/browser/vault-store';
import type { Lock } from '@/lib/vault/ports';
import type { Vault, VaultOptions } from '@/lib/vault/vault';
import { createVault } from '@/lib/vault/vault';

/** Over every context of the extension, not only this one. */
const lock: Lock = { run: (work) => navigator.locks.request('seconde.vault', work) };

/** The vault of this browser profile. Made once, by the background. */
export function createBrowserVault(options: VaultOptions): Vault {
  const ports = {
    store: vaultStore,
    mirror: mirrorStore,
    deviceKeys: deviceKeyStore,
    sessions: sessionStore,
    lock,
    clock: { now: () => Date.now() },
    newId: () => crypto.randomUUID(),
  };
  return createVault(ports, options);
}
