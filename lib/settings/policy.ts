/**
 * What an organisation rules for Seconde on its computers (storage.managed). A rule that is not set forbids nothing; one that
 * was set and cannot be read is in force, and where nobody can tell which rule was meant, all of them are.
 */

export const policyRules = [
  'disable',
  'requirePassword',
  'forbidUnattendedFill',
  'forbidClearExport',
] as const;
export type PolicyRule = (typeof policyRules)[number];

export interface Policy {
  /** Seconde does nothing but give back what it holds. */
  readonly disable: boolean;
  /** Nothing but what was just enrolled is shown or entered until the vault has a password. */
  readonly requirePassword: boolean;
  /** No code is entered without a gesture, whatever the person had turned on. */
  readonly forbidUnattendedFill: boolean;
  /** Keys leave only closed with a password; none is shown. */
  readonly forbidClearExport: boolean;
  /** Names of what was set and could not be read; `*`: the whole of it. */
  readonly unreadable: readonly string[];
}

export const noPolicy: Policy = {
  disable: false,
  requirePassword: false,
  forbidUnattendedFill: false,
  forbidClearExport: false,
  unreadable: [],
};

/** Nobody can tell what was ruled. */
export function strictestPolicy(unreadable: readonly string[]): Policy {
  return {
    disable: true,
    requirePassword: true,
    forbidUnattendedFill: true,
    forbidClearExport: true,
    unreadable,
  };
}

/**
 * `managed` as the browser gives it: an object of what was set, empty for nothing. 0 and 1 are what the registry of Windows
 * has for false and true, which Firefox hands over as they are.
 */
export function parsePolicy(managed: unknown): Policy {
  if (typeof managed !== 'object' || managed === null || Array.isArray(managed))
    return strictestPolicy(['*']);
  const unknown = Object.keys(managed).filter((name) => !isRule(name));
  // A name we do not know may be any rule, misspelt.
  if (unknown.length > 0) return strictestPolicy(unknown.map((name) => name.slice(0, longestName)));
  let policy = noPolicy;
  for (const rule of policyRules) {
    if (!Object.hasOwn(managed, rule)) continue;
    const value = (managed as Record<string, unknown>)[rule];
    policy = { ...policy, [rule]: value !== false && value !== 0 };
    if (typeof value !== 'boolean' && value !== 0 && value !== 1)
      policy = { ...policy, unreadable: [...policy.unreadable, rule] };
  }
  return policy;
}

export function isRuled(policy: Policy): boolean {
  return policyRules.some((rule) => policy[rule]);
}

const longestName = 40;

function isRule(name: string): name is PolicyRule {
  return policyRules.some((rule) => rule === name);
}
