// @ts-nocheck: it is run with the client as installed
// Does once what an app does, from each kind of source, and reports how each ended.
import { createClient, InputError } from "@ittybit/client";

const ID = "vJ3kq9ZtWm2d";

/**
 * @param base URL of a mock
 * @param image bytes of a PNG, in base64
 * @param path of a file with the same bytes, or null where there is no file system
 * @param openStream opens a Node stream of the file; left out where there are none
 */
export async function runCases({ base, image, path, openStream }) {
  const { media } = createClient({ apiKey: "key", baseUrl: base, retry: 0 });
  const bytes = Uint8Array.from(atob(image), (letter) => letter.charCodeAt(0));
  const create = (file) => async () => {
    const { data, error } = await media.create({ file: file() });
    if (error || data.filesize !== bytes.length) throw error ?? new Error(`${data.filesize} bytes arrived`);
  };
  const named = (stream) => ({ stream, filename: "a.png" });
  async function* generate() {
    yield bytes;
  }
  return {
    list: await outcome(() => media.list({ limit: 3 }).orThrow()),
    get: await outcome(() => media.get(ID, { signal: new AbortController().signal }).orThrow()),
    path: await outcome(
      create(() => ({ path: path ?? "/a.png" })),
      path === null,
    ),
    File: await outcome(create(() => new File([bytes], "a.png", { type: "image/png" }))),
    Blob: await outcome(create(() => named(new Blob([bytes])))),
    bytes: await outcome(create(() => named(bytes))),
    ArrayBuffer: await outcome(create(() => named(bytes.buffer))),
    "web stream": await outcome(create(() => named(new Response(bytes).body))),
    "Node stream": openStream ? await outcome(create(() => openStream(path))) : "none",
    generator: await outcome(create(() => named(generate()))),
    function: await outcome(create(() => named(generate))),
    update: await outcome(() => media.update(ID, { title: "Harbour at dawn" }).orThrow()),
    wait: await outcome(() => media.wait(ID, { interval: 1 }).orThrow()),
  };
}

/** `yes`, or `refused` where an InputError is what the documentation promises; else why it failed. */
export async function outcome(act, mayRefuse = false) {
  try {
    await act();
    return "yes";
  } catch (error) {
    return mayRefuse && error instanceof InputError ? "refused" : `failed: ${error}`;
  }
}
