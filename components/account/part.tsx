import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

export interface PartProps {
  readonly title: string;
  /** How things stand, beside the title: what one would open the part to see. */
  readonly hint?: string | undefined;
  readonly open: boolean;
  /** A name for tests and for links to it. */
  readonly name: string;
  readonly children: ComponentChildren;
}

/** One subject of an account, folded until it is wanted. What it holds is made when it is first opened. */
export function Part({ title, hint, open, name, children }: PartProps) {
  const [opened, setOpened] = useState(open);
  return (
    <details
      class={`part part-${name}`}
      open={open}
      onToggle={(event) => event.currentTarget.open && setOpened(true)}
    >
      <summary>
        <h3>{title}</h3>
        {hint && <span class="part-hint">{hint}</span>}
      </summary>
      {opened && <div class="stack">{children}</div>}
    </details>
  );
}
