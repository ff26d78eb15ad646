import type { SupportProtocol } from './support-protocol';

/** None of these questions has parameters. */
export const supportParsers: { readonly [N in keyof SupportProtocol]: () => null } = {
  'policy.read': () => null,
  'support.read': () => null,
};
