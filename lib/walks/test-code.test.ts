import { beforeEach, expect, it } from 'vitest';
import { codeAtStep, stepAt } from '@/lib/otp/code';
import type { TotpParameters } from '@/lib/otp/parameters';
import { type FakeWorld, account, createWorld } from '@/tests/fakes/walk-ports';
import { testCode } from './test-code';

const otp = account().otp as TotpParameters;
const other: TotpParameters = { ...otp, secret: 'JBSWY3DPEHPK3PXP' };

let world: FakeWorld;
beforeEach(() => {
  world = createWorld();
  world.content = {
    schema: 1,
    accounts: [
      account(),
      account({ id: 'b', name: 'bob', otp: other }),
      account({ id: 'c', otp: { kind: 'none' } }),
      account({ id: 'd', otp: { ...otp, kind: 'hotp', counter: 1 } as never }),
    ],
  };
});
const codeIn = (steps: number, parameters = otp) =>
  codeAtStep(parameters, stepAt(parameters, world.nowMs).step + steps);

it.each([
  [0, { kind: 'now' }],
  [-1, { kind: 'beside', when: 'before' }],
  [1, { kind: 'beside', when: 'after' }],
  [-4, { kind: 'elsewhen', aheadMs: -120_000 }],
  [120, { kind: 'elsewhen', aheadMs: 3_600_000 }],
])('a code of %i steps from now is told from all others', async (steps, expected) => {
  expect(await testCode(world.ports, 'a1', codeIn(steps))).toEqual({ ok: true, value: expected });
});

it('a code of another account of the same issuer is said to be its', async () => {
  expect(await testCode(world.ports, 'a1', codeIn(0, other))).toEqual({
    ok: true,
    value: { kind: 'other', account: { id: 'b', issuer: 'Cégep', name: 'bob' } },
  });
});

it('a code of nobody is not found, and a code of no time cannot be', async () => {
  expect(await testCode(world.ports, 'a1', 'ABCDEF')).toEqual({ ok: true, value: { kind: 'none' } });
  expect(await testCode(world.ports, 'c', '123456')).toMatchObject({
    failure: { code: 'account-without-code' },
  });
  expect(await testCode(world.ports, 'd', '123456')).toMatchObject({ failure: { code: 'kind-unknown' } });
  expect(world.events).toEqual([]);
});
