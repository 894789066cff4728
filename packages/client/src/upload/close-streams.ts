/** What the streams of Node and of the web, and generators, say of themselves, and how they are closed. */
export interface AnyStream {
  readonly path?: string | Uint8Array;
  readonly destroyed?: boolean;
  readonly readableDidRead?: boolean;
  readonly errored?: unknown;
  readonly locked?: boolean;
  on?(event: "error", listener: () => void): void;
  destroy?(): unknown;
  cancel?(): unknown;
  return?(): unknown;
}

/**
 * Closes the streams among the values of a body, in whatever way the call ended. What was made from them is closed
 * with its request.
 */
export function closeStreams(body: object): void {
  for (const value of Object.values(body)) {
    const { stream = value } = Object(value);
    // A locked stream is closed by the reader that holds it.
    if (!stream?.locked) close(Object(stream)).catch(() => {});
  }
}

async function close(stream: AnyStream): Promise<void> {
  stream.on?.("error", () => {});
  await (stream.destroy ?? stream.cancel ?? stream.return)?.call(stream);
}
