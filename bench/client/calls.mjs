// @ts-nocheck: it imports what a build writes
// Does what an app does, against a mock, and prints the names of what went wrong.
import { createReadStream, openAsBlob, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createClient } from "../../packages/client/dist/index.js";

const [url, path] = process.argv.slice(2);
const client = createClient({ apiKey: "key", version: "2024-03-21", baseUrl: url, retry: { base: 1 } });
const create = (file, options) => client.media.create({ file, title: "Été" }, options);
const size = readFileSync(path).length;

/** A port that nobody listens on. */
const closedPort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

const cases = {
  "a list, page by page": async () => {
    let pages = 0;
    for await (const { data } of client.media.list({ limit: 10, page: 1 }).pages()) pages += data.length > 0;
    return pages === 2;
  },
  "a medium": async () => (await client.media.get("vJ3kq9ZtWm2d")).data.id === "vJ3kq9ZtWm2d",
  "a refusal": async () => (await client.media.get("none")).status === 404,
  "an update": async () => (await client.media.update("vJ3kq9ZtWm2d", { title: "t" })).ok,
  "a wait": async () => (await client.media.wait("vJ3kq9ZtWm2d", { interval: 10, timeout: 5_000 })).ok,
  "a deletion": async () => (await client.media.delete("vJ3kq9ZtWm2d")).ok,
  "an upload from a path": async () => (await create({ path })).status === 201,
  "an upload from a Blob": async () =>
    (await create({ stream: await openAsBlob(path), filename: "a.mp4" })).status === 201,
  "an upload from a File": async () =>
    (await create(new File([readFileSync(path)], "a.mp4", { type: "video/mp4" }))).status === 201,
  "an upload from a Node stream": async () => (await create(createReadStream(path))).status === 201,
  "an upload from a web stream": async () =>
    (await create({ stream: new Blob([readFileSync(path)]).stream(), size, filename: "a.mp4" })).status ===
    201,
  "progress to the last byte": async () => {
    const seen = [];
    await create({ path }, { onProgress: (progress) => seen.push(progress) });
    return seen.at(-1).loaded === seen.at(-1).total && seen.at(-1).loaded > size;
  },
  "a file that is less than its size": async () => {
    const stream = createReadStream(path);
    const { error } = await create({ stream, size: size + 1, filename: "a.mp4" });
    return error.name === "NetworkError" && error.message.includes("has less than");
  },
  "an abort during an upload": async () => {
    const controller = new AbortController();
    const endless = async function* () {
      for (;;) {
        yield new Uint8Array(1000);
        controller.abort(new Error("enough"));
      }
    };
    const { error } = await create({ stream: endless(), filename: "a.mp4" }, { signal: controller.signal });
    return error.name === "AbortError" && error.cause.message === "enough";
  },
  "a timeout": async () => {
    const server = createServer(() => {});
    await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
    const slow = createClient({ apiKey: "key", baseUrl: `http://127.0.0.1:${server.address().port}` });
    const { error } = await slow.media.list({}, { timeout: 50, retry: 0 });
    server.closeAllConnections();
    server.close();
    return error.name === "TimeoutError";
  },
  "a POST that found no connection, sent again": async () => {
    const retries = [];
    const nowhere = createClient({
      ...{ apiKey: "key", baseUrl: `http://127.0.0.1:${await closedPort()}` },
      ...{ retry: { base: 1 }, onRetry: (retry) => retries.push(retry) },
    });
    const { error } = await nowhere.media.create({ file: { path } });
    return error.name === "NetworkError" && retries.length === 2;
  },
};

const failed = [];
for (const [name, act] of Object.entries(cases)) {
  try {
    if (!(await act())) failed.push(name);
  } catch (error) {
    failed.push(`${name}: ${error}`);
  }
}
process.stdout.write(JSON.stringify({ cases: Object.keys(cases).length, failed }));
process.exit();
