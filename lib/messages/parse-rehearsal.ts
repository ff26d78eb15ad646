/** Parsers of the messages of lib/messages/rehearsal-protocol.ts. */
import { isRehearsalSecret } from '@/lib/otp/rehearsal';
import type { RehearsalProtocol } from './rehearsal-protocol';

type Fields = Readonly<Record<string, unknown>>;
type Parsers = {
  readonly [N in keyof RehearsalProtocol]: (fields: Fields) => RehearsalProtocol[N]['request'] | undefined;
};

export const rehearsalParsers: Parsers = {
  'rehearsal.find': ({ secret }) => (isSecret(secret) ? { secret } : undefined),
  'rehearsal.done': ({ tabId, secret }) =>
    Number.isSafeInteger(tabId) && (tabId as number) >= 0 && isSecret(secret)
      ? { tabId: tabId as number, secret }
      : undefined,
  'rehearsal.clear': () => null,
};

/** Of no other account is anything said. */
function isSecret(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 64 && isRehearsalSecret(value);
}
