import type { ComponentChildren } from 'preact';

/** A question that people ask, with its answer folded below it. */
export function Question({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <details class="question">
      <summary>
        <h3>{title}</h3>
      </summary>
      <div class="stack">{children}</div>
    </details>
  );
}
