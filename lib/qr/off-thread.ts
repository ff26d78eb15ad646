/**
 * Reading in a worker that is stopped at the deadline, whatever it is at: a reader cannot be interrupted from inside.
 * Pure: `spawn` makes the worker.
 */
import type { DecodeOptions, QrReading } from '@/lib/qr/decode';
import type { Planes } from '@/lib/qr/views';

export interface ReadOrder extends Pick<DecodeOptions, 'deadlineMs' | 'rungs' | 'everyCode'> {
  readonly planes: Planes;
}

/** Said after each rung; `last` ends the order. */
export interface ReadAnswer {
  readonly reading: QrReading;
  readonly last: boolean;
}

/** One worker, with one order at a time. */
export interface ReadingWorker {
  order(order: ReadOrder, transfer: Transferable[]): void;
  terminate(): void;
}

export interface WorkerListener {
  answered(answer: ReadAnswer): void;
  /** It could not start, or failed. */
  failed(): void;
}

export type SpawnWorker = (listener: WorkerListener) => ReadingWorker;

/** Takes the planes of the order away from the caller. Never rejects; at the deadline it answers what is known by then. */
export type ReadOffThread = (order: ReadOrder) => Promise<QrReading>;

/** A worker that has nothing to do is kept this long: a page has several pictures. */
const idleMs = 5000;
/** Before the deadline, for a worker that is able to end by itself. */
const graceMs = 150;

const nothing: QrReading = { codes: [], more: false, sawCode: false, gaveUp: true, tooLarge: false };

export function buffersOf({ onWhite, onBlack }: Planes): Transferable[] {
  return [onWhite, onBlack].filter((luma) => luma !== null).map(({ data }) => data.buffer);
}

interface Hand {
  readonly worker: ReadingWorker;
  /** Of the order it works on. */
  listener: WorkerListener | null;
}

export function createOffThread(spawn: SpawnWorker, now: () => number): ReadOffThread {
  let idle: { readonly hand: Hand; readonly timer: ReturnType<typeof setTimeout> } | null = null;

  function take(): Hand {
    if (idle === null) {
      const hand: Hand = {
        listener: null,
        worker: spawn({
          answered: (answer) => hand.listener?.answered(answer),
          failed: () => hand.listener?.failed(),
        }),
      };
      return hand;
    }
    const { hand, timer } = idle;
    clearTimeout(timer);
    idle = null;
    return hand;
  }

  function keep(hand: Hand): void {
    hand.listener = null;
    if (idle !== null) {
      hand.worker.terminate();
      return;
    }
    const end = (): void => {
      idle = null;
      hand.worker.terminate();
    };
    idle = { hand, timer: setTimeout(end, idleMs) };
  }

  return (order) =>
    new Promise((resolve) => {
      const hand = take();
      let known = nothing;
      const stop = (): void => {
        clearTimeout(timer);
        hand.worker.terminate();
        resolve(known);
      };
      const timer = setTimeout(stop, Math.max(0, order.deadlineMs - now()));
      hand.listener = {
        failed: stop,
        answered({ reading, last }) {
          known = reading;
          if (!last) return;
          clearTimeout(timer);
          keep(hand);
          resolve(reading);
        },
      };
      hand.worker.order({ ...order, deadlineMs: order.deadlineMs - graceMs }, buffersOf(order.planes));
    });
}
