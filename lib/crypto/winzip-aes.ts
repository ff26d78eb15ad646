/** AES in zip files as WinZip defined it (AE-1 and AE-2): PBKDF2 of 1,000 rounds, CTR with a little-endian counter, HMAC-SHA-1. */
import { ecb } from '@noble/ciphers/aes.js';
import { type Bytes, equalBytes } from './bytes';
import { hmac } from './password-file';
import { pbkdf2 } from './pbkdf2';

const iterations = 1000;
const verifierBytes = 2;
const macBytes = 10;
const blockBytes = 16;
/** Counters made at once. */
const batchBlocks = 4096;

/**
 * The data of a member, still compressed. `strength` 1, 2, 3: AES-128, -192, -256. `wrong`: not this password (one in 65,536
 * is not told); `damaged`: the password fits and the bytes were changed.
 */
export async function openWinzipAes(
  password: Bytes,
  sealed: Bytes,
  strength: number,
): Promise<Bytes | 'wrong' | 'damaged'> {
  const keyBytes = 8 + 8 * strength;
  const saltBytes = keyBytes / 2;
  if (![1, 2, 3].includes(strength) || sealed.length < saltBytes + verifierBytes + macBytes) return 'damaged';
  const salt = sealed.slice(0, saltBytes);
  const length = 2 * keyBytes + verifierBytes;
  const keys = await pbkdf2(password, { hash: 'SHA-1', salt, iterations, length });
  const verifier = sealed.subarray(saltBytes, saltBytes + verifierBytes);
  if (!equalBytes(keys.subarray(2 * keyBytes), verifier)) return 'wrong';
  const data = sealed.slice(saltBytes + verifierBytes, -macBytes);
  const mac = await hmac('SHA-1', keys.slice(keyBytes, 2 * keyBytes), data);
  if (!equalBytes(mac.subarray(0, macBytes), sealed.subarray(-macBytes))) return 'damaged';
  applyCounters(keys.slice(0, keyBytes), data);
  return data;
}

/** WebCrypto counts big-endian only. */
function applyCounters(key: Bytes, data: Bytes): void {
  for (let start = 0; start < data.length; start += batchBlocks * blockBytes) {
    const blocks = Math.min(batchBlocks, Math.ceil((data.length - start) / blockBytes));
    const counters = new Uint8Array(blocks * blockBytes);
    const view = new DataView(counters.buffer);
    for (let block = 0; block < blocks; block += 1)
      view.setUint32(block * blockBytes, start / blockBytes + block + 1, true);
    const stream = ecb(key, { disablePadding: true }).encrypt(counters);
    const end = Math.min(data.length, start + stream.length);
    for (let at = start; at < end; at += 1) data[at] = (data[at] ?? 0) ^ (stream[at - start] ?? 0);
  }
}
