/**
 * The vault as the walks may see it under the rules of an organisation. Turned off, it cannot be used at all, so every walk
 * ends by itself with the sentence that says why. Where a password is required and there is none yet, an account that a page
 * gives is saved as ever, since such pages time out, and only accounts that their sites have not confirmed are seen: they
 * protect nothing so far.
 */
import { type Failure, failure } from '@/lib/errors';
import type { Policy } from '@/lib/settings/policy';
import type { VaultPort } from './ports';

export interface Rules {
  readonly policy: () => Promise<Policy>;
  readonly hasPassword: () => Promise<boolean>;
}

export function createRuledVault(vault: VaultPort, rules: Rules): VaultPort {
  const turnedOff = async () => {
    const why = offBecause(await rules.policy());
    return why && ({ ok: false, failure: why } as const);
  };
  return {
    async state() {
      const [off, state] = await Promise.all([turnedOff(), vault.state()]);
      if (off) return { kind: 'unusable', failure: off.failure };
      return state.kind === 'open' && (await waitsForPassword(vault, rules))
        ? { ...state, mustProtect: true }
        : state;
    },
    async content() {
      const off = await turnedOff();
      if (off) return off;
      const content = await vault.content();
      if (!content.ok || !(await waitsForPassword(vault, rules))) return content;
      const accounts = content.value.accounts.filter(({ confirmed }) => !confirmed);
      return { ok: true, value: { ...content.value, accounts } };
    },
    async update(change, options) {
      return (await turnedOff()) ?? vault.update(change, options);
    },
  };
}

/** `null`: Seconde is not turned off. */
export function offBecause(policy: Policy): Failure | null {
  if (!policy.disable) return null;
  return policy.unreadable.length === 0
    ? failure('organisation-disabled')
    : failure('organisation-unreadable', { rules: policy.unreadable.join(', ') });
}

/** A password is required, and the vault that is open has none. */
export async function waitsForPassword(vault: Pick<VaultPort, 'state'>, rules: Rules): Promise<boolean> {
  if (!(await rules.policy()).requirePassword) return false;
  const state = await vault.state();
  return state.kind === 'open' && state.accounts > 0 && !(await rules.hasPassword());
}
