/** For tests: a port that answers from a table and keeps what was asked. */
import { vi } from 'vitest';
import { fail, ok, type Result } from '@/lib/errors';
import { loadLater, wordsOf } from '@/lib/i18n/catalogue';
import { createSpeech } from '@/lib/i18n/speak';
import type { BackupState, SafetyNotice } from '@/lib/messages/backup-protocol';
import type { FirstLook } from '@/lib/messages/first-look';
import type { AccountRow, Card, Glance, MessageName, Request, VaultState } from '@/lib/messages/protocol';
import type { SupportFacts } from '@/lib/messages/support-protocol';
import type { Way } from '@/lib/messages/security-protocol';
import { noPolicy } from '@/lib/settings/policy';
import { defaultSettings } from '@/lib/settings/settings';
import type { Port } from './port';

export const later = await loadLater('en');
const words = wordsOf('en');
export const english = createSpeech('en', words, later);

export function accountRow(index: number, change: Partial<AccountRow> = {}): AccountRow {
  return {
    id: `id-${index}`,
    issuer: `Issuer ${index}`,
    name: `name-${index}`,
    here: false,
    confirmed: true,
    code: {
      kind: 'timed',
      current: String(100_000 + index),
      next: String(200_000 + index),
      periodSeconds: 30,
      expiresAtMs: Math.ceil((Date.now() + 1) / 30_000) * 30_000,
    },
    ...change,
  };
}

export interface World {
  rows: AccountRow[];
  vault: VaultState;
  card: Card | null;
  practice?: true;
  safety?: SafetyNotice;
  ways?: readonly Way[];
}

export function openWorld(rows: AccountRow[], card: Card | null = null): World {
  return { rows, card, vault: { kind: 'open', protected: true, accounts: rows.length } };
}

/** Of a vault with a password, and no copy yet. */
export function backupState(accounts: number, change: Partial<BackupState> = {}): BackupState {
  return {
    accounts,
    ways: ['password'],
    verifiedAtMs: null,
    changesSince: 0,
    automatic: { on: false, lastAtMs: null, failed: false },
    ...change,
  };
}

/** Of an open vault whose copy was tested. */
export const supportFacts: SupportFacts = {
  vault: { kind: 'open', protected: true },
  accounts: 3,
  ways: { password: true, recovery: true, passkeys: 1 },
  backup: { verifiedAtMs: Date.UTC(2026, 10, 21, 12), changesSince: 2 },
  automaticBackup: false,
  clock: { offsetMs: -47_000, measuredAtMs: 0 },
  policy: noPolicy,
};

type Answer = (request: never) => Result<unknown>;

export function createFakePort(world: World, answers: Partial<Record<MessageName, Answer>> = {}) {
  const asked: { name: MessageName; request: unknown }[] = [];
  const listeners: (() => void)[] = [];
  const page = (query: string, offset: number, limit: number) => {
    const found = world.rows.filter(({ issuer, name }) => `${issuer} ${name}`.includes(query));
    const here = found.filter((row) => row.here).length;
    return {
      total: found.length,
      offset,
      rows: found.slice(offset, offset + limit),
      here,
      host: 'id.example.ca',
    };
  };
  const glance = (): Glance => ({
    vault: world.vault,
    page: world.vault.kind === 'open' ? page('', 0, 12) : null,
    card: world.card,
    settings: { ...defaultSettings, language: 'en' },
    ...(world.practice && { practice: world.practice }),
    ...(world.safety && { safety: world.safety }),
  });
  const answer = (name: MessageName, request: unknown): Result<unknown> => {
    const given = answers[name];
    if (given) return given(request as never);
    if (name === 'glance') return ok(glance());
    if (name === 'accounts.page') {
      const { query, offset, limit } = request as Request<'accounts.page'>;
      return ok(page(query, offset, limit));
    }
    const isOpen = world.vault.kind === 'open';
    if (name === 'sites.list')
      return isOpen ? ok({ sites: [], domains: [], httpHosts: [], isProtected: true }) : fail('vault-locked');
    if (name === 'trash.list') return isOpen ? ok([]) : fail('vault-locked');
    if (name === 'backup.state') return isOpen ? ok(backupState(world.rows.length)) : fail('vault-locked');
    if (name === 'leave.state')
      return isOpen
        ? ok({ accounts: world.rows.length, isBackedUp: false, files: [] })
        : fail('vault-locked');
    if (name === 'vault.prove') return ok({ kind: 'proved' });
    if (name === 'backup.write') return ok({ fileName: 'backup.json', text: '{}', accounts: 1 });
    if (name === 'clipboard.copied') return ok({ seconds: null });
    if (name === 'policy.read') return ok(noPolicy);
    if (name === 'support.read') return ok(supportFacts);
    if (name === 'vault.ways') return ok({ ways: world.ways ?? [] });
    return ok(null);
  };
  const port: Port = {
    surface: 'popup',
    ask: ((name: MessageName, request: unknown) => {
      asked.push({ name, request });
      return Promise.resolve(answer(name, request));
    }) as Port['ask'],
    tabId: () => Promise.resolve(7),
    onChange: (listener) => {
      listeners.push(listener);
      return () => undefined;
    },
    onTabChange: () => undefined,
    openOptions: vi.fn(),
    openPage: vi.fn(),
    openPasskeyPage: vi.fn(),
    close: vi.fn(),
    shortcuts: () => Promise.resolve([{ name: 'fill', keys: 'Alt+Shift+C' }]),
    openShortcuts: vi.fn(),
    allowSite: vi.fn(() => Promise.resolve(true)),
    copy: vi.fn(() => Promise.resolve(true)),
    download: vi.fn(),
  };
  const first: FirstLook = { tabId: 7, glance: ok(glance()), languages: ['en'], language: 'en', words };
  return {
    port,
    first,
    asked,
    names: () => asked.map(({ name }) => name),
    changed: () => listeners.forEach((listener) => listener()),
  };
}
