import { useEffect, useState } from 'preact/hooks';
import type { Failure, Result } from '@/lib/errors';
import type { CodePreview, HandFields } from '@/lib/messages/scan-protocol';

/** A person types on; a code is made once they pause. */
const pauseMs = 250;

/**
 * The code of what is typed, asked after each pause and again when it expires; `null` for the fields: there is nothing to
 * ask for yet.
 */
export function usePreview<P extends CodePreview>(
  look: (fields: HandFields) => Promise<Result<P>>,
  fields: HandFields | null,
): P | { readonly failure: Failure } | null {
  const [preview, setPreview] = useState<P | { readonly failure: Failure } | null>(null);
  const [round, setRound] = useState(0);
  const asking = fields === null ? null : JSON.stringify(fields);
  useEffect(() => {
    if (asking === null) {
      setPreview(null);
      return undefined;
    }
    let wanted = true;
    let again: ReturnType<typeof setTimeout> | undefined;
    const timer = setTimeout(async () => {
      const answer = await look(JSON.parse(asking) as HandFields);
      if (!wanted) return;
      setPreview(answer.ok ? answer.value : { failure: answer.failure });
      if (answer.ok && answer.value.expiresAtMs !== null)
        again = setTimeout(
          () => setRound((count) => count + 1),
          Math.max(0, answer.value.expiresAtMs - Date.now()),
        );
    }, pauseMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
      clearTimeout(again);
    };
  }, [asking, round]);
  return preview;
}
