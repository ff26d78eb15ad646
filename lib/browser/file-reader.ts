/**
 * Foreign files read in a worker of the import page (entrypoints/import/reading-worker), one worker a file: it is ended with
 * its answer, and so is its memory. Pictures that the worker meets come back here, where the worker of QR codes is.
 */
import { failure } from '@/lib/errors';
import { importLimits } from '@/lib/transfer/file-format';
import type { FileAnswer } from '@/lib/transfer/read-given';
import type { FromReader, ReadingOrder, ToReader } from '@/lib/transfer/reading-messages';
import { readPictureFile } from './scan-pictures';

/** `null`: it was stopped. */
export async function readInWorker(
  spawn: () => Worker,
  { name, content, answers, signal, progress }: ReadingOrder,
): Promise<FileAnswer | null> {
  if (content.size > importLimits.fileBytes)
    return { kind: 'failed', format: '', failure: failure('file-too-large') };
  const bytes = await bytesOf(content);
  if (bytes === null) return { kind: 'failed', format: '', failure: failure('file-malformed') };
  if (signal.aborted) return null;
  const worker = spawn();
  const say = (message: ToReader, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  return new Promise((resolve) => {
    const end = (answer: FileAnswer | null): void => {
      worker.terminate();
      resolve(answer);
    };
    signal.addEventListener('abort', () => end(null));
    worker.addEventListener('error', () =>
      end({ kind: 'failed', format: '', failure: failure('file-malformed') }),
    );
    worker.addEventListener('message', ({ data }: MessageEvent<FromReader>) => {
      if (data.kind === 'progress') progress(data.share);
      else if (data.kind === 'answer') end(data.answer);
      else void textsIn(data.picture).then((texts) => say({ kind: 'qr-texts', texts }));
    });
    say({ kind: 'read', name, bytes, answers, nowMs: Date.now() }, [bytes.buffer]);
  });
}

/** A file can go between the choice and the reading. */
async function bytesOf(content: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await content.arrayBuffer());
  } catch {
    return null;
  }
}

async function textsIn(picture: Uint8Array<ArrayBuffer>): Promise<readonly string[]> {
  const read = await readPictureFile(new Blob([picture]));
  return read.ok ? [...new Set(read.value.codes.map(({ text }) => text))] : [];
}
