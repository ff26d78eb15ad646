import { beforeEach, describe, expect, it } from 'vitest';
import { type Result, fail, ok } from '@/lib/errors';
import { emptyHand } from '@/lib/otp/by-hand';
import { timedCode } from '@/lib/otp/code';
import type { HotpParameters, TotpParameters } from '@/lib/otp/parameters';
import type { Way } from '@/lib/vault/ways';
import { noPolicy } from '@/lib/settings/policy';
import { type FakeWorld, account, createWorld } from '@/tests/fakes/walk-ports';
import {
  type Grant,
  type KeyPorts,
  previewOtp,
  proveFor,
  putBack,
  revealKey,
  setMissingPin,
  setOtp,
} from './account-key';

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const otherKey = 'JBSWY3DPEHPK3PXP';
const totp: TotpParameters = { kind: 'totp', secret, algorithm: 'SHA1', digits: 6, periodSeconds: 30 };

let world: FakeWorld;
let ports: KeyPorts;
let ways: string[];
beforeEach(() => {
  world = createWorld();
  world.content = { schema: 1, accounts: [account({ confirmed: true }), account({ id: 'b', name: 'bob' })] };
  world.vaultState = { kind: 'open', protected: true, accounts: 2 };
  ways = ['password', 'recovery', 'prf'];
  let grant: Grant | null = null;
  const opens =
    (right: string, code: 'password-wrong' | 'recovery-code-wrong') =>
    async (typed: string): Promise<Result<void>> =>
      typed === right ? ok() : fail(code);
  ports = {
    ...world.ports,
    grant: {
      read: async () => grant,
      write: async (given) => {
        grant = given;
      },
    },
    vault: {
      ...world.ports.vault,
      ways: async () => ok(ways.map((type) => ({ type }) as Way)),
      unlock: opens('chat bleu', 'password-wrong'),
      unlockWithRecoveryCode: opens('00005', 'recovery-code-wrong'),
      unlockWithPasskey: async () => ok(),
    },
  };
});
const one = () => world.content.accounts[0];
async function granted(accountId = 'a1'): Promise<string> {
  const proof = await proveFor(ports, accountId, { password: 'chat bleu' });
  if (!proof.ok || proof.value.kind !== 'proved') throw new TypeError('a proof expected');
  return proof.value.grant;
}
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code);

describe('who wants the key says again who they are', () => {
  it('by one of the ways that a person can type', async () => {
    expect(await proveFor(ports, 'a1', null)).toEqual({
      ok: true,
      value: { kind: 'asks', ways: ways.map((type) => ({ type })) },
    });
    expect(codeOf(await proveFor(ports, 'a1', { password: 'x' }))).toBe('password-wrong');
    expect(codeOf(await proveFor(ports, 'a1', { recoveryCode: 'x' }))).toBe('recovery-code-wrong');
    expect(await proveFor(ports, 'a1', { recoveryCode: '00005' })).toMatchObject({
      value: { kind: 'proved' },
    });
    expect(codeOf(await proveFor(ports, 'zz', null))).toBe('account-unknown');
  });

  it('and is believed for that account, for five minutes, and by that grant alone', async () => {
    const grant = await granted();
    expect(await revealKey(ports, 'a1', grant)).toEqual({
      ok: true,
      value: { key: secret, pin: null, address: expect.stringContaining(`secret=${secret}`) },
    });
    expect(codeOf(await revealKey(ports, 'b', grant))).toBe('proof-needed');
    expect(codeOf(await revealKey(ports, 'a1', 'guess'))).toBe('proof-needed');
    world.nowMs += 5 * 60_000;
    expect(codeOf(await revealKey(ports, 'a1', grant))).toBe('proof-needed');
  });

  it('without a password there is nobody to ask, and no key to see', async () => {
    world.vaultState = { kind: 'open', protected: false, accounts: 2 };
    ways = ['device'];
    const proof = await proveFor(ports, 'a1', null);
    if (!proof.ok || proof.value.kind !== 'proved') throw new TypeError('a proof expected');
    expect(codeOf(await revealKey(ports, 'a1', proof.value.grant))).toBe('vault-unprotected');
  });

  it('what was granted before there was a password shows no key after', async () => {
    world.vaultState = { kind: 'open', protected: false, accounts: 2 };
    const early = await proveFor(ports, 'a1', null);
    if (!early.ok || early.value.kind !== 'proved') throw new TypeError('a grant expected');
    world.vaultState = { kind: 'open', protected: true, accounts: 2 };
    expect(codeOf(await revealKey(ports, 'a1', early.value.grant))).toBe('proof-needed');
  });

  it('shows none where the organisation lets none out in clear', async () => {
    world.policy = { ...noPolicy, forbidClearExport: true };
    const grant = await granted();
    expect(codeOf(await revealKey(ports, 'a1', grant))).toBe('export-forbidden');
  });

  it('finds no key in a reminder, nor in a kind of a later version', async () => {
    for (const [kind, code] of [
      ['none', 'account-without-code'],
      ['later', 'kind-unknown'],
    ]) {
      world.content = { schema: 1, accounts: [account({ otp: { kind, secret: 'x' } as never })] };
      expect(codeOf(await revealKey(ports, 'a1', await granted()))).toBe(code);
    }
  });
});

describe('how codes are made', () => {
  const hand = { ...emptyHand, digits: 8 };

  it('is tried before it is kept, with the key that stays where it is', async () => {
    const grant = await granted();
    const { code } = timedCode({ ...totp, digits: 8 }, world.nowMs);
    expect(await previewOtp(ports, 'a1', grant, hand)).toMatchObject({ value: { code, differs: true } });
    expect(await previewOtp(ports, 'a1', grant, emptyHand)).toMatchObject({ value: { differs: false } });
    expect(await previewOtp(ports, 'a1', grant, { ...emptyHand, key: 'jbsw y3dp ehpk 3pxp' })).toMatchObject({
      value: { code: timedCode({ ...totp, secret: otherKey }, world.nowMs).code, differs: true },
    });
    expect(codeOf(await previewOtp(ports, 'a1', grant, { ...emptyHand, key: 'a1' }))).toBe(
      'secret-character',
    );
    expect(world.events).toEqual([]);
  });

  it('is changed, is then not verified yet, and comes back as it was', async () => {
    const grant = await granted();
    const set = await setOtp(ports, 'a1', grant, { ...hand, key: otherKey });
    expect(one()).toMatchObject({ otp: { secret: otherKey, digits: 8 }, confirmed: false });
    const changedAtMs = set.ok ? (set.value.changedAtMs ?? 0) : 0;
    world.nowMs += 1;
    expect(codeOf(await putBack(ports, 'a1', changedAtMs, null))).toBe('proof-needed');
    expect(await putBack(ports, 'a1', changedAtMs, grant)).toMatchObject({
      value: { changedAtMs: world.nowMs },
    });
    expect(one()).toMatchObject({ otp: totp, confirmed: true });
    expect(codeOf(await putBack(ports, 'a1', 1, grant))).toBe('edit-gone');
  });

  it('by nothing is no edit, and stays verified', async () => {
    expect(await setOtp(ports, 'a1', await granted(), emptyHand)).toEqual({
      ok: true,
      value: { changedAtMs: null },
    });
    expect(one()).toMatchObject({ confirmed: true });
    expect(one()).not.toHaveProperty('history');
  });

  it('keeps the key and the PIN of another kind as that kind writes them', async () => {
    world.content = {
      schema: 1,
      accounts: [account({ otp: { kind: 'motp', secret: 'MFRGG', pin: '1234' } })],
    };
    const grant = await granted();
    expect(await revealKey(ports, 'a1', grant)).toMatchObject({ value: { key: '616263', pin: '1234' } });
    await setOtp(ports, 'a1', grant, { ...emptyHand, kind: 'motp', pin: '9876' });
    expect(one()?.otp).toEqual({ kind: 'motp', secret: 'MFRGG', pin: '9876' });
  });

  it('never sets a counter back, by hand nor by an earlier value', async () => {
    const counted: HotpParameters = { kind: 'hotp', secret, algorithm: 'SHA1', digits: 6, counter: 40 };
    world.content = { schema: 1, accounts: [account({ otp: counted })] };
    const grant = await granted();
    const fields = { ...emptyHand, kind: 'hotp', counter: 40 } as const;
    expect(codeOf(await setOtp(ports, 'a1', grant, { ...fields, counter: 39 }))).toBe('counter-back');
    const set = await setOtp(ports, 'a1', grant, { ...fields, digits: 8, counter: 50 });
    await putBack(ports, 'a1', set.ok ? (set.value.changedAtMs ?? 0) : 0, grant);
    expect(one()?.otp).toEqual({ ...counted, counter: 50 });
  });
});

describe('a PIN that the file did not hold', () => {
  const kept = {
    kind: 'kept',
    secret: 'AAISEMY',
    what: 'PIN',
    address: 'motp://a?secret=00112233',
    format: 'otpauth',
  } as const;
  beforeEach(() => {
    world.content = { schema: 1, accounts: [account({ otp: kept }), account({ id: 'b' })] };
  });

  it('makes an account of it that has codes, and can be taken away again', async () => {
    expect(codeOf(await setMissingPin(ports, 'a1', '1234'))).toBe('ok');
    expect(one()?.otp).toEqual({ kind: 'motp', secret: 'AAISEMY', pin: '1234' });
    expect(one()?.history?.at(-1)?.before).toMatchObject({ otp: kept });
  });

  it('is taken by no account that has codes already', async () => {
    const before = world.content;
    expect(codeOf(await setMissingPin(ports, 'b', '1234'))).toBe('pin-malformed');
    expect(codeOf(await setMissingPin(ports, 'z', '1234'))).toBe('account-unknown');
    expect(world.content).toEqual(before);
  });
});
