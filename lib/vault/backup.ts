/**
 * Backup files: the same envelope, under a vault key of its own, with the vault's own password and recovery code. Neither is
 * needed to write one, since the new vault key is sealed to their public keys. See [Note: Slot box].
 */
import { wipe } from '@/lib/crypto/wipe';
import type { Result } from '@/lib/errors';
import { fail, ok } from '@/lib/errors';
import type { VaultContent } from '@/lib/vault/account';
import type { Envelope } from '@/lib/vault/envelope';
import { format, parseEnvelope } from '@/lib/vault/envelope';
import type { OpenedBySecret } from '@/lib/vault/opening';
import { openBySecret } from '@/lib/vault/opening';
import type { Secret } from '@/lib/vault/secrets';
import type { NextHeader, Ways } from '@/lib/vault/writing';
import { sealForPerson } from '@/lib/vault/writing';

export interface Backup {
  readonly text: string;
  readonly accounts: number;
}

export async function writeBackup(
  header: NextHeader,
  newId: () => string,
  content: VaultContent,
  ways: Ways,
): Promise<Result<Backup>> {
  // How far this computer's clock is off means nothing on another, nor what could be taken back here.
  const { clockOffsets: _, lastImport: _import, ...kept } = content;
  const made = await sealForPerson(header, newId, kept, ways);
  if (!made.ok) return made;
  wipe(made.value.vaultKey);
  return ok({ text: textOf(made.value.envelope), accounts: content.accounts.length });
}

export function textOf(envelope: unknown): string {
  return `${JSON.stringify(envelope, null, 2)}\n`;
}

/**
 * The envelope in a file. `backup-not-ours`: something else. `backup-truncated`: it begins as one of ours and does not
 * end. `vault-newer`, `vault-damaged`.
 */
export function parseBackup(text: string): Result<Envelope> {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  let value: unknown;
  try {
    value = JSON.parse(trimmed);
  } catch {
    const isCut = beginning.startsWith(trimmed.slice(0, beginning.length).replaceAll(/\s/g, ''));
    const isOurs = trimmed.slice(0, 200).replaceAll(/\s/g, '').startsWith(beginning);
    return fail(trimmed !== '' && (isCut || isOurs) ? 'backup-truncated' : 'backup-not-ours');
  }
  const isOurs = (value as { fmt?: unknown } | null)?.fmt === format;
  return isOurs ? parseEnvelope(value) : fail('backup-not-ours');
}

const beginning = `{"fmt":"${format}"`;

/** What the file holds, opened by one of its ways; nothing stored is looked at or changed. */
export async function openBackup(text: string, secret: Secret): Promise<Result<OpenedBySecret>> {
  const parsed = parseBackup(text);
  if (!parsed.ok) return parsed;
  const opened = await openBySecret(parsed.value, secret);
  if (opened.ok) wipe(opened.value.vaultKey);
  return opened;
}
