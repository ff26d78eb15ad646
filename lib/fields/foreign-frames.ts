/** Frames of other sites that a person sees in the page: no gesture reaches into them. Reads only. */
import type { Page } from './finder';

const most = 5;
/** A frame in which nobody could type a code. */
const leastWidth = 80;
const leastHeight = 24;

/** Their origins, each once, by the address the page gave them; a sandboxed one has none of its own. */
export function foreignFrames({ doc, visible }: Pick<Page, 'doc' | 'visible'>, ownOrigin: string): string[] {
  const origins = new Set<string>();
  for (const frame of doc.querySelectorAll('iframe')) {
    if (origins.size >= most) break;
    const address = frame.getAttribute('src');
    if (address === null || !URL.canParse(address, doc.baseURI)) continue;
    const { origin, protocol } = new URL(address, doc.baseURI);
    if (!/^https?:$/.test(protocol) || origin === ownOrigin) continue;
    if (frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin')) continue;
    const { width, height } = frame.getBoundingClientRect();
    if (width >= leastWidth && height >= leastHeight && visible(frame)) origins.add(origin);
  }
  return [...origins];
}
