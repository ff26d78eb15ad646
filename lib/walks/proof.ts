/**
 * Who asks to see a secret proves again that it is them: a vault left open on a desk gives codes away, never what makes them.
 * Nothing of the vault changes by it, and it holds for the one request that carries it.
 */
import type { Bytes } from '@/lib/crypto/bytes';
import { bytesFromBase64Url } from '@/lib/crypto/bytes';
import { wipe } from '@/lib/crypto/wipe';
import type { Result } from '@/lib/errors';
import { fail } from '@/lib/errors';
import type { Proof } from '@/lib/messages/security-protocol';
import type { Vault } from '@/lib/vault/vault';

export type ProvingVault = Pick<Vault, 'state' | 'unlock' | 'unlockWithRecoveryCode' | 'unlockWithPasskey'>;

/**
 * `vault-locked`; `vault-unprotected` while this browser alone opens the vault: there is nothing to prove with. Else as the
 * unlock by that proof.
 */
export async function prove(vault: ProvingVault, proof: Proof): Promise<Result<void>> {
  const state = await vault.state();
  if (state.kind === 'unusable') return { ok: false, failure: state.failure };
  if (state.kind === 'locked') return fail('vault-locked');
  if (state.kind === 'empty' || !state.protected) return fail('vault-unprotected');
  if ('password' in proof) return vault.unlock(proof.password);
  if ('recoveryCode' in proof) return vault.unlockWithRecoveryCode(proof.recoveryCode);
  const { credentialId, prf: text } = proof.passkey;
  const prf = bytesFromBase64Url(text);
  return prf === null ? fail('passkey-unknown') : withPasskey(vault, credentialId, prf);
}

async function withPasskey(vault: ProvingVault, credentialId: string, prf: Bytes): Promise<Result<void>> {
  try {
    return await vault.unlockWithPasskey({ credentialId, prf });
  } finally {
    wipe(prf);
  }
}
