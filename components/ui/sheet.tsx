import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import './sheet.css';

export interface SheetProps {
  /** Its name, where no heading in it says it. */
  readonly label: string;
  readonly class?: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/**
 * Over everything else, until it is answered or left by Escape or a click beside it. The browser keeps the focus in it, and
 * gives it back to what had it before.
 */
export function Sheet({ label, class: name = '', onClose, children }: SheetProps) {
  const box = useRef<HTMLDialogElement>(null);
  const latest = useRef(onClose);
  latest.current = onClose;
  useLayoutEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    dialog.showModal();
    // A popup is as high as what is in it, and this is over it.
    document.body.classList.add('tall');
    return () => {
      document.body.classList.remove('tall');
      dialog.close();
    };
  }, []);
  return (
    <dialog
      ref={box}
      class={`over ${name}`}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        latest.current();
      }}
      onClick={(event) => {
        if (event.target === box.current) latest.current();
      }}
      onKeyDown={(event) => {
        // What is under it does not hear keys that are meant for this; a popup would close by Escape.
        if (event.key !== 'Tab') event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        latest.current();
      }}
    >
      <div class="over-body">{children}</div>
    </dialog>
  );
}
