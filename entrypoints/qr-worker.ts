import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { decodePlanes } from '@/lib/qr/decode';
import type { ReadAnswer, ReadOrder } from '@/lib/qr/off-thread';
import { readWithJsqr } from '@/lib/qr/second-reader';
import { createZxingReader } from '@/lib/qr/zxing-reader';

/** What is used of a dedicated worker's global; it has no `browser`. */
interface WorkerScope {
  addEventListener(type: 'message', listen: (event: MessageEvent<ReadOrder>) => void): void;
  postMessage(answer: ReadAnswer, transfer: Transferable[]): void;
}

/** The heavy readers, in a worker that lib/qr/off-thread stops at the deadline. */
export default defineUnlistedScript(() => {
  const scope = self as unknown as WorkerScope;
  const zxing = createZxingReader(async () => (await fetch('/zxing-reader.wasm')).arrayBuffer());

  const say = (answer: ReadAnswer) => scope.postMessage(answer, []);

  async function read({ planes, ...order }: ReadOrder): Promise<void> {
    const options = { ...order, now: () => Date.now(), zxing, jsqr: readWithJsqr };
    const progress = (reading: ReadAnswer['reading']) => say({ reading, last: false });
    say({ reading: await decodePlanes(planes, options, progress), last: true });
  }
  scope.addEventListener('message', ({ data }) => void read(data));
});
