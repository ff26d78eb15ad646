import { createECDH } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { generateKeyPair, receiveSecret, sendSecret } from '@/lib/crypto/ecdh';
import { deriveBytes } from '@/lib/crypto/hkdf';

const shared = new Uint8Array(32).fill(9);
const none = new Uint8Array(0);
const output = (material: CryptoKey) => deriveBytes(material, new Uint8Array(0), 'test', 32);

async function material(promise: Promise<CryptoKey | null>): Promise<CryptoKey> {
  const key = await promise;
  if (!key) throw new TypeError('no key');
  return key;
}

/** NIST CAVS 14.1, ECC CDH primitive, P-256, COUNT = 0. */
const cavs = {
  theirs:
    '04700c48f77f56584c5cc632ca65640db91b6bacce3a4df6b42ce7cc838833d287db71e509e3fd9b060ddb20ba5c51dcc5948d46fbf640dfe0441782cab85fa4ac',
  privateKey: '7d7dc5f71eb29ddaf80d6214632eeae03d9058af1fb6d22ed80badb62bc1a534',
  publicKey:
    '04ead218590119e8876b29146ff89ca61770c4edbbf97d38ce385ed281d8a6b23028af61281fd35e2fa7002523acc85a429cb06ee6648325389f59edfce1405141',
  shared: '46fc62106420ff012e54a434fbdd2d25ccc5852060561e68040dd7778997bd7b',
};
const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

describe('a secret sent to a public key', () => {
  it('is received by its private key and by no other', async () => {
    const [pair, other] = await Promise.all([generateKeyPair(), generateKeyPair()]);
    const sent = await sendSecret(pair.publicKey, shared);
    if (!sent) throw new TypeError('not sent');
    const expected = await output(sent.material);
    expect(await output(await material(receiveSecret(pair, sent.ephemeral, shared)))).toEqual(expected);
    expect(await output(await material(receiveSecret(other, sent.ephemeral, shared)))).not.toEqual(expected);
    const guessed = receiveSecret(pair, sent.ephemeral, none);
    expect(await output(await material(guessed))).not.toEqual(expected);
  });

  it('is another one every time, and cannot be read out', async () => {
    const { publicKey } = await generateKeyPair();
    const [a, b] = await Promise.all([sendSecret(publicKey, shared), sendSecret(publicKey, shared)]);
    expect(a!.ephemeral).not.toEqual(b!.ephemeral);
    expect(await output(a!.material)).not.toEqual(await output(b!.material));
    expect(a!.material.extractable).toBe(false);
  });

  it('is the x coordinate of NIST’s vector, and of another implementation', async () => {
    const { subtle } = crypto;
    const received = await material(
      receiveSecret(
        { publicKey: hex(cavs.publicKey), privateKey: hex(cavs.privateKey) },
        hex(cavs.theirs),
        none,
      ),
    );
    const vector = await subtle.importKey('raw', hex(cavs.shared), 'HKDF', false, ['deriveBits']);
    expect(await output(received)).toEqual(await output(vector));

    const pair = await generateKeyPair();
    const sent = await sendSecret(pair.publicKey, shared);
    const node = createECDH('prime256v1');
    node.setPrivateKey(pair.privateKey);
    expect(Uint8Array.from(node.getPublicKey())).toEqual(pair.publicKey);
    const agreed = Uint8Array.of(...node.computeSecret(sent!.ephemeral), ...shared);
    const key = await subtle.importKey('raw', agreed, 'HKDF', false, ['deriveBits']);
    expect(await output(sent!.material)).toEqual(await output(key));
  });

  it.each<[string, (point: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>]>([
    ['off the curve', (point) => point.map((byte, at) => (at === 64 ? byte ^ 1 : byte))],
    ['compressed', (point) => point.slice(0, 33)],
    ['in another form', (point) => point.map((byte, at) => (at === 0 ? 6 : byte))],
    ['empty', () => new Uint8Array(0)],
  ])('is neither sent to nor received from a point %s', async (_, change) => {
    const pair = await generateKeyPair();
    expect(await sendSecret(change(pair.publicKey), shared)).toBeNull();
    expect(await receiveSecret(pair, change(pair.publicKey), shared)).toBeNull();
  });
});
