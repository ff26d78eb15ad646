import type { Bytes } from '@/lib/crypto/bytes';

/** RFC 1952. */
export async function gzip(bytes: Bytes): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The bytes, or `null` when they are not gzip or grow beyond `limit`: a file may be made to fill the memory. */
export async function gunzip(bytes: Bytes, limit: number): Promise<Bytes | null> {
  const read = await inflate(bytes, 'gzip', limit);
  return read instanceof Uint8Array ? read : null;
}

/**
 * The bytes; `too-large` as soon as there are more than `limit`, `damaged` when they are not of this format, or stop short.
 *
 * @throws the reason of `signal` once it is aborted
 */
export async function inflate(
  bytes: Bytes,
  format: CompressionFormat,
  limit: number,
  signal?: AbortSignal,
): Promise<Bytes | 'too-large' | 'damaged'> {
  const chunks: Bytes[] = [];
  let length = 0;
  const reader = inSlices(bytes).pipeThrough(new DecompressionStream(format)).getReader();
  for (;;) {
    const next = await reader.read().catch(() => null);
    if (next === null) return 'damaged';
    if (next.done) break;
    length += next.value.length;
    if (length > limit || signal?.aborted) {
      await reader.cancel();
      signal?.throwIfAborted();
      return 'too-large';
    }
    chunks.push(next.value);
  }
  const out = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

/** Firefox unpacks whatever it is handed at once: a slice becomes a thousand times as much at the most. */
const sliceBytes = 16 * 1024;

function inSlices(bytes: Bytes): ReadableStream<Bytes> {
  let at = 0;
  return new ReadableStream<Bytes>(
    {
      pull(controller) {
        if (at >= bytes.length) return controller.close();
        controller.enqueue(bytes.subarray(at, at + sliceBytes));
        at += sliceBytes;
      },
    },
    { highWaterMark: 0 },
  );
}
