/** The part of the protocol about the recovery codes that a site gave for an account. */
import type { RecoveryCode } from '@/lib/vault/account';

export type ShownCodes =
  /** The vault is protected: the person says again who they are, by this. */
  | { readonly kind: 'asks'; readonly by: 'password' | 'recovery' }
  | { readonly kind: 'shown'; readonly codes: readonly RecoveryCode[] };

export interface CodesProtocol {
  /** The codes that the page of this tab shows, to be checked by the person; nothing is kept. */
  'codes.read': { request: { tabId: number }; response: { readonly codes: readonly string[] } };
  /** In the order of the page; they take the place of those that were kept before. */
  'codes.keep': { request: { accountId: string; codes: readonly string[] }; response: null };
  /** `typed`: password or recovery code of the vault, where it asks. */
  'codes.show': { request: { accountId: string; typed: string | null }; response: ShownCodes };
  'codes.tick': { request: { accountId: string; index: number; used: boolean }; response: null };
  /** The number of the code that the page asks for. */
  'codes.asked': { request: { tabId: number }; response: { readonly number: number | null } };
}
