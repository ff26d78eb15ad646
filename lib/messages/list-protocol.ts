/** The part of the protocol about the list itself: what of it is shown, its order, groups, and what was used. */

export interface PageRequest {
  readonly tabId: number | null;
  readonly query: string;
  readonly offset: number;
  readonly limit: number;
  /** Only accounts of this group. */
  readonly tag?: string;
  /** The place of this account is wanted too. */
  readonly follow?: string;
}

/** Where to: one place up or down, to an end of its part of the list, or beside another account. */
export type MoveTo =
  'up' | 'down' | 'first' | 'last' | { readonly side: 'before' | 'after'; readonly accountId: string };

export interface ListProtocol {
  /** What the menu of a row has to know. */
  'list.about': {
    request: { accountId: string };
    response: {
      readonly pinned: boolean;
      readonly tags: readonly string[];
      /** Every group of the vault. */
      readonly known: readonly string[];
    };
  };
  'list.pin': { request: { accountId: string; pinned: boolean }; response: null };
  /** In the place of those it had. */
  'list.tags': { request: { accountId: string; tags: readonly string[] }; response: null };
  /**
   * Within its part of the list: the tab's site, those pinned, the others. The order is the person's own from then on.
   * `place` counts from 1 among the accounts shown.
   */
  'list.move': {
    request: { tabId: number | null; tag?: string; accountId: string; to: MoveTo };
    response: { readonly moved: boolean; readonly place: number; readonly total: number };
  };
  /** Its code was copied; `untilMs`: when that code ends, Unix ms. */
  'list.used': { request: { accountId: string; untilMs: number | null }; response: null };
}
