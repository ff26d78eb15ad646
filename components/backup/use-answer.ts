import { useEffect, useState } from 'preact/hooks';
import type { Result } from '@/lib/errors';
import type { MessageName, Response } from '@/lib/messages/protocol';
import type { Port } from '../app/port';

type WithoutRequest = Extract<
  MessageName,
  | 'backup.state'
  | 'trash.list'
  | 'leave.state'
  | 'recovery.findings'
  | 'vault.ways'
  | 'sites.list'
  | 'policy.read'
  | 'support.read'
>;

/** What the background answers to a question without parameters, asked again whenever something changed; `null` before. */
export function useAnswer<N extends WithoutRequest>(
  port: Pick<Port, 'ask' | 'onChange'>,
  name: N,
): Result<Response<N>> | null {
  const [answer, setAnswer] = useState<Result<Response<N>> | null>(null);
  useEffect(() => {
    let wanted = true;
    const read = (): void => {
      void port.ask(name, null as never).then((read) => {
        if (wanted) setAnswer(read);
      });
    };
    read();
    const stop = port.onChange(read);
    return () => {
      wanted = false;
      stop();
    };
  }, [port, name]);
  return answer;
}
