/**
 * The answering side of the protocol: who asks, what is asked, then the handler. Order matters: the sender first, so that
 * nothing a stranger sends is even read.
 */
import { type Failure, type Result, fail } from '@/lib/errors';
import { isAccountLink } from '@/lib/otp/account-address';
import { isFields, parsers } from './parse';
import type { MessageName, Request, Response } from './protocol';

/** What the browser itself says of a sender. Nothing in a message is believed about it. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly tabId?: number | undefined;
  /** 0: the page itself. */
  readonly frameId?: number | undefined;
  /** Origin of the sending document, from its address. */
  readonly origin?: string | undefined;
}

export type Handlers = {
  readonly [N in MessageName]: (request: Request<N>) => Promise<Result<Response<N>>>;
};

/** A page as the browser says of it. */
interface HintSender {
  readonly tabId: number;
  readonly origin: string;
}

/** Sent by our scripts in pages, about their own page only; believed of nothing. */
export interface HintHandlers {
  submitted(sender: HintSender, cancelled: boolean): void;
  ready(sender: HintSender): void;
  arrived(sender: HintSender, load: string): void;
  accountLink(sender: HintSender, address: string): void;
}

/** Why a question of our pages is not answered here, whatever is asked; `null`: it is. */
export type Refusal = (name: MessageName) => Promise<Failure | null>;

export interface Service {
  /** The answer, or `undefined` when this message is not for us and gets no answer at all. */
  answer(message: unknown, sender: Sender): Promise<Result<unknown>> | undefined;
}

/**
 * `ownId` and `ownRoot` are the extension's id and the address of its root (`runtime.getURL('/')`). A page of ours is
 * known by its address: "has no tab" would not do, a popup opened in a tab has one.
 */
export function createService(
  ownId: string,
  ownRoot: string,
  handlers: Handlers,
  hints: HintHandlers,
  refusal: Refusal,
): Service {
  return {
    answer(message, sender) {
      if (sender.id !== ownId || !isFields(message)) return undefined;
      if (sender.url?.startsWith(ownRoot)) return handle(handlers, refusal, message.name, message.request);
      const { tabId, origin, frameId } = sender;
      if (tabId === undefined || origin === undefined) return undefined;
      if (message.name === 'page.submitted') hints.submitted({ tabId, origin }, message.cancelled === true);
      if (message.name === 'page.ready') hints.ready({ tabId, origin });
      if (message.name === 'page.arrived' && frameId === 0 && isLoad(message.load))
        hints.arrived({ tabId, origin }, message.load);
      if (message.name === 'page.account-link' && frameId === 0 && isAccountLink(message.address))
        hints.accountLink({ tabId, origin }, message.address);
      return undefined;
    },
  };
}

async function handle(
  handlers: Handlers,
  refusal: Refusal,
  name: unknown,
  request: unknown,
): Promise<Result<unknown>> {
  if (typeof name !== 'string' || !Object.hasOwn(parsers, name)) return fail('message-refused');
  return answerOne(handlers, refusal, name as MessageName, request);
}

async function answerOne<N extends MessageName>(
  handlers: Handlers,
  refusal: Refusal,
  name: N,
  request: unknown,
): Promise<Result<Response<N>>> {
  try {
    const parsed = parsers[name](isFields(request) ? request : {});
    if (parsed === undefined) return fail('message-refused');
    const refused = await refusal(name);
    return refused ? { ok: false, failure: refused } : await handlers[name](parsed);
  } catch {
    // A programming error: its message may quote what it choked on, so nothing of it leaves this function.
    return fail('internal');
  }
}

function isLoad(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{24}$/.test(value);
}
