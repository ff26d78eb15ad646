import { type Failure, type Result, ok } from '@/lib/errors';
import type { MessageName, Request } from '@/lib/messages/protocol';
import type { Computer, Settings } from '@/lib/settings/settings';
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
    /** What the actions of single cards are made of (components/sites/site-actions). */
    raw: { port, tabId, inTab, act, type, onFailure },
    /** `asked`: the hosts that the person said yes to, and the domain they widened it to. */
    fillAccount: (accountId: string, asked: Partial<Request<'fill.account'>> = {}) =>
      inTab((id) => type('fill.account', { tabId: id, accountId, confirmedHost: null, ...asked })),
    fillCard: () => inTab((id) => type('card.fill', { tabId: id })),
    choose: (index: number) => inTab((id) => act('card.choose', { tabId: id, index })),
    saveInPrivate: () => inTab((id) => act('card.save-in-private', { tabId: id })),
    answer: (accepted: boolean) => inTab((id) => act('card.answer', { tabId: id, accepted })),
    computer: (computer: Computer) => inTab((id) => act('card.computer', { tabId: id, computer })),
    stopArmed: () => inTab((id) => act('card.stop', { tabId: id })),
    putBackEarlier: () => inTab((id) => act('card.put-back', { tabId: id })),
    keep: (keep: 'both' | 'newest') => inTab((id) => act('card.keep', { tabId: id, keep })),
    done: () => inTab((id) => act('card.done', { tabId: id })),
    look: async (): Promise<void> => {
      const id = tabId();
      if (id !== null) await port.ask('card.look', { tabId: id });
    },
    /** Answers whether it is in the trash now. */
    toTrash: async (accountId: string): Promise<boolean> => {
      const answer = await port.ask('accounts.remove', { accountId });
      if (!answer.ok) onFailure(answer.failure);
      await reload();
      return answer.ok;
    },
    putBack: (accountId: string) => void act('trash.restore', { accountId }),
    backUp: () => port.openPage('options.html#backup'),
    openKit: () => port.openPage('kit.html'),
    recover: () => port.openPage('recovery.html'),
    backupNotNow: () => void act('backup.not-now', null),
    /** From a computer of other people: nothing of it stays, in the trash neither. */
    remove: async (accountId: string): Promise<void> => {
      const answer = await port.ask('accounts.remove', { accountId });
      if (!answer.ok) return onFailure(answer.failure);
      await port.ask('trash.empty', { accountId });
      const id = tabId();
      if (id !== null) await port.ask('card.done', { tabId: id });
      await reload();
    },
    lock: () => void act('vault.lock', null),
    unlock: (password: string) => form('vault.unlock', { password }),
    unlockWithCode: (code: string) => form('vault.unlock-code', { code }),
    readWays: () => port.ask('vault.ways', null),
    protect: (password: string) => form('vault.protect', { password }),
    tryPassword: (password: string) => form('practice.try', { password }),
    practiceLater: () => void act('practice.later', null),
    /** A backup that the vault's own password opens, handed over as a file; answers its name. */
    writeBackup: async (): Promise<Result<string>> => {
      const backup = await port.ask('backup.write', null);
      if (!backup.ok) return backup;
      port.download(backup.value.fileName, backup.value.text);
      return ok(backup.value.fileName);
    },
    /** Makes an encrypted copy and hands it over as a file; answers its name. */
    saveCopy: async (password: string): Promise<Result<string>> => {
      const copy = await port.ask('vault.copy', { password });
      if (!copy.ok) return copy;
      port.download(copy.value.fileName, copy.value.text);
      return ok(copy.value.fileName);
    },
    change: (change: Partial<Omit<Settings, 'schema'>>) => void act('settings.change', { change }),
  };
}
