import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toBase64Url } from '@/lib/crypto/bytes';
import { askPasskey, createPasskey } from './passkeys';

/** 32 bytes, told apart by any one of them. */
const output = (first: number) => new Uint8Array(32).fill(first);
const rawId = new Uint8Array([1, 2, 3]);
const host = 'abcdefghijklmnopabcdefghijklmnop';

class FakeCredential {
  static readonly signalUnknownCredential = vi.fn(() => Promise.resolve());
  readonly rawId = rawId.buffer;
  constructor(private readonly prf: object | undefined) {}
  getClientExtensionResults() {
    return { prf: this.prf };
  }
}

const create = vi.fn();
const get = vi.fn();
beforeEach(() => {
  vi.stubGlobal('PublicKeyCredential', FakeCredential);
  vi.stubGlobal('location', { protocol: 'chrome-extension:', hostname: host });
  vi.stubGlobal('navigator', { credentials: { create, get } });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

const given = (prf: object | undefined) => Promise.resolve(new FakeCredential(prf));
const results = (first: number) => ({ enabled: true, results: { first: output(first).buffer } });
const refused = (name: string) => Promise.reject(new DOMException('', name));

describe('making a passkey', () => {
  it('takes what creation itself answers, and asks for user verification with a salt of its own', async () => {
    create.mockReturnValue(given(results(7)));
    const made = await createPasskey('Laptop');
    expect(made).toMatchObject({
      ok: true,
      value: { credentialId: 'AQID', rpId: host, label: 'Laptop', prf: toBase64Url(output(7)) },
    });
    const { publicKey } = create.mock.calls[0]![0] as CredentialCreationOptions;
    expect(publicKey?.authenticatorSelection?.userVerification).toBe('required');
    expect(publicKey?.rp).toEqual({ name: 'Seconde' });
    expect((publicKey?.extensions?.prf?.eval?.first as Uint8Array | undefined)?.length).toBe(32);
    expect(get).not.toHaveBeenCalled();
    await createPasskey('Laptop');
    const salts = create.mock.calls.map(([options]) =>
      String((options as CredentialCreationOptions).publicKey?.extensions?.prf?.eval?.first),
    );
    expect(new Set(salts).size).toBe(2);
  });

  it('asks once more where creation answers only that it can', async () => {
    create.mockReturnValue(given({ enabled: true }));
    get.mockReturnValue(given(results(9)));
    expect(await createPasskey('Key')).toMatchObject({ value: { prf: toBase64Url(output(9)) } });
    const { publicKey } = get.mock.calls[0]![0] as CredentialRequestOptions;
    expect(publicKey?.userVerification).toBe('required');
    expect(publicKey?.allowCredentials).toHaveLength(1);
    expect(Object.keys(publicKey?.extensions?.prf?.evalByCredential ?? {})).toEqual(['AQID']);
  });

  it.each([
    ['says that it cannot', { enabled: false }],
    ['says nothing of it', undefined],
    ['answers too few bytes', { enabled: false, results: { first: new ArrayBuffer(16) } }],
  ])('refuses an authenticator that %s, and has the browser forget the useless passkey', async (_, prf) => {
    create.mockReturnValue(given(prf));
    expect(await createPasskey('Key')).toMatchObject({ failure: { code: 'passkey-without-prf' } });
    expect(FakeCredential.signalUnknownCredential).toHaveBeenCalledWith({ rpId: host, credentialId: 'AQID' });
  });

  it.each([
    ['NotAllowedError', 'passkey-cancelled'],
    ['SecurityError', 'passkey-unsupported'],
    ['NotSupportedError', 'passkey-unsupported'],
  ])('names a %s %s', async (name, code) => {
    create.mockReturnValue(refused(name));
    expect(await createPasskey('Key')).toMatchObject({ failure: { code } });
  });

  it('does not even ask in Firefox', async () => {
    vi.stubGlobal('location', { protocol: 'moz-extension:', hostname: host });
    expect(await createPasskey('Key')).toMatchObject({ failure: { code: 'passkey-unsupported' } });
    expect(create).not.toHaveBeenCalled();
  });
});

describe('asking for a passkey', () => {
  const way = { credentialId: 'AQID', rpId: host, prfSalt: toBase64Url(output(1)), label: '' };

  it('asks for those of this extension only', async () => {
    get.mockReturnValue(given(results(5)));
    const other = { ...way, credentialId: 'BAUG', rpId: 'another' };
    expect(await askPasskey([way, other])).toEqual({
      ok: true,
      value: { credentialId: 'AQID', prf: toBase64Url(output(5)) },
    });
    const { publicKey } = get.mock.calls[0]![0] as CredentialRequestOptions;
    expect(publicKey?.allowCredentials).toHaveLength(1);
  });

  it('asks nobody when there is none', async () => {
    expect(await askPasskey([{ ...way, rpId: 'another' }])).toMatchObject({
      failure: { code: 'passkey-unknown' },
    });
    expect(get).not.toHaveBeenCalled();
  });

  it('is cancelled by the person without harm', async () => {
    get.mockReturnValue(refused('NotAllowedError'));
    expect(await askPasskey([way])).toMatchObject({ failure: { code: 'passkey-cancelled' } });
  });
});
