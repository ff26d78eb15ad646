import { describe, expect, it } from 'vitest';

import { codeOf, practiceAccounts } from './accounts.ts';

describe('practice accounts', () => {
  it('are the same at every run, each with a key of its own', () => {
    expect(practiceAccounts(3)).toEqual(practiceAccounts(3));
    const secrets = practiceAccounts(100).map(({ otp }) => otp.secret ?? '');
    expect(new Set(secrets).size).toBe(100);
    expect(secrets.every((secret) => /^[A-Z2-7]{32}$/.test(secret))).toBe(true);
  });

  it('have the codes of RFC 6238, appendix B', () => {
    const [account] = practiceAccounts(1);
    if (account?.otp.kind !== 'totp') throw new TypeError('a practice account counts time');
    const known = { ...account, otp: { ...account.otp, secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' } };
    expect([59_000, 1_111_111_109_000].map((nowMs) => codeOf(known, nowMs))).toEqual(['287082', '081804']);
  });
});
