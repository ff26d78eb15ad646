/**
 * Reads QR codes away from whoever asks: in a worker (entrypoints/qr-worker), or, from Chromium's service worker, which may
 * have none, by way of the offscreen document.
 */
import { browser } from 'wxt/browser';
import type { QrReading } from '@/lib/qr/decode';
import { buffersOf, createOffThread } from '@/lib/qr/off-thread';
import type { ReadAnswer, ReadOffThread, ReadOrder } from '@/lib/qr/off-thread';
import { offscreenPage, withOffscreen } from './offscreen';

const workerScript = '/qr-worker.js';
const orderName = 'qr-order';

interface OrderMessage {
  readonly name: typeof orderName;
  readonly order: ReadOrder;
}

/** What is used of a service worker's global. */
interface ServiceWorkerScope {
  readonly clients: {
    matchAll(options: { includeUncontrolled: boolean }): Promise<readonly ServiceWorkerClient[]>;
  };
}
interface ServiceWorkerClient {
  readonly url: string;
  postMessage(message: OrderMessage, transfer: Transferable[]): void;
}

const readHere = createOffThread(
  (listener) => {
    const worker = new Worker(workerScript);
    worker.addEventListener('message', ({ data }: MessageEvent<ReadAnswer>) => listener.answered(data));
    worker.addEventListener('error', () => listener.failed());
    return {
      order: (order, transfer) => worker.postMessage(order, transfer),
      terminate: () => worker.terminate(),
    };
  },
  () => Date.now(),
);

export const readOffThread: ReadOffThread = (order) =>
  typeof Worker === 'function' ? readHere(order) : withOffscreen(() => readOffscreen(order));

/** In the offscreen document. */
export function readForBackground(): void {
  navigator.serviceWorker.addEventListener('message', ({ data, ports: [port] }: MessageEvent<unknown>) => {
    const message = data as OrderMessage | null;
    if (message?.name !== orderName) return;
    void readHere(message.order).then((reading) => port?.postMessage(reading, []));
  });
  navigator.serviceWorker.startMessages();
}

/** The document keeps the deadline; a document that does not answer is given up a second after it. */
const lateMs = 1000;

async function readOffscreen(order: ReadOrder): Promise<QrReading> {
  const scope = self as unknown as ServiceWorkerScope;
  const clients = await scope.clients.matchAll({ includeUncontrolled: true });
  const client = clients.find(({ url }) => url === new URL(offscreenPage, browser.runtime.getURL('/')).href);
  if (!client) throw new TypeError('the offscreen document expected among the clients');
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const end = (reading: QrReading): void => {
      clearTimeout(timer);
      port1.close();
      resolve(reading);
    };
    const timer = setTimeout(
      () => end({ codes: [], more: false, sawCode: false, gaveUp: true, tooLarge: false }),
      order.deadlineMs + lateMs - Date.now(),
    );
    port1.addEventListener('message', ({ data }: MessageEvent<QrReading>) => end(data));
    port1.start();
    client.postMessage({ name: orderName, order }, [port2, ...buffersOf(order.planes)]);
  });
}
