/** The bytes of a file that ends with many of one byte. Takes no memory for those. */
export interface PaddedBytes {
  readonly head: Uint8Array;
  /** The byte that follows the head, again and again. */
  readonly fill: number;
}

const CHUNK_BYTES = 64 * 1024;

/** Copies bytes into a target. @param at position of the first of them in the file */
export function copyPadded({ head, fill }: PaddedBytes, target: Uint8Array, at: number): void {
  const part = head.subarray(at, at + target.length);
  target.set(part);
  target.fill(fill, part.length);
}

/** A part of a padded file as a stream. @param end inclusive */
export function paddedStream(bytes: PaddedBytes, start: number, end: number): ReadableStream<Uint8Array> {
  let at = start;
  return new ReadableStream({
    pull: (controller) => {
      if (at > end) {
        controller.close();
        return;
      }
      const chunk = new Uint8Array(Math.min(CHUNK_BYTES, end - at + 1));
      copyPadded(bytes, chunk, at);
      at += chunk.length;
      controller.enqueue(chunk);
    },
  });
}
