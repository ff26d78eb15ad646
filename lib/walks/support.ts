/**
 * What can be said of Seconde to somebody who helps, aloud if need be: counts, moments and kinds. No account's name, no
 * site and no secret is ever among it.
 */
import type { ClockOffset } from '@/lib/clock/offset';
import type { SupportFacts } from '@/lib/messages/support-protocol';
import type { Policy } from '@/lib/settings/policy';
import type { Settings } from '@/lib/settings/settings';
import type { VaultContent } from '@/lib/vault/account';
import type { Vault } from '@/lib/vault/vault';
import type { TabRecord } from './tab-record';

export interface SupportPorts {
  readonly vault: Pick<Vault, 'state' | 'content' | 'ways'>;
  readonly settings: { read(): Promise<Settings> };
  readonly policy: { read(): Promise<Policy> };
  /** Of the tabs of this browser session. */
  readonly records: () => Promise<readonly TabRecord[]>;
}

export async function supportFacts(ports: SupportPorts): Promise<SupportFacts> {
  const [state, ways, settings, policy, records] = await Promise.all([
    ports.vault.state(),
    ports.vault.ways(),
    ports.settings.read(),
    ports.policy.read(),
    ports.records(),
  ]);
  const read = state.kind === 'open' ? await ports.vault.content() : null;
  const content = read?.ok ? read.value : null;
  const isEmpty = state.kind === 'empty';
  const types = ways.ok ? ways.value.map(({ type }) => type) : [];
  return {
    vault:
      state.kind === 'open'
        ? { kind: 'open', protected: state.protected }
        : state.kind === 'unusable'
          ? { kind: 'unusable', code: state.failure.code }
          : { kind: state.kind },
    accounts: isEmpty ? 0 : content && content.accounts.length,
    ways: ways.ok
      ? {
          password: types.includes('password'),
          recovery: types.includes('recovery'),
          passkeys: types.filter((type) => type === 'prf').length,
        }
      : null,
    backup:
      content || isEmpty
        ? {
            verifiedAtMs: content?.backup?.lastBackupAtMs ?? null,
            changesSince: content?.backup?.changesSince ?? 0,
          }
        : null,
    automaticBackup: settings.automaticBackup,
    clock: newest(content, records),
    policy,
  };
}

function newest(content: VaultContent | null, records: readonly TabRecord[]): SupportFacts['clock'] {
  const measured: ClockOffset[] = [
    ...Object.values(content?.clockOffsets ?? {}),
    ...records.flatMap(({ clock }) => (clock ? [clock.offset] : [])),
  ];
  const [last] = measured.sort((a, b) => b.measuredAtMs - a.measuredAtMs);
  return last ? { offsetMs: last.offsetMs, measuredAtMs: last.measuredAtMs } : null;
}
