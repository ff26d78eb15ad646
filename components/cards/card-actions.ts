/** What the cards of an enrolment and of a choice do, made of the actions that every surface has; loaded with the cards. */
import type { Computer } from '@/lib/settings/settings';
import type { Actions } from '../app/actions';

export function createCardActions({ raw: { port, tabId, inTab, act, onFailure, reload } }: Actions) {
  return {
    choose: (index: number) => inTab((id) => act('card.choose', { tabId: id, index })),
    saveInPrivate: () => inTab((id) => act('card.save-in-private', { tabId: id })),
    answer: (accepted: boolean) => inTab((id) => act('card.answer', { tabId: id, accepted })),
    computer: (computer: Computer) => inTab((id) => act('card.computer', { tabId: id, computer })),
    stopArmed: () => inTab((id) => act('card.stop', { tabId: id })),
    putBackEarlier: () => inTab((id) => act('card.put-back', { tabId: id })),
    keep: (keep: 'both' | 'newest') => inTab((id) => act('card.keep', { tabId: id, keep })),
    look: async (): Promise<void> => {
      const id = tabId();
      if (id !== null) await port.ask('card.look', { tabId: id });
    },
    /** From a computer of other people: nothing of it stays, in the trash neither. */
    remove: async (accountId: string): Promise<void> => {
      const answer = await port.ask('accounts.remove', { accountId });
      if (!answer.ok) return onFailure(answer.failure);
      await port.ask('trash.empty', { accountId });
      const id = tabId();
      if (id !== null) await port.ask('card.done', { tabId: id });
      await reload();
    },
  };
}
