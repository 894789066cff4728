/** A stream that is handed on, and what a second reader sees of it. */
export interface StreamTee {
  /** What the first reader gets: the chunks of the source, unchanged. */
  readonly forwarded: ReadableStream<Uint8Array>;
  /** What the second reader gets. Fails where the first one stopped before the end. */
  readonly observed: AsyncIterable<Uint8Array>;
  /** No chunk waits for the second reader any more. */
  release(): void;
  /** Nothing more will pass: what has not come by now is missing. */
  settle(): void;
}

/**
 * Shows a stream to a second reader without keeping it: a chunk is read from the source once the second reader has
 * taken the one before.
 *
 * @param length how many bytes are announced; null where nobody says
 */
export function teeStream(source: ReadableStream<Uint8Array>, length: number | null): StreamTee {
  const reader = source.getReader();
  const aside = new TransformStream<Uint8Array, Uint8Array>();
  const writer = aside.writable.getWriter();
  // a second reader that stops is no fault of the stream
  writer.closed.catch(() => undefined);
  const abort = () => void writer.abort(new Error("the body broke off")).catch(() => undefined);
  const close = () => void writer.close().catch(() => undefined);
  let size = 0;
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const show = (chunk: Uint8Array) =>
    Promise.race([writer.write(chunk.slice()).catch(() => undefined), released]);

  const passed = new ReadableStream<Uint8Array>(
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
        await show(next.value);
      },
      async cancel(reason) {
        abort();
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  // the last chunk may have been sent before its reader asks whether there are more
  const settle = () => (size === length ? close() : abort());
  return { forwarded: passed, observed: chunksOf(aside.readable), release, settle };
}

/** The chunks of a stream; not every browser can iterate over one. */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

/** A stream of any realm: test runners have globals of their own. */
export function isStream(body: unknown): body is ReadableStream<Uint8Array> {
  return typeof (body as Partial<ReadableStream> | null | undefined)?.getReader === "function";
}
