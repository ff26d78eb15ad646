/** What the views of clocks and dates do, made of the actions that every surface has. */
import type { Actions } from '../app/actions';

export function createClockActions({ raw: { inTab, type, act } }: Actions) {
  return {
    /** Codes for this site follow its clock from now on; the card's code is entered by it. */
    adjust: (on: boolean) => inTab((tabId) => type('clock.adjust', { tabId, on })),
    /** By this computer's clock, this once. */
    anyway: () => inTab((tabId) => type('clock.anyway', { tabId })),
    expiryLater: () => void act('expiry.not-now', null),
  };
}
