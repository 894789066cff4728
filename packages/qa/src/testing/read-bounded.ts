/** Longest body that is kept for checking, in bytes: as much as the contract reads. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/**
 * Reads a stream into memory. Returns undefined, and reads no further, if it is longer than `limit`, breaks off, or
 * `ended` resolves first.
 */
export async function readBounded(
  stream: ReadableStream<Uint8Array>,
  { limit = MAX_BODY_BYTES, ended }: { readonly limit?: number; readonly ended?: Promise<void> } = {},
): Promise<Uint8Array | undefined> {
  const reader = stream.getReader();
  let isEnded = false;
  ended?.then(() => {
    isEnded = true;
    cancel(reader);
  });
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.byteLength;
      if (size > limit) return undefined;
      chunks.push(next.value);
    }
    return isEnded ? undefined : concat(chunks, size);
  } catch {
    return undefined;
  } finally {
    cancel(reader);
  }
}

/** Does not wait: the cancellation of one branch of a teed stream resolves only once the other is cancelled too. */
function cancel(reader: ReadableStreamDefaultReader<Uint8Array>): void {
  reader.cancel().catch(() => undefined);
}

function concat(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
