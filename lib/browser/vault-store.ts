/** The vault in `storage.local`: one record each, so that one `set` is one commit. Never remove-then-set. */
import { browser } from 'wxt/browser';
import type { VaultStore } from '@/lib/vault/ports';

const currentName = 'vault';
const previousName = 'vaultPrev';

/** Where the copy of the device key lies that is committed beside the vault. See [Note: Device slot]. */
export const deviceKeyName = 'vaultDeviceKey';

export const vaultStore: VaultStore = {
  read: () => readRecord(currentName),
  readPrevious: () => readRecord(previousName),
  async commit(vault, previous, beside) {
    await browser.storage.local.set({
      [currentName]: vault,
      ...(previous === undefined ? {} : { [previousName]: previous }),
      ...(beside ? { [deviceKeyName]: beside.deviceKey } : {}),
    });
  },
  // The one place that may: `clear` is also the one call after which Chromium keeps no overwritten value on the disk.
  erase: () => browser.storage.local.clear(),
};

async function readRecord(name: string): Promise<unknown> {
  return (await browser.storage.local.get(name))[name];
}
