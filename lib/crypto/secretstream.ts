/**
 * Opens libsodium's secretstream (XChaCha20-Poly1305) where it is one message, as Ente writes it: a header of 24 bytes, then
 * one encrypted tag byte, the message, and 16 bytes of MAC. Loaded only when a file needs it.
 */
import { poly1305 } from '@noble/ciphers/_poly1305.js';
import { chacha20, hchacha } from '@noble/ciphers/chacha.js';
import { type Bytes, equalBytes } from '@/lib/crypto/bytes';

const headerBytes = 24;
const macBytes = 16;
const blockBytes = 64;
/** Bytes beside the message. */
const overheadBytes = 1 + macBytes;
/** "expand 32-byte k", little-endian. */
const sigma = Uint32Array.of(0x61707865, 0x3320646e, 0x79622d32, 0x6b206574);

/** `null` when key, header and ciphertext do not belong together. */
export function openSecretstream(key: Bytes, header: Bytes, sealed: Bytes): Bytes | null {
  if (key.length !== 32 || header.length !== headerBytes || sealed.length < overheadBytes) return null;
  const subkey = new Uint32Array(8);
  hchacha(sigma, words(key), words(header.subarray(0, 16)), subkey);
  const streamKey = new Uint8Array(subkey.buffer);
  const nonce = new Uint8Array(12);
  nonce[0] = 1;
  nonce.set(header.subarray(16), 4);

  const body = sealed.subarray(1, sealed.length - macBytes);
  const block = chacha20(streamKey, nonce, new Uint8Array(blockBytes), undefined, 1);
  // The tag byte stands in the first block as it is on the wire.
  block[0] = sealed[0]!;
  const macKey = chacha20(streamKey, nonce, new Uint8Array(32), undefined, 0);
  const mac = poly1305(macInput(block, body), macKey);
  if (!equalBytes(mac, sealed.subarray(sealed.length - macBytes))) return null;
  return new Uint8Array(chacha20(streamKey, nonce, body, undefined, 2));
}

/** The padding follows the length of the message, as libsodium has it, not what is missing to a whole block. */
function macInput(block: Uint8Array, body: Uint8Array): Uint8Array {
  const input = new Uint8Array(blockBytes + body.length + (body.length & 15) + 16);
  input.set(block, 0);
  input.set(body, blockBytes);
  const lengths = new DataView(input.buffer, input.length - 16);
  lengths.setBigUint64(8, BigInt(blockBytes + body.length), true);
  return input;
}

function words(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length / 4 }, (_, index) => view.getUint32(index * 4, true));
}
