import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { builtScripts } from "../../scripts/cache/shared-builds.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What the page does: it starts MSW, uploads to the API's own host, and shows what it gets back. */
const SCRIPT = `import { setupWorker } from "msw/browser";
import { createMswMock } from "@ittybit/mock/msw";

const mock = createMswMock({ seed: "empty", processing: "immediate" });
await setupWorker(...mock.handlers).start({ quiet: true });
const headers = { Authorization: "Bearer key" };
const json = async (url, init = {}) => (await fetch(url, { ...init, headers })).json();

window.upload = async (base64) => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const body = new FormData();
  body.set("file", new File([bytes], "pier.mp4", { type: "video/mp4" }));
  body.set("title", "The pier");
  const created = await json("https://uploads.ittybit.com/media", { method: "POST", body });
  const listed = await json("https://api.ittybit.com/media");
  const { data } = await json("https://api.ittybit.com/media/" + created.data.id);
  const video = document.createElement("video");
  video.src = data.urls.playback;
  await video.play();
  video.pause();
  const seeked = new Promise((resolve) => video.addEventListener("seeked", resolve, { once: true }));
  video.currentTime = 0.5;
  await seeked;
  const rejected = await json("https://api.ittybit.com/media?limit=500");
  return {
    titles: listed.data.map(({ title }) => title),
    time: video.currentTime,
    size: (await (await fetch(data.urls.playback)).arrayBuffer()).byteLength,
    rejected: rejected.error.details[0].field,
    stored: (await mock.state()).length,
  };
};
document.title = "ready";
`;

/** Serves a page that uses the mock as it is published, and nothing else. */
export async function serveMswPage(): Promise<{ readonly url: string; close(): void }> {
  const dist = await builtScripts("mock");
  const { outputFiles } = await build({
    stdin: { contents: SCRIPT, resolveDir: ROOT },
    bundle: true,
    write: false,
    platform: "browser",
    format: "esm",
    alias: { "@ittybit/mock/msw": join(dist, "msw.browser.js") },
  });
  const script = outputFiles[0]?.text ?? "";
  const scripts = new Map([
    ["/page.js", script],
    [
      "/mockServiceWorker.js",
      await readFile(join(ROOT, "node_modules/msw/lib/mockServiceWorker.js"), "utf8"),
    ],
  ]);
  const server = createServer(({ url = "" }, response) => {
    const text = scripts.get(url);
    response.setHeader("Content-Type", text === undefined ? "text/html" : "text/javascript");
    response.end(text ?? `<!doctype html><title>App</title><script type="module" src="/page.js"></script>`);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
