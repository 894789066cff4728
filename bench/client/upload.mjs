// @ts-nocheck: it imports what a build writes
// Uploads one file in one way, in a process of its own, and prints the most memory that took, in bytes.
import { createReadStream, openAsBlob, statSync } from "node:fs";
import { request } from "node:http";
import createFetchClient from "openapi-fetch";
import { createClient } from "../../packages/client/dist/index.js";

const [url, way, path] = process.argv.slice(2);
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 20);

const client = createClient({ apiKey: "key", baseUrl: url, retry: 0 });
const form = async () => {
  const form = new FormData();
  form.append("file", await openAsBlob(path), "a.mp4");
  return form;
};
const ways = {
  "client, path": () => client.media.create({ file: { path } }).orThrow(),
  "client, Blob": async () =>
    client.media.create({ file: { stream: await openAsBlob(path), filename: "a.mp4" } }).orThrow(),
  "client, stream": () =>
    client.media.create({ file: { stream: createReadStream(path), filename: "a.mp4" } }).orThrow(),
  "bare fetch": async () => fetch(`${url}/media`, { method: "POST", body: await form() }),
  "openapi-fetch": async () => createFetchClient({ baseUrl: url }).POST("/media", { body: await form() }),
  "raw http": () =>
    new Promise((done, fail) => {
      const headers = { "content-length": statSync(path).size };
      const outgoing = request(`${url}/media`, { method: "POST", headers }, (incoming) => {
        incoming.resume().on("end", done);
      });
      createReadStream(path).pipe(outgoing.on("error", fail));
    }),
};
const started = performance.now();
await ways[way]();
clearInterval(watch);
process.stdout.write(JSON.stringify({ peak, seconds: (performance.now() - started) / 1000 }));
process.exit();
