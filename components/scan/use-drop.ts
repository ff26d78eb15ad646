import { useEffect, useRef, useState } from 'preact/hooks';

/** Files dropped anywhere on the page, and whether some are held over it now. */
export function useDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    /** A drag enters and leaves every element it passes. */
    let depth = 0;
    const carries = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const on = {
      dragenter: (event: DragEvent) => {
        if (carries(event)) depth += 1;
        setOver(depth > 0);
      },
      dragleave: (event: DragEvent) => {
        if (carries(event)) depth = Math.max(0, depth - 1);
        setOver(depth > 0);
      },
      // Without this the browser would open the file in place of the page.
      dragover: (event: DragEvent) => event.preventDefault(),
      drop: (event: DragEvent) => {
        event.preventDefault();
        depth = 0;
        setOver(false);
        latest.current([...(event.dataTransfer?.files ?? [])]);
      },
    };
    const names = Object.keys(on) as (keyof typeof on)[];
    for (const name of names) document.addEventListener(name, on[name]);
    return () => {
      for (const name of names) document.removeEventListener(name, on[name]);
    };
  }, []);
  return over;
}
