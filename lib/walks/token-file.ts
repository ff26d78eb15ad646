/** Tokens from an issuer's file: looked at, shown, then all of them saved in one write. */
import { type Result, ok } from '@/lib/errors';
import type { PskcPreview } from '@/lib/messages/token-protocol';
import { type PskcEntry, type PskcSecret, readPskc } from '@/lib/transfer/pskc';
import type { Account } from '@/lib/vault/account';
import type { WalkPorts } from './ports';

/** What the file holds and which of it is not here yet; nothing is written. */
export async function previewTokens(
  ports: WalkPorts,
  text: string,
  secret: PskcSecret | null,
): Promise<Result<PskcPreview>> {
  const [read, content] = await Promise.all([
    readPskc(text, secret, ports.clock.now()),
    ports.vault.content(),
  ]);
  if (!read.ok) return read;
  if (!content.ok) return content;
  return ok({
    entries: read.value.entries.map((entry) => ({
      issuer: entry.issuer,
      name: entry.name,
      kind: entry.otp.kind === 'hotp' ? 'counted' : 'timed',
      expiresAtMs: entry.expiresAtMs ?? null,
      serial: entry.token.serial ?? '',
      notes: entry.notes,
      warnings: entry.warnings,
      isNew: !content.value.accounts.some((account) => isSame(account, entry)),
    })),
    problems: read.value.problems,
  });
}

/** Saves what is new; answers how many. A snapshot of the state before is kept, as before any import. */
export async function saveTokens(
  ports: WalkPorts,
  text: string,
  secret: PskcSecret | null,
): Promise<Result<{ added: number }>> {
  const read = await readPskc(text, secret, ports.clock.now());
  if (!read.ok) return read;
  let added = 0;
  const written = await ports.vault.update(
    (content) => {
      const accounts = [...content.accounts];
      for (const entry of read.value.entries)
        if (!accounts.some((account) => isSame(account, entry))) accounts.push(accountOf(ports, entry));
      added = accounts.length - content.accounts.length;
      return added === 0 ? content : { ...content, accounts };
    },
    { reason: 'import' },
  );
  return written.ok ? ok({ added }) : written;
}

function accountOf(ports: WalkPorts, { issuer, name, otp, expiresAtMs, token }: PskcEntry): Account {
  return {
    id: ports.newId(),
    issuer,
    name,
    otp,
    sites: [],
    confirmed: false,
    createdAtMs: ports.clock.now(),
    ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
    ...(Object.keys(token).length === 0 ? {} : { token }),
  };
}

function isSame({ otp }: Account, entry: PskcEntry): boolean {
  return otp.kind === entry.otp.kind && otp.secret === entry.otp.secret;
}
