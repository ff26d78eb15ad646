import { describe, expect, it } from 'vitest';
import { lacksOnlyPin, withPin } from './missing-pin';
import type { KeptOtp } from './parameters';

const kept = (change: Partial<KeptOtp>): KeptOtp => ({
  kind: 'kept',
  secret: 'AAISEMY',
  what: 'PIN',
  address: 'motp://a?secret=00112233',
  format: 'otpauth',
  ...change,
});
const yandex = { secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY', address: 'otpauth://yaotp/a?secret=X' };

describe('an entry without its PIN', () => {
  it('is complete with one, of either kind', () => {
    expect(withPin(kept({}), '1234')).toEqual({ kind: 'motp', secret: 'AAISEMY', pin: '1234' });
    expect(withPin(kept(yandex), '5566')).toMatchObject({ kind: 'yandex', pin: '5566' });
    expect(lacksOnlyPin(kept({}))).toBe(true);
  });

  it.each(['', '123', '12345678901234567', '12a4'])('takes no %j for one', (pin) => {
    expect(withPin(kept({}), pin)).toBeNull();
  });

  it.each([
    ['something else is not computed', { what: 'SHA384' }],
    ['there is no key', { secret: '' }],
    ['it is of another kind', { address: 'otpauth://totp/a?secret=X' }],
    ['the key is none of Yandex', { ...yandex, secret: 'GEZD' }],
  ])('stays as it is where %s', (_, change) => {
    expect(withPin(kept(change), '1234')).toBeNull();
    expect(lacksOnlyPin(kept(change))).toBe(false);
  });
});
