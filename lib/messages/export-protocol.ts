/**
 * The part of the protocol by which accounts leave Seconde. Two of its answers hold what opens the accounts: `export.take` and
 * nothing else in clear; `export.series` closed with a code. Both carry a proof of who asks (lib/walks/proof.ts).
 */
import type { ExportedAccount } from '@/lib/transfer/writers/export-format';
import type { Proof, Way } from './security-protocol';

export type { ExportedAccount };

/** To choose from, and to say what a format cannot carry: as it is taken out, with nothing secret in it. */
export interface AccountOutline extends ExportedAccount {
  readonly id: string;
}

export interface ExportState {
  /** In the order of the list. */
  readonly accounts: readonly AccountOutline[];
  /** How the person can prove that it is them; none while this browser alone opens the vault. */
  readonly ways: readonly Way[];
  /** The organisation that runs this browser lets accounts out only closed. */
  readonly isClearForbidden: boolean;
}

export interface SealedSeries {
  /** These accounts, closed (lib/vault/sealed-series); base64url. */
  readonly sealed: string;
  /** Four groups of five letters. */
  readonly code: string;
}

interface TakeRequest {
  readonly accountIds: readonly string[];
  readonly proof: Proof;
}

export interface ExportProtocol {
  'export.state': { request: null; response: ExportState };
  /** In the order asked. `isClosed`: what becomes of them is closed with a password before it leaves the page. */
  'export.take': {
    request: TakeRequest & { readonly isClosed: boolean };
    response: readonly ExportedAccount[];
  };
  'export.series': { request: TakeRequest; response: SealedSeries };
}
