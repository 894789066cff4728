import { InputError } from "./errors.js";
import type { FileSource } from "./file-source.js";
import { forwards, type Part, replayable } from "./part.js";
import type { Upload } from "./transmit.js";
import { sendByXhr, XMLHttpRequest } from "./xhr.js";

/**
 * An upload as a browser does it best: a FormData, which it reads from the disk as it sends it. Only an
 * XMLHttpRequest tells how far that is, so that progress by a `fetch` is an InputError.
 */
export function formUpload(parts: readonly Part[]): Upload {
  let tell: ReturnType<typeof forwards> | undefined;
  return {
    again: replayable(parts),
    async send(request, fetch, onProgress) {
      if (!onProgress)
        return (fetch ?? globalThis.fetch)(request.url, { ...request, body: await form(parts) });
      if (fetch || !XMLHttpRequest) throw new InputError("onProgress", "needs XMLHttpRequest, not a fetch");
      tell ??= forwards(onProgress);
      return sendByXhr(XMLHttpRequest, request, await form(parts), tell);
    },
  };
}

async function form(parts: readonly Part[]): Promise<FormData> {
  const form = new FormData();
  for (const [name, value] of parts) {
    if (typeof value === "string") form.append(name, value);
    else form.append(name, await blobOf(value), value.filename);
  }
  return form;
}

async function blobOf(source: FileSource): Promise<Blob> {
  const opened = source.open();
  const known = opened instanceof Blob || ArrayBuffer.isView(opened);
  return new Blob([known ? opened : await new Response(opened as unknown as ReadableStream).blob()], source);
}
