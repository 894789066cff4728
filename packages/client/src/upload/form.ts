import { InputError } from "../errors.js";
import { type FileSource, isReplayable, type Part, type Upload } from "./body.js";
import { onlyForward } from "./progress.js";
import { sendByXhr, XMLHttpRequest } from "./xhr.js";

/**
 * Creates an upload for browsers: a FormData, which the browser reads from disk while it sends it. Only an
 * XMLHttpRequest reports progress, so that `onProgress` with a `fetch` is an InputError.
 */
export function formUpload(parts: readonly Part[]): Upload {
  let report: ReturnType<typeof onlyForward> | undefined;
  return {
    replayable: isReplayable(parts),
    async send(request, fetch, onProgress) {
      if (!onProgress)
        return (fetch ?? globalThis.fetch)(request.url, { ...request, body: await createForm(parts) });
      if (fetch || !XMLHttpRequest) throw new InputError("onProgress", "needs XMLHttpRequest, not a fetch");
      report ??= onlyForward(onProgress);
      return sendByXhr(XMLHttpRequest, request, await createForm(parts), report);
    },
  };
}

async function createForm(parts: readonly Part[]): Promise<FormData> {
  const form = new FormData();
  for (const [name, value] of parts) {
    if (typeof value === "string") form.append(name, value);
    else form.append(name, await toBlob(value), value.filename);
  }
  return form;
}

async function toBlob(source: FileSource): Promise<Blob> {
  const content = source.open();
  const inMemory = content instanceof Blob || ArrayBuffer.isView(content);
  const blob = inMemory ? content : await new Response(content as unknown as ReadableStream).blob();
  return new Blob([blob], source);
}
