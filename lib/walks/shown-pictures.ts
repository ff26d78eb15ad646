/**
 * Pictures that no script may read, from pictures of the tab. What is out of view is shown for as long as that takes: the page
 * stands as it stood before anything is decoded.
 */
import type { Result } from '@/lib/errors';
import { cutOut } from '@/lib/qr/cut-out';
import type { Pixels } from '@/lib/qr/pixels';
import type { WalkPorts } from './ports';

/** `still`: the tab as it stands. Ends early when the page is gone or the time is over. */
export async function* shownPictures(
  { pages, clock }: WalkPorts,
  tabId: number,
  { count, untilMs }: { readonly count: number; readonly untilMs: number },
  still: () => Promise<Result<Pixels>>,
): AsyncGenerator<Pixels> {
  for (let index = 0; index < count && clock.now() < untilMs; index++) {
    const shown = await pages.show(tabId, index);
    if (!shown.ok) return;
    const { moved, place } = shown.value ?? { moved: false, place: null };
    const picture = moved ? await pages.screenshot(tabId) : await still();
    if (moved) await pages.putBack(tabId);
    if (!picture.ok) return;
    yield place === null ? picture.value : cutOut(picture.value, place);
  }
}

/** Asks once. */
export function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
}
