import { importAeadKey } from '@/lib/crypto/aead';
import { floorCost } from '@/lib/crypto/kdf';
import type { Account, VaultContent } from '@/lib/vault/account';
import type { Envelope } from '@/lib/vault/envelope';
import type { Secret } from '@/lib/vault/secrets';
import type { Vault } from '@/lib/vault/vault';
import { createVault } from '@/lib/vault/vault';
import { adding, sampleAccount } from '@/tests/fakes/accounts';
import type { Disk } from '@/tests/fakes/vault-ports';
import { createDisk, createVaultPorts } from '@/tests/fakes/vault-ports';

export interface Original {
  readonly envelope: Envelope;
  readonly content: VaultContent;
  readonly text: string;
}

const password = 'patate-frite-7';
const prf = Uint8Array.from({ length: 32 }, (_, at) => at);
const credentialId = 'AAECAwQFBgcICQoLDA0ODw';

/** What opens any of the originals, in the order in which it is tried. */
export const secrets: Secret[] = [{ password }];

/** Vaults with every kind of slot, two generations under one key, a large compressed one, a backup, and one without a password. */
export async function originals(): Promise<Original[]> {
  const all: Original[] = [];
  const full = vaultOn();
  await full.vault.update(adding(sampleAccount(1), sampleAccount(2)));
  await take(all, full);
  await full.vault.protect(password);
  await take(all, full);
  const code = await full.vault.addRecoveryCode();
  if (!code.ok) throw new Error(code.failure.code);
  const recoveryCode = code.value.code;
  await full.vault.addPasskey({ credentialId, rpId: 'x', prfSalt: 'A'.repeat(43), label: 'clé', prf });
  await take(all, full);
  await full.vault.update(adding(sampleAccount(3)));
  await take(all, full);
  await takeFile(all, full, await full.vault.backup());
  const other = vaultOn();
  await other.vault.protect(password);
  await other.vault.update(adding(...Array.from({ length: 400 }, (_, n) => varied(n))));
  await take(all, other);
  secrets.push({ recoveryCode }, { passkey: { credentialId, prf } });
  return all;
}

/** Of every vault above that was without a password once. */
export async function deviceKeys(): Promise<readonly CryptoKey[]> {
  return Promise.all(
    deviceKeyTexts.map((text) => importAeadKey(Uint8Array.from(Buffer.from(text, 'base64url')))),
  );
}

const deviceKeyTexts: string[] = [];

interface Owned {
  readonly vault: Vault;
  readonly disk: Disk;
}

function vaultOn(): Owned {
  const disk = createDisk();
  return {
    disk,
    vault: createVault(createVaultPorts(disk), { lockAfterMinutes: () => null, kdfCost: floorCost }),
  };
}

async function take(all: Original[], { vault, disk }: Owned): Promise<void> {
  const content = await vault.content();
  const text = disk.local.get('vault');
  if (!content.ok || text === undefined) throw new Error('the vault was not written');
  const key = disk.local.get('deviceKey');
  if (key !== undefined) deviceKeyTexts.push(JSON.parse(key) as string);
  all.push({ envelope: JSON.parse(text) as Envelope, content: content.value, text });
}

async function takeFile(
  all: Original[],
  { vault }: Owned,
  made: Awaited<ReturnType<Vault['backup']>>,
): Promise<void> {
  if (!made.ok) throw new Error(made.failure.code);
  const { text } = made.value;
  const [now, content] = [await vault.content(), await vault.readBackup(text, { password })];
  const accounts = content.ok ? content.value.accounts : [];
  if (!now.ok || !content.ok || JSON.stringify(now.value.accounts) !== JSON.stringify(accounts))
    throw new Error('the file was not written');
  all.push({ envelope: JSON.parse(text) as Envelope, content: content.value, text });
}

function varied(n: number): Account {
  return sampleAccount(n, { name: `${n * 7919}.${n * 104_729}@exemple.test` });
}
