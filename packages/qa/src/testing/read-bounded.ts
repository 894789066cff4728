/** How much of a body is kept to be looked at, in bytes: as much as the contract reads. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/**
 * The bytes of a stream; undefined where there are more than `limit`, or it breaks off, or `ended` comes first. The
 * rest is not read then.
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
    return isEnded ? undefined : joined(chunks, size);
  } catch {
    return undefined;
  } finally {
    cancel(reader);
  }
}

/** One branch of a stream that was split waits for the other one to be cancelled too: nobody waits for it here. */
function cancel(reader: ReadableStreamDefaultReader<Uint8Array>): void {
  reader.cancel().catch(() => undefined);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
