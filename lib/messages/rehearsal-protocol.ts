/** The part of the protocol about the rehearsal of the welcome page: an enrolment on a page of our own, with nothing to lose. */

export interface RehearsalProtocol {
  /** Answers of keys of rehearsals alone: whether it was added, and as what. */
  'rehearsal.find': { request: { secret: string }; response: { readonly accountId: string | null } };
  /** Its code was right: the card of this tab says so as any site's. */
  'rehearsal.done': { request: { tabId: number; secret: string }; response: null };
  /** Takes the accounts of rehearsals away for good. */
  'rehearsal.clear': { request: null; response: { readonly removed: number } };
}
