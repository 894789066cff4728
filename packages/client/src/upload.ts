import type { Multipart, Progress } from "./multipart.js";
import { ON_SERVER } from "./platform.js";
import type { Upload } from "./transmit.js";
import { sendByXhr, XMLHttpRequest } from "./xhr.js";

/**
 * A multipart body that sends itself. Node's fetch keeps a copy of a whole body for redirects unless it may follow
 * none and has no window to ask in; so an upload of any size stays in little memory, and a redirect of it is an
 * error. A browser streams a FormData from the disk by itself, and tells how far it is through XMLHttpRequest.
 */
export function upload(body: Multipart): Upload {
  let furthest = 0;
  return {
    again: body.again,
    async send(request, signal, { fetch, onProgress }) {
      const { url, headers } = request;
      const send = (init: object) =>
        (fetch ?? globalThis.fetch)(url, { ...request, signal, ...init } as RequestInit);
      const tell =
        onProgress &&
        ((progress: Progress) => {
          if (progress.loaded <= furthest) return;
          furthest = progress.loaded;
          onProgress(progress);
        });
      if (ON_SERVER) {
        headers.set("Content-Type", body.contentType);
        if (body.size !== undefined) headers.set("Content-Length", String(body.size));
        return send({ body: body.stream(tell), duplex: "half", redirect: "error", window: null });
      }
      const form = await body.form();
      return tell && XMLHttpRequest && !fetch
        ? sendByXhr(XMLHttpRequest, request, form, signal, tell)
        : send({ body: form });
    },
  };
}
