#!/usr/bin/env node
/**
 * Opens a file of Seconde (a backup, a copy, or an exported vault) without Seconde: docs/vault-format.md as a program, with
 * what Node.js 24 brings and nothing else. It shares no code with the extension, so that it still works when that does not.
 *
 *   node docs/decrypt.mjs FILE          asks for the password or the recovery code; prints an otpauth: line for each account
 *   node docs/decrypt.mjs --json FILE   prints everything the file holds
 *
 * The secret may also come through standard input, as one line. What is printed opens the accounts: keep it off the disk.
 */
import { argon2Sync, createDecipheriv, createECDH, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { gunzipSync } from 'node:zlib';

const none = Buffer.alloc(0);
const bytes = (text) => Buffer.from(text, 'base64url');
const hkdf = (key, salt, info, length) => Buffer.from(hkdfSync('sha256', key, salt, info, length));

/** RFC 8785, with integers only. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join()}}`;
}

/** AES-256-GCM; throws when something does not belong together. */
function unseal(key, { iv, ct }, aad) {
  const sealed = bytes(ct);
  const gcm = createDecipheriv('aes-256-gcm', key, bytes(iv));
  gcm.setAAD(Buffer.from(canonical(aad))).setAuthTag(sealed.subarray(-16));
  return Buffer.concat([gcm.update(sealed.subarray(0, -16)), gcm.final()]);
}

function materialOfPassword(password, { salt, memoryKiB, passes, lanes }) {
  if (memoryKiB > 2 ** 20 || memoryKiB * passes > 2 ** 22 || lanes > 16)
    throw new Error('This file was changed.');
  const message = Buffer.from(password.normalize('NFKC'));
  const cost = { memory: memoryKiB, passes, parallelism: lanes, tagLength: 32 };
  return argon2Sync('argon2id', { message, nonce: bytes(salt), ...cost });
}

/** Twenty bytes, or null for what is no recovery code. The check letter of each group is only looked at in passing. */
function materialOfCode(code) {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const lookalikes = { O: '0', I: '1', L: '1', U: 'V' };
  const letters = [
    ...code
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[\s\p{P}\p{S}\p{Cf}]/gu, ''),
  ];
  const values = letters.map((letter) => alphabet.indexOf(lookalikes[letter] ?? letter));
  if (values.length !== 40 || values.includes(-1)) return null;
  const bits = values
    .filter((_, at) => at % 5 < 4)
    .map((value) => value.toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
}

/** The vault key, or null when the slot is not of this secret. */
function vaultKeyBy(slot, secret, { fmt, v, vaultId, vkId }) {
  if (slot.type !== 'password' && slot.type !== 'recovery') return null;
  const material = slot.type === 'password' ? materialOfPassword(secret, slot.kdf) : materialOfCode(secret);
  if (!material) return null;
  const info = `seconde/1/slot/${slot.id}`;
  if (!hkdf(material, none, `${info}/check`, 16).equals(bytes(slot.check))) return null;
  const slotKey = hkdf(material, none, `${info}/key`, 32);
  const { iv: _iv, ct: _ct, ...record } = slot;
  const aad = { part: 'slot', fmt, v, vaultId, vkId, slot: record };
  if (!slot.pub) return unseal(slotKey, slot, aad);
  const { key, eph, ...described } = record;
  const inside = unseal(slotKey, key, { part: 'slot-key', fmt, v, vaultId, slot: described });
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(inside.subarray(0, 32));
  const shared = Buffer.concat([ecdh.computeSecret(bytes(eph)), inside.subarray(32)]);
  const salt = Buffer.concat([bytes(eph), bytes(slot.pub)]);
  return unseal(hkdf(shared, salt, `${info}/box`, 32), slot, aad);
}

function contentBy(vaultKey, { body, ...header }) {
  const { iv: _iv, ct: _ct, ...parameters } = body;
  const bodyKey = hkdf(vaultKey, bytes(body.salt), 'seconde/1/body', 32);
  const padded = unseal(bodyKey, body, { part: 'body', ...header, body: parameters });
  const packed = padded.subarray(4, 4 + padded.readUInt32BE(0));
  return JSON.parse((body.comp === 'gzip' ? gunzipSync(packed) : packed).toString());
}

function open(envelope, secret) {
  if (envelope.fmt !== 'seconde-vault') throw new Error('This is not a file of Seconde.');
  if (envelope.v !== 1 || envelope.minReader !== 1) throw new Error('This file is of a newer format.');
  for (const slot of envelope.slots) {
    const vaultKey = vaultKeyBy(slot, secret, envelope);
    if (vaultKey) return contentBy(vaultKey, envelope);
  }
  throw new Error('Neither the password nor the recovery code of this file.');
}

const base32Letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function otpauthLine({ issuer, name, otp, expiresAtMs, renewalNote }) {
  // A reminder: there is no secret to write.
  // What Seconde only kept says itself what it is.
  if (otp.kind === 'kept') return otp.address;
  if (otp.kind === 'none') return `# ${JSON.stringify({ issuer, name, expiresAtMs, renewalNote })}`;
  const colon = issuer || name.includes(':') ? ':' : '';
  const label = `${encodeURIComponent(issuer)}${colon}${encodeURIComponent(name)}`;
  const common = { secret: otp.secret, ...(issuer ? { issuer } : {}) };
  const { algorithm, digits, periodSeconds, counter } = otp;
  const pin = otp.pin && base32(Buffer.from(otp.pin));
  const parameters = {
    totp: { algorithm, digits, period: periodSeconds },
    hotp: { algorithm, digits, counter },
    steam: {},
    motp: { secret: otp.secret && bytesOfBase32(otp.secret).toString('hex'), pin },
    yandex: { issuer, pin },
  }[otp.kind];
  if (!parameters) return `# ${JSON.stringify({ issuer, name, otp })}`;
  const query = Object.entries({ ...common, ...parameters })
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
  const start = { motp: 'motp://', yandex: 'otpauth://yaotp/' }[otp.kind] ?? `otpauth://${otp.kind}/`;
  return `${start}${label}?${query}`;
}

/** RFC 4648, no padding. */
function base32(bytes) {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replace(/.{1,5}/g, (five) => base32Letters[Number.parseInt(five.padEnd(5, '0'), 2)]);
}

function bytesOfBase32(text) {
  const bits = [...text].map((letter) => base32Letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** One line; not shown while it is typed. */
async function ask() {
  const isTyped = process.stdin.isTTY === true;
  if (isTyped) process.stderr.write('Password or recovery code (not shown): ');
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: isTyped });
  for await (const line of lines) {
    lines.close();
    if (isTyped) process.stderr.write('\n');
    return line;
  }
  return '';
}

const files = process.argv.slice(2).filter((argument) => argument !== '--json');
if (files.length !== 1) {
  process.stderr.write('Usage: node docs/decrypt.mjs [--json] FILE\n');
  process.exit(2);
}
try {
  const envelope = JSON.parse(readFileSync(files[0], 'utf8').replace(/^\uFEFF/, ''));
  const content = open(envelope, await ask());
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(content, null, 2)}\n`);
  else
    for (const account of content.accounts) {
      process.stdout.write(`${otpauthLine(account)}\n`);
      for (const [index, { value, usedAtMs }] of (account.recoveryCodes ?? []).entries())
        process.stdout.write(`# recovery code ${index + 1}: ${value}${usedAtMs === null ? '' : ' (used)'}\n`);
    }
  const inTrash = content.trash?.length ?? 0;
  process.stderr.write(`${content.accounts.length} accounts; ${inTrash} in the trash (--json shows them).\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'It could not be opened.'}\n`);
  process.exit(1);
}
