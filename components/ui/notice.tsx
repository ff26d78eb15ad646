import type { ComponentChildren } from 'preact';
import { Icon } from './icon';

export type Tone = 'plain' | 'good' | 'careful' | 'bad';

/** A sentence that asks to be read; `bad` is said at once by screen readers. */
export function Notice({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return (
    <div class={`notice ${tone}`} {...(tone === 'bad' ? { role: 'alert' } : {})}>
      {tone !== 'plain' && <Icon name={tone === 'good' ? 'check' : 'warning'} />}
      <div class="notice-text">{children}</div>
    </div>
  );
}
