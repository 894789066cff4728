// @ts-nocheck: it is bundled with the client as built
// Makes the calls of an app in a worker, and returns the names of what failed.
import { createClient } from "@ittybit/client";

const ID = "vJ3kq9ZtWm2d";
const file = (stream) => ({ stream, filename: "a.png" });

export default {
  async fetch(request) {
    const baseUrl = new URL(request.url).searchParams.get("base");
    const { media } = createClient({ apiKey: "key", baseUrl, retry: 0 });
    const cases = {
      "a list": () => media.list({ limit: 1 }),
      "a medium, with a signal": () => media.get(ID, { signal: new AbortController().signal }),
      "an update": () => media.update(ID, { title: "t" }),
      "an upload from a File": () =>
        media.create({ file: new File(["bytes"], "a.png", { type: "image/png" }) }),
      "an upload from a web stream": () => media.create({ file: file(new Response("bytes").body) }),
      "an upload from bytes": () => media.create({ file: file(new Uint8Array(5)) }),
      "a wait": () => media.wait(ID, { interval: 1 }),
    };
    const failed = [];
    for (const [name, act] of Object.entries(cases)) {
      const result = await act().then(null, (error) => ({ ok: false, error }));
      if (!result.ok) failed.push(`${name}: ${result.error}`);
    }
    return Response.json({ cases: Object.keys(cases).length, failed });
  },
};
