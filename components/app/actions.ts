import type { Failure } from '@/lib/errors';
import type { MoveTo } from '@/lib/messages/list-protocol';
import type { MessageName, Request } from '@/lib/messages/protocol';
import type { Settings } from '@/lib/settings/settings';
import type { Port } from './port';

type TypingMessage =
  | 'clock.adjust'
  | 'clock.anyway'
  | 'fill.account'
  | 'card.fill'
  | 'fill.field'
  | 'fill.frame'
  | 'correct.account';
type FormMessage = 'vault.unlock' | 'vault.unlock-code' | 'vault.protect' | 'practice.try';

/** What a person may do in a popup or panel. Failures that no form shows go to `onFailure`. */
export type Actions = ReturnType<typeof createActions>;

export interface ActionsOptions {
  readonly port: Port;
  readonly tabId: () => number | null;
  /** Asks for everything again. */
  readonly reload: () => Promise<void>;
  readonly onFailure: (failure: Failure) => void;
}

export function createActions({ port, tabId, reload, onFailure }: ActionsOptions) {
  /** Asks, says what went wrong, and shows what came of it. */
  const act = async <N extends MessageName>(name: N, request: Request<N>): Promise<void> => {
    const answer = await port.ask(name, request);
    if (!answer.ok) onFailure(answer.failure);
    await reload();
  };
  const inTab = (run: (tabId: number) => Promise<void>): void => {
    const id = tabId();
    if (id === null) onFailure({ code: 'page-protected' });
    else void run(id);
  };
  /**
   * Asks for something to be typed in the page. A page under an open popup has no focus, so the background answers at
   * once and waits until the popup is gone.
   */
  const type = async <N extends TypingMessage>(name: N, request: Request<N>): Promise<void> => {
    const answer = await port.ask(name, request);
    if (!answer.ok) return onFailure(answer.failure);
    port.close();
    await reload();
  };
  const form = async <N extends FormMessage>(name: N, request: Request<N>): Promise<Failure | null> => {
    const answer = await port.ask(name, request);
    if (!answer.ok) return answer.failure;
    await reload();
    return null;
  };

  return {
    ask: port.ask,
    tabId,
    scan: () => inTab((id) => act('enrol.scan', { tabId: id })),
    /** The page of every way in, beside this tab. */
    otherWays: () =>
      void port.ask('scan.open', { tabId: tabId(), byHand: false }).then((answer) => {
        if (answer.ok) port.close();
        else onFailure(answer.failure);
      }),
    /** What the actions of single views are made of, in files loaded with them (components/cards/card-actions). */
    raw: { port, tabId, inTab, act, type, onFailure, reload },
    /** `asked`: the hosts that the person said yes to, and the domain they widened it to. */
    fillAccount: (accountId: string, asked: Partial<Request<'fill.account'>> = {}) =>
      inTab((id) => type('fill.account', { tabId: id, accountId, confirmedHost: null, ...asked })),
    fillCard: () => inTab((id) => type('card.fill', { tabId: id })),
    done: () => inTab((id) => act('card.done', { tabId: id })),
    /** Answers whether it is in the trash now. */
    toTrash: async (accountId: string): Promise<boolean> => {
      const answer = await port.ask('accounts.remove', { accountId });
      if (!answer.ok) onFailure(answer.failure);
      await reload();
      return answer.ok;
    },
    putBack: (accountId: string) => void act('trash.restore', { accountId }),
    openAccount: (accountId: string) => port.openPage(`account.html#${accountId}`),
    /** Within the group `tag`, when only that one is shown. */
    moveRow: (tag: string | null, accountId: string, to: MoveTo) =>
      port.ask('list.move', { tabId: tabId(), accountId, to, ...(tag !== null && { tag }) }),
    close: port.close,
    backUp: () => port.openPage('options.html#backup'),
    /** The page that takes files of other apps. */
    bringIn: () => port.openPage('import.html'),
    recover: () => port.openPage('recovery.html'),
    backupNotNow: () => void act('backup.not-now', null),
    lock: () => void act('vault.lock', null),
    unlock: (password: string) => form('vault.unlock', { password }),
    unlockWithCode: (code: string) => form('vault.unlock-code', { code }),
    readWays: () => port.ask('vault.ways', null),
    protect: (password: string) => form('vault.protect', { password }),
    tryPassword: (password: string) => form('practice.try', { password }),
    practiceLater: () => void act('practice.later', null),
    change: (change: Partial<Omit<Settings, 'schema'>>) => void act('settings.change', { change }),
  };
}
