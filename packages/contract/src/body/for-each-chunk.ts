/**
 * Reads a stream to its end. The stream gets each chunk back as the argument of `next`, so that it can free or reuse its
 * memory: `use` must copy what it keeps.
 *
 * @throws what the stream throws
 */
export async function forEachChunk(
  body: AsyncIterable<Uint8Array>,
  use: (chunk: Uint8Array) => void,
): Promise<void> {
  const chunks = body[Symbol.asyncIterator]();
  let used: Uint8Array | undefined;
  const take = ({ done, value }: IteratorResult<Uint8Array>): boolean => {
    if (done === true) return false;
    use(value);
    used = value;
    return true;
  };
  // `for await` would keep each chunk in memory until the next one arrives
  while (await chunks.next(used).then(take));
}
