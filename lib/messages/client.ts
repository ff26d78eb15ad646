/**
 * The asking side of the protocol, for pages of the extension. What comes back is looked at before it is believed:
 * an answer of another shape, or none, is a failure like any other.
 */
import { sendToBackground } from '@/lib/browser/runtime';
import { fail, ok, type Failure, type Result } from '@/lib/errors';
import type { MessageName, Request, Response } from '@/lib/messages/protocol';

/** The form of a message on the wire. */
export interface Envelope<N extends MessageName = MessageName> {
  readonly name: N;
  readonly request: Request<N>;
}

/** Asks the background one thing; never rejects: no answer is the failure `internal`. */
export async function ask<N extends MessageName>(name: N, request: Request<N>): Promise<Result<Response<N>>> {
  const message: Envelope<N> = { name, request };
  try {
    return parseReply<N>(await sendToBackground(message));
  } catch {
    return fail('internal');
  }
}

/**
 * Reads `{ok: true, value}` or `{ok: false, failure}`. `value` is taken as the background typed it: it is ours, built
 * from the same protocol, and only our pages and our background can be at the two ends.
 */
export function parseReply<N extends MessageName>(reply: unknown): Result<Response<N>> {
  if (!isRecord(reply)) return fail('internal');
  if (reply.ok === true) return ok((reply.value ?? null) as Response<N>);
  if (reply.ok === false && isFailure(reply.failure)) return { ok: false, failure: reply.failure };
  return fail('internal');
}

/** The list itself is not read here: a code that has no sentence is said as `internal` (lib/i18n/speak.ts). */
const codeShape = /^[a-z]+(-[a-z]+)*$/;

function isFailure(value: unknown): value is Failure {
  if (!isRecord(value) || typeof value.code !== 'string' || !codeShape.test(value.code)) return false;
  const { details } = value;
  return (
    details === undefined ||
    (isRecord(details) && Object.values(details).every((detail) => typeof detail === 'string'))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
