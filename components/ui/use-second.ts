import { useEffect, useRef } from 'preact/hooks';

/**
 * Calls `onSecond` on mount and then at each whole second, with Unix ms: one timer for everything a view shows, asleep
 * while the page is hidden. When it answers a number it is called again only after so many seconds.
 */
export function useSecond(onSecond: (nowMs: number) => number | void): void {
  const latest = useRef(onSecond);
  latest.current = onSecond;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = (): void => {
      const nowMs = Date.now();
      const seconds = latest.current(nowMs) ?? 1;
      timer = setTimeout(tick, seconds * 1000 - (nowMs % 1000));
    };
    const wake = (): void => {
      clearTimeout(timer);
      if (!document.hidden) tick();
    };
    wake();
    document.addEventListener('visibilitychange', wake);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', wake);
    };
  }, []);
}
