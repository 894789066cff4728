import { createInterface } from "node:readline";
import type { Entry, ZipFile } from "yauzl";

/** Largest recorded body that is read, in bytes. Larger ones count as not recorded. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;

type Json = Record<string, unknown>;

/**
 * Writes the network of a Playwright trace (1.65, `trace.zip`) as a HAR file. The trace has the entries of one, and each body
 * in a file of its own.
 *
 * @param file path of the archive
 * @throws Error for an archive that is not a trace
 */
export async function* traceAsHar(file: string): AsyncGenerator<Uint8Array> {
  const { openPromise } = await import("yauzl");
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false });
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    const networks = [...entries].filter(([name]) => name.endsWith(".network"));
    if (networks.length === 0) throw new Error("it is a zip archive, but not a Playwright trace");
    yield Buffer.from('{"log":{"version":"1.2","entries":[');
    let separator = "";
    for (const [, network] of networks) {
      const lines = createInterface({ input: await zip.openReadStreamPromise(network) });
      for await (const line of lines) {
        const entry = await withBodies(snapshotIn(line), zip, entries);
        if (entry === null) continue;
        yield Buffer.from(`${separator}${JSON.stringify(entry)}`);
        separator = ",\n";
      }
    }
    yield Buffer.from("]}}");
  } finally {
    zip.close();
  }
}

/** The HAR entry in a line of a trace; null for other lines. */
function snapshotIn(line: string): Json | null {
  if (line === "") return null;
  const { type, snapshot } = JSON.parse(line) as Json;
  return type === "resource-snapshot" ? (snapshot as Json) : null;
}

/** Puts the bodies of a HAR entry into it. */
async function withBodies(
  entry: Json | null,
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
): Promise<Json | null> {
  if (entry === null) return null;
  const { request, response } = entry as Record<"request" | "response", Json>;
  const read = (of: unknown) => readBody(fileOf(of), zip, entries);
  const [sent, received] = [await read(request?.postData), await read(response?.content)];
  return {
    ...entry,
    request: sent ? { ...request, postData: { ...(request.postData as Json), ...sent } } : request,
    response: received ? { ...response, content: { ...(response.content as Json), ...received } } : response,
  };
}

/** The file of a body: a path, or in older versions of Playwright a digest. */
function fileOf(body: unknown): string | null {
  const { _file, _sha1 } = (body ?? {}) as Json;
  if (typeof _file === "string") return _file;
  return typeof _sha1 === "string" ? `resources/${_sha1}` : null;
}

async function readBody(
  file: string | null,
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
): Promise<Json | null> {
  const entry = file === null ? undefined : entries.get(file);
  if (entry === undefined || entry.uncompressedSize > MAX_BODY_BYTES) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array);
  return { text: Buffer.concat(chunks).toString("base64"), encoding: "base64" };
}
