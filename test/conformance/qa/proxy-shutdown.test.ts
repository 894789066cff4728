import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Exchange } from "@ittybit/contract";
import { ProxyProcess } from "@ittybit/test-support/servers/proxy-process";
import { cleanTraffic } from "@ittybit/test-support/traffic/traffic";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "qa-proxy-shutdown-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** An ordinary list whose URLs are signed: many different secrets in one body. */
function signedList(length: number): string {
  const { response } = cleanTraffic.find(({ request }) => request.url.endsWith("/videos")) as Exchange;
  const list = JSON.parse(Buffer.from(response.body as Uint8Array).toString());
  const item = list.data[0];
  const data = Array.from({ length }, (_, index) => {
    const signature = Buffer.from(`signature ${index} of the list`).toString("base64url");
    const poster = `https://cdn.example/${index}.jpg?Signature=${signature}&Key-Pair-Id=KEY${index}XYZ`;
    return { ...item, id: `media${index}`, title: poster };
  });
  return JSON.stringify({ ...list, data });
}

/** Ten times what a busy machine needs; redaction that searches each secret alone takes 100 s on an idle one. */
const MAX_SHUTDOWN_MS = 40_000;

test("SIGTERM ends a recording of responses that are full of secrets within seconds", async () => {
  const body = signedList(400);
  const server = createServer((_, response) => {
    response
      .writeHead(200, { "Content-Type": "application/json", "Ittybit-Version": "2024-03-21" })
      .end(body);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const file = join(folder, "traffic.ndjson");
  const proxy = await ProxyProcess.start(["--server", `http://127.0.0.1:${port}`, "--record", file]);
  for (let count = 0; count < 10; count++)
    await (await fetch(`http://127.0.0.1:${proxy.port}/videos`)).arrayBuffer();
  const started = performance.now();
  proxy.kill("SIGTERM");
  await proxy.ended();
  const took = performance.now() - started;
  process.stdout.write(`proxy: ended ${Math.round(took)} ms after SIGTERM\n`);
  expect(took).toBeLessThan(MAX_SHUTDOWN_MS);
  const recorded = readFileSync(file, "utf8");
  expect(recorded.trim().split("\n")).toHaveLength(10);
  expect(recorded).not.toContain(Buffer.from("signature 7 of the list").toString("base64url"));
  server.close();
});
