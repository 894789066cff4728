import { InputError } from "../errors.js";
import { type FileSource, isBlob, isReplayable, type Part, type Upload } from "./body.js";
import { readChunks } from "./chunks.js";
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
    async send(request, { fetch, onProgress, idleTimeout }) {
      if (onProgress && (fetch || !XMLHttpRequest))
        throw new InputError("onProgress", "needs XMLHttpRequest, not a fetch");
      const body = await createForm(parts, request.signal, idleTimeout);
      if (!onProgress) return (fetch ?? globalThis.fetch)(request.url, { ...request, body });
      report ??= onlyForward(onProgress);
      return sendByXhr(XMLHttpRequest as NonNullable<typeof XMLHttpRequest>, request, body, report);
    },
  };
}

async function createForm(
  parts: readonly Part[],
  signal: AbortSignal,
  idleTimeout: number,
): Promise<FormData> {
  const form = new FormData();
  for (const [name, value] of parts) {
    if (typeof value === "string") form.append(name, value);
    else form.append(name, await toBlob(value, signal, idleTimeout), value.filename);
  }
  return form;
}

async function toBlob(source: FileSource, signal: AbortSignal, idleTimeout: number): Promise<Blob> {
  const content = source.open();
  if (ArrayBuffer.isView(content) || isBlob(content)) return new Blob([content], source);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of readChunks({ ...source, open: () => content }, signal, idleTimeout))
    chunks.push(chunk);
  return new Blob(chunks, source);
}
