import { useRef, useState } from 'preact/hooks';
import type { Failure } from '@/lib/errors';
import { addPart, assembled, readSeriesPart, type SeriesSoFar } from '@/lib/transfer/series';

/** What the last QR codes were. `strange`: no part of any series. */
export type Heard = 'nothing' | 'strange' | 'other' | 'known' | 'new';

export interface Gathering {
  readonly soFar: SeriesSoFar | null;
  readonly heard: Heard | null;
  readonly problem: Failure | null;
  /** Once it is; still closed. */
  readonly whole: Uint8Array<ArrayBuffer> | null;
}

const nothing: Gathering = { soFar: null, heard: null, problem: null, whole: null };
const weight: Readonly<Record<Heard, number>> = { nothing: 0, strange: 1, other: 2, known: 3, new: 4 };

/** Gathers the parts of a series as they are seen, in any order. `take` answers whether more are wanted. */
export function useSeries() {
  const [gathering, setGathering] = useState<Gathering>(nothing);
  // A camera sees the next part before the page was drawn again.
  const latest = useRef(nothing);
  const set = (next: Gathering): void => {
    latest.current = next;
    setGathering(next);
  };
  const take = (texts: readonly string[]): boolean => {
    let { soFar } = latest.current;
    let heard: Heard = 'nothing';
    for (const text of texts) {
      const part = readSeriesPart(text);
      const added = part && addPart(soFar, part);
      const kind = added?.kind ?? 'strange';
      if (added && added.kind !== 'other') soFar = added.soFar;
      if (weight[kind] > weight[heard]) heard = kind;
    }
    const whole = soFar && assembled(soFar);
    if (whole === 'damaged') {
      set({ ...nothing, problem: { code: 'series-damaged' } });
      return false;
    }
    set({ ...latest.current, soFar, heard, problem: null });
    if (whole === null) return true;
    set({ ...latest.current, whole });
    return false;
  };
  return { gathering, take, begin: () => set(nothing) };
}
