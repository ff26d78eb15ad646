import { useEffect, useRef, useState } from 'preact/hooks';

const shownMs = 30_000;

/**
 * Where codes are shown only when they are asked for: the accounts whose code is shown now, each for half a minute. `null`
 * where all are shown. `reveal` shows one or hides it again, and answers whether it is shown.
 */
export function useRevealed(onDemand: boolean) {
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  useEffect(() => () => timers.current.forEach((timer) => clearTimeout(timer)), []);
  const hide = (id: string): void => {
    clearTimeout(timers.current.get(id));
    setShown((before) => new Set([...before].filter((other) => other !== id)));
  };
  const reveal = (id: string): boolean => {
    if (!onDemand || shown.has(id)) {
      hide(id);
      return false;
    }
    timers.current.set(
      id,
      setTimeout(() => hide(id), shownMs),
    );
    setShown((before) => new Set([...before, id]));
    return true;
  };
  return { revealed: onDemand ? shown : null, reveal };
}
