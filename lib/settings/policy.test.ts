import { describe, expect, it } from 'vitest';
import { isRuled, noPolicy, parsePolicy, policyRules } from './policy';

describe('the rules of an organisation', () => {
  it('are none where nothing was set, and forbid nothing where they are set to false', () => {
    expect(parsePolicy({})).toEqual(noPolicy);
    const unset = {
      disable: false,
      requirePassword: false,
      forbidUnattendedFill: false,
      forbidClearExport: false,
    };
    expect(parsePolicy(unset)).toEqual(noPolicy);
    expect(isRuled(noPolicy)).toBe(false);
  });

  it('are also the 0 and 1 of the registry of Windows', () => {
    expect(parsePolicy({ disable: 0, requirePassword: 1 })).toEqual({ ...noPolicy, requirePassword: true });
  });

  it.each(policyRules)('are taken one by one: %s', (rule) => {
    const policy = parsePolicy({ [rule]: true });
    expect(policy).toEqual({ ...noPolicy, [rule]: true });
    expect(isRuled(policy)).toBe(true);
  });

  it.each(['true', 'false', '1', 2, -1, null, [], {}, ''])(
    'are in force, and said to be unreadable, where the value is %j',
    (value) => {
      for (const rule of policyRules)
        expect(parsePolicy({ [rule]: value })).toEqual({ ...noPolicy, [rule]: true, unreadable: [rule] });
    },
  );

  it.each(['Disable', 'requirePasword', 'forbid_unattended_fill', '__proto__x'])(
    'are all in force where a name is not known: %s',
    (name) => {
      const policy = parsePolicy({ [name]: false, disable: false });
      for (const rule of policyRules) expect(policy[rule]).toBe(true);
      expect(policy.unreadable).toEqual([name]);
    },
  );

  it.each([undefined, null, 'disable', 7, [], [{ disable: false }]])(
    'are all in force where the whole is %j',
    (managed) => {
      expect(parsePolicy(managed)).toMatchObject({ disable: true, unreadable: ['*'] });
    },
  );
});
