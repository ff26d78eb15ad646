import { failure } from '@/lib/errors';
import { type ReadTools, importLimits } from '@/lib/transfer/file-format';
import { readGiven } from '@/lib/transfer/read-given';
import type { FromReader, ToReader } from '@/lib/transfer/reading-messages';

/** What is used of a dedicated worker's global; it has no `browser`. */
interface WorkerScope {
  addEventListener(type: 'message', listen: (event: MessageEvent<ToReader>) => void): void;
  postMessage(message: FromReader, transfer: Transferable[]): void;
}

/** Between two words about how far it is. */
const quietMs = 100;

const scope = self as unknown as WorkerScope;
const say = (message: FromReader) => scope.postMessage(message, []);
const pictures: ((texts: readonly string[]) => void)[] = [];
let saidAtMs = 0;

const tools: Omit<ReadTools, 'nowMs'> = {
  // The page ends the worker.
  signal: new AbortController().signal,
  limits: importLimits,
  progress: (done, total) => {
    const nowMs = performance.now();
    if (nowMs - saidAtMs < quietMs) return;
    saidAtMs = nowMs;
    say({ kind: 'progress', share: total === 0 ? 0 : done / total });
  },
  readQr: (picture) =>
    new Promise((resolve) => {
      pictures.push(resolve);
      say({ kind: 'qr', picture });
    }),
};

scope.addEventListener('message', ({ data }) => {
  if (data.kind === 'qr-texts') {
    pictures.shift()?.(data.texts);
    return;
  }
  const { name, bytes, answers, nowMs } = data;
  void readGiven(name, bytes, answers, { ...tools, nowMs })
    // A programming error: its words may quote the file.
    .catch(() => ({ kind: 'failed', format: '', failure: failure('file-malformed') }) as const)
    .then((answer) => say({ kind: 'answer', answer }));
});
