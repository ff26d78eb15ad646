import { patternOf } from '@/lib/sites/pattern';
import type { Actions } from '../app/actions';

/** What a person may answer about sites; apart from the other actions, which are in the first load. */
export function siteActions({ raw }: Actions) {
  const { port, inTab, act, type, onFailure } = raw;
  return {
    fillField: (index: number) => inTab((id) => type('fill.field', { tabId: id, index })),
    /** The browser's question may close the popup: the background hears of the answer by itself. */
    allowFrame: (origin: string) =>
      inTab(async (id) => {
        const asked = port.ask('fill.frame', { tabId: id, origin, given: false });
        const given = await port.allowSite(patternOf(origin)).catch(() => false);
        await asked;
        if (given) await type('fill.frame', { tabId: id, origin, given });
      }),
    allowHttp: async (host: string, accountId: string | null): Promise<void> => {
      const answer = await port.ask('sites.http', { host, allowed: true });
      if (!answer.ok) return onFailure(answer.failure);
      if (accountId === null) return inTab((id) => act('card.done', { tabId: id }));
      inTab((id) => type('fill.account', { tabId: id, accountId, confirmedHost: null }));
    },
    correct: () => inTab((id) => act('correct.show', { tabId: id })),
    correctAccount: (accountId: string) => inTab((id) => type('correct.account', { tabId: id, accountId })),
    neverHere: () => inTab((id) => act('correct.never', { tabId: id })),
    fillAgain: (origin: string) =>
      inTab(async (id) => {
        await port.ask('sites.change', { origin, change: { never: false } });
        await act('card.done', { tabId: id });
      }),
  };
}
