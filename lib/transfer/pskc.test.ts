import { execFileSync } from 'node:child_process';
import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase32 } from '@/lib/otp/base32';
import { type PskcSecret, lookAtPskc, readPskc } from './pskc';
import { parseKey } from './pskc-protection';

const nowMs = Date.UTC(2026, 10, 22);
const seed = Buffer.from('12345678901234567890');
const key16 = '12345678901234567890123456789012';

interface Made {
  algorithm?: string;
  format?: string;
  secret?: string;
  data?: string;
  policy?: string;
  inside?: string;
  device?: string;
  head?: string;
}

const plain = (bytes: Buffer) => `<PlainValue>${bytes.toString('base64')}</PlainValue>`;
const container = (...packages: string[]) =>
  `<?xml version="1.0"?><KeyContainer Version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc">${packages.join('')}</KeyContainer>`;

function keyPackage({
  algorithm = 'urn:ietf:params:xml:ns:keyprov:pskc:totp',
  format = '<ResponseFormat Length="6" Encoding="DECIMAL"/>',
  secret = plain(seed),
  data = '<TimeInterval><PlainValue>30</PlainValue></TimeInterval>',
  policy = '',
  inside = '',
  device = '<Manufacturer>Feitian</Manufacturer><SerialNo>20261122</SerialNo>',
}: Made = {}): string {
  return `<KeyPackage><DeviceInfo>${device}</DeviceInfo><Key Id="k1" Algorithm="${algorithm}"><Issuer>CISSS</Issuer><AlgorithmParameters>${format}</AlgorithmParameters><Data><Secret>${secret}</Secret>${data}</Data><UserId>UID=mtremblay,DC=ssss</UserId>${inside}${policy && `<Policy>${policy}</Policy>`}</Key></KeyPackage>`;
}

async function read(text: string, secret: PskcSecret | null = null) {
  const result = await readPskc(text, secret, nowMs);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}
const one = async (made: Made) => (await read(container(keyPackage(made)))).entries[0];
const problem = async (made: Made) =>
  (await read(container(keyPackage(made)))).problems.map(({ token, failure }) => [token, failure.code]);

describe('a plain file', () => {
  it('becomes an account, with what the issuer says of its token', async () => {
    expect(await one({ policy: '<ExpiryDate>2027-05-31T00:00:00Z</ExpiryDate>' })).toEqual({
      issuer: 'CISSS',
      name: 'mtremblay',
      otp: { kind: 'totp', secret: encodeBase32(seed), algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
      warnings: [],
      notes: [],
      expiresAtMs: Date.UTC(2027, 4, 31),
      token: { manufacturer: 'Feitian', serial: '20261122' },
    });
  });

  it('counts, with eight digits, from where the issuer says', async () => {
    const made = {
      algorithm: 'urn:ietf:params:xml:ns:keyprov:pskc:hotp',
      format: '<ResponseFormat Length="8" Encoding="DECIMAL"/>',
      data: '<Counter><PlainValue>42</PlainValue></Counter>',
    };
    expect((await one(made))?.otp).toMatchObject({ kind: 'hotp', digits: 8, counter: 42 });
  });

  it.each([
    ['HMAC-SHA256', 'SHA256'],
    ['TOTP-HMAC-SHA512', 'SHA512'],
    ['SHA1', 'SHA1'],
  ])('takes the hash from its suite (%s)', async (suite, algorithm) => {
    const format = `<Suite>${suite}</Suite><ResponseFormat Length="6" Encoding="DECIMAL"/>`;
    expect((await one({ format }))?.otp).toMatchObject({ algorithm });
  });

  it('says what it had to assume', async () => {
    expect((await one({ format: '', data: '' }))?.warnings).toEqual(['digits-assumed', 'period-assumed']);
    const counted = await one({ algorithm: 'urn:ietf:params:xml:ns:keyprov:pskc:hotp', data: '' });
    expect(counted?.warnings).toEqual(['counter-assumed']);
  });

  it.each<[string, string, Made]>([
    ['another kind of token', 'pskc-kind', { algorithm: 'urn:ietf:params:xml:ns:keyprov:pskc:ocra-1' }],
    ['a PIN kept beside a token', 'pskc-kind', { algorithm: 'urn:ietf:params:xml:ns:keyprov:pskc:pin' }],
    ['a hash that we lack', 'algorithm-unknown', { format: '<Suite>HMAC-MD5</Suite>' }],
    ['letters', 'pskc-format', { format: '<ResponseFormat Length="6" Encoding="ALPHANUMERIC"/>' }],
    ['a check digit', 'pskc-format', { format: '<ResponseFormat Length="6" CheckDigits="true"/>' }],
    ['four digits', 'pskc-format', { format: '<ResponseFormat Length="4"/>' }],
    ['a length that is none', 'pskc-format', { format: '<ResponseFormat Length="six"/>' }],
    ['another beginning of time', 'pskc-format', { data: '<Time><PlainValue>9</PlainValue></Time>' }],
    [
      'an hour and a second',
      'pskc-format',
      { data: '<TimeInterval><PlainValue>3601</PlainValue></TimeInterval>' },
    ],
    ['no secret', 'secret-missing', { secret: '' }],
    ['an empty secret', 'secret-missing', { secret: '<PlainValue></PlainValue>' }],
    ['a secret that is no Base64', 'pskc-format', { secret: '<PlainValue>%%%</PlainValue>' }],
    ['a secret without an end', 'secret-too-long', { secret: plain(Buffer.alloc(2000, 7)) }],
  ])('leaves out %s, names it, and keeps its neighbour', async (_, code, made) => {
    expect(await problem(made)).toEqual([['20261122', code]]);
    const both = await read(container(keyPackage(made), keyPackage()));
    expect([both.entries.length, both.problems.length]).toEqual([1, 1]);
  });

  it('keeps what the policy asks that cannot be kept to, as a word to the person', async () => {
    const entry = await one({
      policy:
        '<StartDate>2027-01-01T00:00:00Z</StartDate><ExpiryDate>soon</ExpiryDate><PINPolicy MinLength="4"/><KeyUsage>CR</KeyUsage>',
    });
    expect(entry?.notes).toEqual(['pin', 'usage', 'not-yet', 'date']);
    expect(entry?.token.pin).toBe(true);
    expect(entry?.expiresAtMs).toBeUndefined();
  });

  it('ends when the first of its two ends comes', async () => {
    const device = '<SerialNo>1</SerialNo><ExpiryDate>2027-02-01T10:00:00-05:00</ExpiryDate>';
    const entry = await one({ device, policy: '<ExpiryDate>2027-03-01T00:00:00</ExpiryDate>' });
    expect(entry?.expiresAtMs).toBe(Date.UTC(2027, 1, 1, 15));
  });

  it.each([
    ['pskc-not-one', 'hello'],
    ['pskc-not-one', '{}'],
    ['pskc-not-one', '<KeyContainer xmlns="http://www.openauthentication.org/OATH/2006/10/PSKC"/>'],
    ['pskc-not-one', '<html xmlns="urn:ietf:params:xml:ns:keyprov:pskc"/>'],
    ['pskc-empty', container()],
    ['file-malformed', container(keyPackage()).slice(0, -20)],
    ['file-doctype', `<!DOCTYPE x>${container(keyPackage())}`],
    ['file-too-large', container(keyPackage().repeat(1001))],
  ])('is refused with %s where there is nothing to read', async (code, text) => {
    expect(await readPskc(text, null, nowMs)).toMatchObject({ ok: false, failure: { code } });
  });

  it('never makes it throw', async () => {
    const whole = container(keyPackage());
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(40), fc.string(), async (at, count, put) => {
        const text = whole.slice(0, at) + put + whole.slice(at + count);
        expect(typeof (await readPskc(text, null, nowMs)).ok).toBe('boolean');
      }),
    );
  });
});

/** As XML Encryption pads: only the last byte counts. */
function closed(key: Buffer, bytes: Buffer, macKey: Buffer | null, mac = 'sha1'): string {
  const iv = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
  const padding = 16 - (bytes.length % 16);
  const padded = Buffer.concat([bytes, Buffer.alloc(padding, 0xaa)]);
  padded[padded.length - 1] = padding;
  const cipher = createCipheriv(`aes-${key.length * 8}-cbc`, key, iv).setAutoPadding(false);
  const sealed = Buffer.concat([iv, cipher.update(padded), cipher.final()]);
  const algorithm = `http://www.w3.org/2001/04/xmlenc#aes${key.length * 8}-cbc`;
  const tag = macKey && createHmac(mac, macKey).update(sealed).digest('base64');
  return `<EncryptedValue><EncryptionMethod Algorithm="${algorithm}"/><CipherData><CipherValue>${sealed.toString('base64')}</CipherValue></CipherData></EncryptedValue>${tag ? `<ValueMAC>${tag}</ValueMAC>` : ''}`;
}

const preshared = '<EncryptionKey><KeyName>Clé 7</KeyName></EncryptionKey>';
const macMethod = (mac = 'sha1') =>
  `<MACMethod Algorithm="http://www.w3.org/2000/09/xmldsig#hmac-${mac}"></MACMethod>`;
const pbkdf2 = (iterations: string, more = '') =>
  `<EncryptionKey><DerivedKey><KeyDerivationMethod Algorithm="http://x#pbkdf2"><PBKDF2-params><Salt><Specified>Ej7/PEpyEpw=</Specified></Salt><IterationCount>${iterations}</IterationCount>${more}</PBKDF2-params></KeyDerivationMethod><MasterKeyName>Mot de passe</MasterKeyName></DerivedKey></EncryptionKey>`;

describe('a file closed by a key', () => {
  const key = Buffer.from(key16, 'hex');
  const file = (secret: string, head = preshared + macMethod()) => container(head, keyPackage({ secret }));

  it('says which key it asks for', () => {
    expect(lookAtPskc(file(closed(key, seed, key)))).toEqual({
      ok: true,
      value: { needs: 'key', keyName: 'Clé 7' },
    });
    expect(lookAtPskc(container(keyPackage()))).toMatchObject({ value: { needs: 'nothing' } });
    expect(lookAtPskc(container(preshared, keyPackage()))).toMatchObject({ value: { needs: 'nothing' } });
  });

  it.each([key16, '12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12', 'EjRWeJASNFZ4kBI0VniQEg=='])(
    'opens by it, however it is written (%s)',
    async (typed) => {
      const { entries } = await read(file(closed(key, seed, key)), { key: typed });
      expect(entries[0]?.otp.secret).toBe(encodeBase32(seed));
      expect(entries[0]?.notes).toEqual([]);
    },
  );

  it('opens whatever the padding holds, with 128 or 256 bits, any MAC, a secret of any length', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 80 }),
        fc.constantFrom(16, 32),
        fc.constantFrom('sha1', 'sha256', 'sha512'),
        async (bytes, length, mac) => {
          const longKey = Buffer.alloc(length, 9);
          const text = file(closed(longKey, Buffer.from(bytes), longKey, mac), preshared + macMethod(mac));
          const { entries } = await read(text, { key: longKey.toString('hex') });
          expect(entries[0]?.otp.secret).toBe(encodeBase32(bytes));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('opens a counter that is closed too', async () => {
    const counter = `<Counter>${closed(key, Buffer.from('0000000000000101', 'hex'), key)}</Counter>`;
    const made = keyPackage({
      algorithm: 'urn:ietf:params:xml:ns:keyprov:pskc:hotp',
      secret: closed(key, seed, key),
      data: counter,
    });
    const { entries } = await read(container(preshared, macMethod(), made), { key: key16 });
    expect(entries[0]?.otp).toMatchObject({ counter: 257 });
  });

  it('says that it could not check the key where there is no MAC', async () => {
    const { entries } = await read(file(closed(key, seed, null), preshared), { key: key16 });
    expect(entries[0]?.notes).toEqual(['unchecked']);
  });

  it.each<[string, string, PskcSecret | null]>([
    ['file-key-wrong', closed(key, seed, key), { key: '0'.repeat(32) }],
    ['file-key-wrong', closed(key, seed, key), { key: '0'.repeat(64) }],
    ['file-key-wrong', closed(key, seed, Buffer.alloc(20)), { key: key16 }],
    ['file-key-wrong', closed(key, seed, key), null],
    ['file-key-malformed', closed(key, seed, key), { key: 'patate' }],
  ])('adds nothing at %s', async (code, secret, typed) => {
    expect(await readPskc(file(secret), typed, nowMs)).toMatchObject({ failure: { code } });
  });

  it.each([
    ['a certificate', '<EncryptionKey><X509Data/></EncryptionKey>', 'pskc-protection'],
    ['nothing that is said', '', 'key'],
  ])('asks for a key where there is %s: %s', (_, head, answer) => {
    const look = lookAtPskc(file(closed(key, seed, key), head));
    expect(look.ok ? look.value.needs : look.failure.code).toBe(answer);
  });
});

describe('a file closed by a password', () => {
  const salt = Buffer.from('Ej7/PEpyEpw=', 'base64');
  const key = pbkdf2Sync('qwérty', salt, 1500, 16, 'sha256');
  const prf = '<KeyLength>16</KeyLength><PRF Algorithm="http://x#hmac-sha256"/>';
  const file = (head: string) => container(head, macMethod(), keyPackage({ secret: closed(key, seed, key) }));

  it('opens by it', async () => {
    expect(lookAtPskc(file(pbkdf2('1500', prf)))).toEqual({
      ok: true,
      value: { needs: 'password', keyName: 'Mot de passe' },
    });
    const { entries } = await read(file(pbkdf2('1500', prf)), { password: 'qwérty' });
    expect(entries[0]?.otp.secret).toBe(encodeBase32(seed));
  });

  it.each([
    ['file-key-wrong', pbkdf2('1500', prf), 'qwerty'],
    ['file-cost', pbkdf2('10000001', prf), 'x'],
    ['file-malformed', pbkdf2('0', prf), 'x'],
    ['file-malformed', pbkdf2('many', prf), 'x'],
    ['pskc-protection', pbkdf2('1500', '<KeyLength>999</KeyLength>'), 'x'],
    ['pskc-protection', pbkdf2('1500', '<PRF Algorithm="http://x#hmac-md5"/>'), 'x'],
  ])('answers %s before it derives what it should not', async (code, head, password) => {
    expect(await readPskc(file(head), { password }, nowMs)).toMatchObject({ failure: { code } });
  });
});

it('takes a key as issuers write one', () => {
  expect(parseKey('0x' + key16)).toMatchObject({ ok: true });
  expect(parseKey('12:34')).toMatchObject({ failure: { code: 'file-key-malformed' } });
});

const samples = join(import.meta.dirname, '../../../shared/samples/imports/pskc');
if (!existsSync(samples)) process.stdout.write('skipped: the folder of sample exports is absent\n');

describe.skipIf(!existsSync(samples))('the figures of RFC 6030', () => {
  const figure = (number: number) => readFileSync(join(samples, `rfc6030-figure${number}.pskcxml`), 'utf8');
  const counted = { kind: 'hotp', algorithm: 'SHA1', digits: 8, counter: 0 };

  it.each<[number, PskcSecret | null, object]>([
    [
      2,
      null,
      {
        otp: { secret: encodeBase32(Buffer.from('1234')), digits: 6 },
        warnings: ['digits-assumed', 'counter-assumed'],
      },
    ],
    [
      3,
      null,
      {
        issuer: 'Issuer',
        name: 'jsmith',
        otp: { ...counted, secret: encodeBase32(seed) },
        token: { serial: '987654321', manufacturer: 'Manufacturer' },
      },
    ],
    [6, { key: key16 }, { otp: { ...counted, secret: encodeBase32(seed) } }],
    [7, { password: 'qwerty' }, { issuer: 'Example-Issuer', otp: { secret: encodeBase32(seed) } }],
  ])('figure %i', async (number, secret, expected) => {
    const { entries, problems } = await read(figure(number), secret);
    expect(problems).toEqual([]);
    expect(entries[0]).toMatchObject(expected);
  });
});

/** Runs another's program; `null` where it is not installed. */
function run(program: string, args: readonly string[], input: string): string | null {
  try {
    return execFileSync(program, args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });
  } catch {
    return null;
  }
}
const hasPskctool = run('pskctool', ['--version'], '') !== null;
/** Debian's package is for Debian's own Python, which may not be the first one. */
const python3 = ['python3', '/usr/bin/python3'].find((path) => run(path, ['-c', 'import pskc'], '') !== null);
if (!hasPskctool) process.stdout.write('skipped: pskctool is not installed\n');
if (!python3) process.stdout.write('skipped: python3-pskc is not installed\n');

it.skipIf(!hasPskctool)('reads what pskctool reads', async () => {
  const text = container(
    keyPackage({
      algorithm: 'urn:ietf:params:xml:ns:keyprov:pskc:hotp',
      format: '<ResponseFormat Encoding="DECIMAL" Length="8"/>',
      data: '<Counter><PlainValue>12</PlainValue></Counter>',
    }),
  );
  const said = run('pskctool', ['--info'], text) ?? '';
  const line = (name: string) => new RegExp(`${name}: (.*)`).exec(said)?.[1];
  const { entries } = await read(text);
  const [entry] = entries;
  expect(entry?.otp).toMatchObject({ kind: 'hotp', digits: 8, counter: 12 });
  expect(line('Key Counter')).toBe('12');
  expect(line('Response Format Length')).toBe('8');
  expect(line('Issuer')).toBe(entry?.issuer);
  expect(line('SerialNo')).toBe(entry?.token.serial);
  expect(encodeBase32(Buffer.from(line('Key Secret \\(base64\\)') ?? '', 'base64'))).toBe(entry?.otp.secret);
});

const python = `
import sys, pskc
f = pskc.PSKC()
f.add_key(serial='77', secret=bytes.fromhex('3132333435363738393031323334353637383930'), algorithm='urn:ietf:params:xml:ns:keyprov:pskc:totp',
  time_interval=60, response_length=8, response_encoding='DECIMAL', issuer='Acme', manufacturer='Maker', id='k')
how = sys.argv[1]
if how == 'password': f.encryption.setup_pbkdf2('quatre mots')
if how == 'key': f.encryption.setup_preshared_key(key=bytes.fromhex('${key16}'), key_name='K')
if how == 'long': f.encryption.setup_preshared_key(key=bytes(range(32)), algorithm='aes256-cbc')
f.write(sys.stdout.buffer)
`;

describe.skipIf(!python3)('a file that python-pskc wrote', () => {
  it.each<[string, PskcSecret | null]>([
    ['plain', null],
    ['password', { password: 'quatre mots' }],
    ['key', { key: key16 }],
    ['long', { key: Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString('hex') }],
  ])('%s', async (how, secret) => {
    const text = run(python3 ?? '', ['-c', python, how], '') ?? '';
    const { entries, problems } = await read(text, secret);
    expect(problems).toEqual([]);
    expect(entries[0]).toMatchObject({
      issuer: 'Acme',
      otp: { kind: 'totp', secret: encodeBase32(seed), digits: 8, periodSeconds: 60 },
      token: { manufacturer: 'Maker', serial: '77' },
      notes: [],
    });
  });
});
