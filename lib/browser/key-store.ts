/**
 * Keys that outlive a stop of the background: the device key, and the vault key of an unlocked session.
 */
import { browser } from 'wxt/browser';
import { deleteKeys, dropKey, keepKey, keptKey } from '@/lib/browser/key-database';
import { deviceKeyName } from '@/lib/browser/vault-store';
import { generateAeadKey, importAeadKey, openKey, seal } from '@/lib/crypto/aead';
import { bytesFromBase64Url, toBase64Url } from '@/lib/crypto/bytes';
import { canonicalBytes } from '@/lib/crypto/canonical-json';
import type { DeviceKeyStore, SessionStore, VaultSession } from '@/lib/vault/ports';
import { hasExactly, isId } from '@/lib/vault/shape';

/** A non-extractable key in IndexedDB and its raw bytes in `storage.local`. See [Note: Device slot]. */
export const deviceKeyStore: DeviceKeyStore = {
  async read() {
    const looked = await Promise.allSettled([keptKey('device'), committedDeviceKey()]);
    const found = looked.flatMap((copy) => (copy.status === 'fulfilled' && copy.value ? [copy.value] : []));
    const failed = looked.find((copy) => copy.status === 'rejected');
    if (found.length === 0 && failed) throw failed.reason;
    return found;
  },
  keep: (key) => keepKey('device', key),
  async destroy() {
    await Promise.all([dropKey('device'), browser.storage.local.remove(deviceKeyName)]);
  },
  erase: deleteKeys,
};

async function committedDeviceKey(): Promise<CryptoKey | null> {
  const text: unknown = (await browser.storage.local.get(deviceKeyName))[deviceKeyName];
  if (text === undefined) return null;
  const raw = typeof text === 'string' ? bytesFromBase64Url(text) : null;
  // Not "no key": a trace of a vault that can no longer be used.
  if (!raw) throw new TypeError('the stored device key is damaged');
  return importAeadKey(raw);
}

const sessionName = 'vaultSession';
const deadlineName = 'vaultDeadline';
const noDeadline = 'none';
const comparedName = 'vaultCompared';

/**
 * The vault key, sealed under a random key. The sealed half lies in `storage.session`, which is memory and ends with the
 * browser; the other half is non-extractable in IndexedDB. Neither opens anything alone. Base64url text, since Chromium's
 * storage keeps no typed arrays, and no keys.
 */
export const sessionStore: SessionStore = {
  async read() {
    const [stored, wrapping] = await Promise.all([
      browser.storage.session.get([sessionName, deadlineName, comparedName]),
      keptKey('session').catch(() => null),
    ]);
    const session = await openSession(stored, wrapping);
    const mark = stored[comparedName];
    return { session, compared: typeof mark === 'string' ? mark : null };
  },

  async markCompared(mark) {
    await browser.storage.session.set({ [comparedName]: mark });
  },

  async write(key, vkId, deadlineMs) {
    const wrapping = await generateAeadKey();
    const { iv, ct } = await seal(wrapping, key, sessionAad(vkId));
    const record: SessionRecord = { vkId, iv: toBase64Url(iv), ct: toBase64Url(ct) };
    // In this order: `sweep` takes a wrapping key without a record for one that a dead session left.
    await browser.storage.session.set({ [sessionName]: record, [deadlineName]: deadlineMs ?? noDeadline });
    await keepKey('session', wrapping);
  },

  async setDeadline(deadlineMs) {
    await browser.storage.session.set({ [deadlineName]: deadlineMs ?? noDeadline });
  },

  async clear() {
    await Promise.all([browser.storage.session.remove([sessionName, deadlineName]), dropKey('session')]);
  },

  async sweep() {
    const stored = await browser.storage.session.get(sessionName);
    if (stored[sessionName] === undefined) await dropKey('session');
  },
};

async function openSession(
  stored: Readonly<Record<string, unknown>>,
  wrapping: CryptoKey | null,
): Promise<VaultSession | null> {
  const record = stored[sessionName];
  if (!wrapping || !isSessionRecord(record)) return null;
  const iv = bytesFromBase64Url(record.iv);
  const ct = bytesFromBase64Url(record.ct);
  const vk = iv && ct && (await openKey(wrapping, { iv, ct }, sessionAad(record.vkId)));
  return vk ? { vk, vkId: record.vkId, deadlineMs: deadlineFrom(stored[deadlineName]) } : null;
}

interface SessionRecord {
  readonly vkId: string;
  readonly iv: string;
  readonly ct: string;
}

function isSessionRecord(value: unknown): value is SessionRecord {
  return (
    hasExactly(value, ['vkId', 'iv', 'ct']) &&
    isId(value['vkId']) &&
    typeof value['iv'] === 'string' &&
    typeof value['ct'] === 'string'
  );
}

/** A record that says neither is of a deadline that has passed. */
function deadlineFrom(stored: unknown): number | null {
  if (stored === noDeadline) return null;
  return typeof stored === 'number' ? stored : 0;
}

function sessionAad(vkId: string) {
  return canonicalBytes({ part: 'session', vkId });
}
