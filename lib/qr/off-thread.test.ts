import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { QrReading } from '@/lib/qr/decode';
import { createOffThread } from '@/lib/qr/off-thread';
import type { ReadAnswer, ReadingWorker, ReadOrder, WorkerListener } from '@/lib/qr/off-thread';

const planes = { onWhite: { width: 1, height: 1, data: new Uint8Array(1) }, onBlack: null };
const nothing: QrReading = { codes: [], more: false, sawCode: false, gaveUp: true, tooLarge: false };
const found: QrReading = { ...nothing, codes: [{ text: 'text', corners: null }], gaveUp: false };

class FakeWorker implements ReadingWorker {
  readonly orders: ReadOrder[] = [];
  ended = false;
  constructor(private readonly listener: WorkerListener) {}
  order(order: ReadOrder): void {
    this.orders.push(order);
  }
  terminate(): void {
    this.ended = true;
  }
  says(answer: ReadAnswer): void {
    this.listener.answered(answer);
  }
  fails(): void {
    this.listener.failed();
  }
}

describe('reading off the thread', () => {
  beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => vi.useRealTimers());

  function house() {
    const workers: FakeWorker[] = [];
    const spawn = (listener: WorkerListener) => {
      const worker = new FakeWorker(listener);
      workers.push(worker);
      return worker;
    };
    return { workers, read: createOffThread(spawn, () => Date.now()) };
  }
  const inThreeSeconds = () => ({ planes, deadlineMs: Date.now() + 3000 });

  it('answers what the worker read', async () => {
    const { workers, read } = house();
    const reading = read(inThreeSeconds());
    workers[0]!.says({ reading: found, last: true });
    expect(await reading).toEqual(found);
    expect(workers[0]!.ended).toBe(false);
  });

  it('stops a worker that is still at it at the deadline, and not before', async () => {
    const { workers, read } = house();
    const reading = read(inThreeSeconds());
    await vi.advanceTimersByTimeAsync(2999);
    expect(workers[0]!.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(workers[0]!.ended).toBe(true);
    expect(await reading).toEqual(nothing);
  });

  it('keeps what the worker knew when it was stopped', async () => {
    const { workers, read } = house();
    const reading = read(inThreeSeconds());
    workers[0]!.says({ reading: { ...nothing, sawCode: true }, last: false });
    await vi.advanceTimersByTimeAsync(3000);
    expect(await reading).toEqual({ ...nothing, sawCode: true });
  });

  it('gives the worker a deadline of its own, a little before', () => {
    const { workers, read } = house();
    const order = inThreeSeconds();
    void read(order);
    const [given] = workers[0]!.orders;
    expect(given!.deadlineMs).toBeGreaterThan(order.deadlineMs - 300);
    expect(given!.deadlineMs).toBeLessThan(order.deadlineMs);
  });

  it('answers when the worker cannot start', async () => {
    const { workers, read } = house();
    const reading = read(inThreeSeconds());
    workers[0]!.fails();
    expect(await reading).toEqual(nothing);
    expect(workers[0]!.ended).toBe(true);
  });

  it('uses a worker again, and ends it when it has had nothing to do for a while', async () => {
    const { workers, read } = house();
    for (const _ of [1, 2]) {
      const reading = read(inThreeSeconds());
      workers[0]!.says({ reading: found, last: true });
      await reading;
    }
    expect(workers.length).toBe(1);
    await vi.advanceTimersByTimeAsync(3000);
    expect(workers[0]!.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(3000);
    expect(workers[0]!.ended).toBe(true);
    void read(inThreeSeconds());
    expect(workers.length).toBe(2);
  });

  it('gives two readings at a time a worker each, so that the deadline of one ends no other', async () => {
    const { workers, read } = house();
    const early = read({ planes, deadlineMs: Date.now() + 100 });
    const late = read(inThreeSeconds());
    await vi.advanceTimersByTimeAsync(100);
    expect(await early).toEqual(nothing);
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
    workers[1]!.says({ reading: found, last: true });
    expect(await late).toEqual(found);
  });
});
