/**
 * Somebody at a vault that was left open may use it, and may not make it theirs: ways to open it come, change and go only by the
 * hand of who proved that it is them, a short while ago. The background alone remembers that, in memory of the session.
 */
import { type Result, fail, ok } from '@/lib/errors';
import type { Proof, SelfProved } from '@/lib/messages/security-protocol';
import type { Vault } from '@/lib/vault/vault';
import { type ProvingVault, prove } from './proof';

export interface Presence {
  readonly atMs: number;
  /** Identifiers of the ways this vault opened by: another vault in its place, or an earlier state of it, has others. */
  readonly ways: readonly string[];
}

export interface PresencePorts {
  readonly vault: ProvingVault & Pick<Vault, 'ways'>;
  readonly presence: { read(): Promise<Presence | null>; write(presence: Presence | null): Promise<void> };
  readonly clock: { now(): number };
}

export const presenceLifeMs = 5 * 60_000;

/** `proof` null: whether it is needed, and by what it is given. Failures as {@link prove}. */
export async function proveSelf(ports: PresencePorts, proof: Proof | null): Promise<Result<SelfProved>> {
  if (proof !== null) {
    const proved = await prove(ports.vault, proof);
    if (!proved.ok) return proved;
    await notePresence(ports);
  }
  const present = await checkPresence(ports);
  if (present.ok) return ok({ kind: 'proved' });
  if (present.failure.code !== 'proof-needed') return present;
  const ways = await ports.vault.ways();
  return ways.ok ? ok({ kind: 'asks', ways: ways.value }) : ways;
}

/** The person has just typed what opens this vault, or what opens it from now on. */
export async function notePresence(ports: PresencePorts): Promise<void> {
  await remember(ports, ports.clock.now());
}

export async function forgetPresence({ presence }: PresencePorts): Promise<void> {
  await presence.write(null);
}

/**
 * Changes how the vault opens, for who is present: `proof-needed`, or as `change`. It makes the time no longer. A vault that only
 * this browser opens asks nobody; its first way is typed or shown in that moment, which is proof enough for the next ones.
 */
export async function whilePresent<T>(
  ports: PresencePorts,
  change: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const present = await checkPresence(ports);
  if (!present.ok) return present;
  const changed = await change();
  if (changed.ok) await remember(ports, present.value.sinceMs ?? ports.clock.now());
  return changed;
}

/** `sinceMs` null: there is nobody to ask. */
async function checkPresence({
  vault,
  presence,
  clock,
}: PresencePorts): Promise<Result<{ readonly sinceMs: number | null }>> {
  const state = await vault.state();
  if (state.kind === 'unusable') return { ok: false, failure: state.failure };
  if (state.kind === 'locked') return fail('vault-locked');
  if (state.kind === 'empty' || !state.protected) return ok({ sinceMs: null });
  const [noted, ids] = await Promise.all([presence.read(), idsOf(vault)]);
  if (!ids.ok) return ids;
  if (noted === null || noted.ways.join() !== ids.value.join()) return fail('proof-needed');
  const agoMs = clock.now() - noted.atMs;
  return agoMs >= 0 && agoMs < presenceLifeMs ? ok({ sinceMs: noted.atMs }) : fail('proof-needed');
}

async function remember({ vault, presence }: PresencePorts, atMs: number): Promise<void> {
  const ids = await idsOf(vault);
  await presence.write(ids.ok ? { atMs, ways: ids.value } : null);
}

async function idsOf(vault: Pick<Vault, 'ways'>): Promise<Result<readonly string[]>> {
  const ways = await vault.ways();
  return ways.ok ? ok(ways.value.map(({ id }) => id).toSorted()) : ways;
}
