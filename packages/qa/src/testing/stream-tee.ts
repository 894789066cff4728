/** A stream that is forwarded, and a copy of it for a second reader. */
export interface StreamTee {
  /** For the first reader: the chunks of the source, unchanged. */
  readonly forwarded: ReadableStream<Uint8Array>;
  /** For the second reader. Fails if the first one stops before the end. */
  readonly observed: AsyncIterable<Uint8Array>;
  /** From now on, no chunk waits for the second reader. */
  stopObserving(): void;
  /** Nothing more is forwarded: chunks that have not passed by now are missing. */
  settle(): void;
}

/**
 * Copies a stream for a second reader without buffering it: the next chunk is read from the source once the second
 * reader has taken the previous one.
 *
 * @param length the announced number of bytes; null if none is announced
 */
export function teeStream(source: ReadableStream<Uint8Array>, length: number | null): StreamTee {
  const reader = source.getReader();
  const copy = new TransformStream<Uint8Array, Uint8Array>();
  const writer = copy.writable.getWriter();
  // A second reader that stops reading is no fault of the stream.
  writer.closed.catch(() => undefined);
  const abort = () => void writer.abort(new Error("the body broke off")).catch(() => undefined);
  const close = () => void writer.close().catch(() => undefined);
  let size = 0;
  let stopObserving: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    stopObserving = resolve;
  });
  const observe = (chunk: Uint8Array) =>
    Promise.race([writer.write(chunk.slice()).catch(() => undefined), stopped]);

  const forwarded = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await reader.read().catch((error) => {
          abort();
          throw error;
        });
        if (next.done) {
          close();
          controller.close();
          return;
        }
        size += next.value.byteLength;
        controller.enqueue(next.value);
        await observe(next.value);
      },
      async cancel(reason) {
        abort();
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  // The last chunk may have been sent before its reader asks for another one.
  const settle = () => (size === length ? close() : abort());
  return { forwarded, observed: chunksOf(copy.readable), stopObserving, settle };
}

/** Iterates over the chunks of a stream, which not every browser supports. */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

/** Recognises a stream of any realm: test runners have globals of their own. */
export function isStream(body: unknown): body is ReadableStream<Uint8Array> {
  return typeof (body as Partial<ReadableStream> | null | undefined)?.getReader === "function";
}
