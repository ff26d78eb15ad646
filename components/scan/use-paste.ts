import { useEffect, useRef } from 'preact/hooks';

export interface Pasted {
  readonly pictures: readonly File[];
  readonly text: string;
  /** In a field that takes text for itself. */
  readonly inField: boolean;
}

/**
 * Ctrl+V anywhere on the page. A picture is taken from every place; a text is left to the field it is pasted in, except
 * the one that is there for nothing else. Answers whether it was taken.
 */
export function usePaste(onPaste: (pasted: Pasted) => boolean): void {
  const latest = useRef(onPaste);
  latest.current = onPaste;
  useEffect(() => {
    const heard = (event: ClipboardEvent): void => {
      const data = event.clipboardData;
      const field = (event.target as Element | null)?.closest('input, textarea');
      const pictures = [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
      const pasted = {
        pictures,
        text: data?.getData('text/plain') ?? '',
        inField: field != null && !field.classList.contains('paste-field'),
      };
      if (latest.current(pasted)) event.preventDefault();
    };
    document.addEventListener('paste', heard);
    return () => document.removeEventListener('paste', heard);
  }, []);
}
