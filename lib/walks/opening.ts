/**
 * The walk *unlock*, and what is remembered of it while the vault is open: by which way it was opened. From that follows whether
 * it is time to try the password (lib/settings/practice.ts).
 */
import type { Result } from '@/lib/errors';
import { fail } from '@/lib/errors';
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

/** Sets or changes the password, and counts from then on when to try it. Who may is lib/walks/presence.ts. */
export async function setPassword(ports: OpeningPorts, password: string): Promise<Result<void>> {
  const changed = await ports.vault.protect(password);
  if (!changed.ok) return changed;
  await ports.openedBy.set('password');
  await ports.practice.write(firstPractice(ports.clock.now()));
  return changed;
}

/** `password-wrong`; right or wrong, nothing of the vault changes. */
export async function tryPassword(ports: OpeningPorts, password: string): Promise<Result<void>> {
  const vault = await ports.vault.state();
  const checked = vault.kind === 'locked' ? fail('vault-locked') : await ports.vault.unlock(password);
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
