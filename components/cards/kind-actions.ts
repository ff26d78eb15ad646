/** What the cards of other kinds of codes and of other apps do, made of the actions that every surface has. */
import type { Actions } from '../app/actions';

export function createKindActions({ raw: { port, inTab, act } }: Actions) {
  return {
    nameKey: () => inTab((tabId) => act('card.name-key', { tabId })),
    pointAgain: () => inTab((tabId) => act('card.point', { tabId })),
    givePin: (pin: string) => inTab((tabId) => act('card.pin', { tabId, pin })),
    startOtherExport: () => inTab((tabId) => act('card.other-export', { tabId })),
    /** Words that are no secret: the clipboard is left alone afterwards. */
    copyText: (text: string) => port.copy(text),
    openReceivePage: () => port.openPage('receive.html'),
    openTokenPage: () => port.openPage('token.html'),
  };
}
