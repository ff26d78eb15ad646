/**
 * The walk *unlock*, and what is remembered of it while the vault is open: by which way it was opened. From that follow two
 * things: whether a new password needs the current one, and whether it is time to try the password (lib/settings/practice.ts).
 */
import type { Result } from '@/lib/errors';
import { fail, ok } from '@/lib/errors';
import type { Openings } from '@/lib/messages/security-protocol';
import {
  firstPractice,
  practiceDone,
  practiceDue,
  practiceLater,
  type PracticeState,
} from '@/lib/settings/practice';
import type { Settings } from '@/lib/settings/settings';
import type { Vault } from '@/lib/vault/vault';

export type OpenedBy = 'password' | 'recovery' | 'passkey';

export interface OpeningPorts {
  readonly vault: Pick<Vault, 'unlock' | 'protect' | 'ways' | 'state'>;
  /** For this browser session. */
  readonly openedBy: { get(): Promise<OpenedBy | null>; set(way: OpenedBy): Promise<void> };
  readonly practice: { read(): Promise<PracticeState | null>; write(state: PracticeState): Promise<void> };
  readonly settings: { read(): Promise<Settings> };
  readonly clock: { now(): number };
}

/** The vault was opened by `way`. Typing the password is the best practice of it. */
export async function noteOpened(ports: OpeningPorts, way: OpenedBy): Promise<void> {
  await ports.openedBy.set(way);
  if (way !== 'password') return;
  const state = await ports.practice.read();
  const nowMs = ports.clock.now();
  await ports.practice.write(state ? practiceDone(state, nowMs) : firstPractice(nowMs));
}

export async function openings(ports: OpeningPorts): Promise<Result<Openings>> {
  const ways = await ports.vault.ways();
  if (!ways.ok) return ways;
  return ok({ ways: ways.value, asksPassword: await asksPassword(ports) });
}

/**
 * Sets the password. Who opened the vault with it must type it again, so that a vault left open cannot be taken over; who
 * opened it by another way may have forgotten it, and has proved as much by that way. `password-wrong`.
 */
export async function changePassword(
  ports: OpeningPorts,
  current: string | null,
  password: string,
): Promise<Result<void>> {
  if (await asksPassword(ports)) {
    const checked = current === null ? fail('password-wrong') : await ports.vault.unlock(current);
    if (!checked.ok) return checked;
  }
  const changed = await ports.vault.protect(password);
  if (!changed.ok) return changed;
  await ports.openedBy.set('password');
  await ports.practice.write(firstPractice(ports.clock.now()));
  return changed;
}

/** `password-wrong`; right or wrong, nothing of the vault changes. */
export async function checkPassword(ports: OpeningPorts, password: string): Promise<Result<void>> {
  const state = await ports.vault.state();
  return state.kind === 'locked' ? fail('vault-locked') : ports.vault.unlock(password);
}

export async function tryPassword(ports: OpeningPorts, password: string): Promise<Result<void>> {
  const checked = await checkPassword(ports, password);
  const state = await ports.practice.read();
  if (!state) return checked;
  if (checked.ok) await ports.practice.write(practiceDone(state, ports.clock.now()));
  else if (checked.failure.code === 'password-wrong') await putOffPractice(ports);
  return checked;
}

export async function putOffPractice(ports: OpeningPorts): Promise<void> {
  const state = await ports.practice.read();
  if (state) await ports.practice.write(practiceLater(state, ports.clock.now()));
}

/** Whether to ask now; only while the vault is open by something else than its password. */
export async function isPracticeDue(ports: OpeningPorts): Promise<boolean> {
  const by = await ports.openedBy.get();
  if (by === null || by === 'password') return false;
  const [state, { practice }, ways] = await Promise.all([
    ports.practice.read(),
    ports.settings.read(),
    ports.vault.ways(),
  ]);
  const hasPassword = ways.ok && ways.value.some(({ type }) => type === 'password');
  return practice && hasPassword && practiceDue(state, ports.clock.now());
}

async function asksPassword({ vault, openedBy }: OpeningPorts): Promise<boolean> {
  const [ways, by] = await Promise.all([vault.ways(), openedBy.get()]);
  const hasPassword = ways.ok && ways.value.some(({ type }) => type === 'password');
  return hasPassword && by !== 'recovery' && by !== 'passkey';
}
