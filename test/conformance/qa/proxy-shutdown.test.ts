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

/** Ten times what it needs, as time of the CPU; redaction that searches each secret alone takes 100 s. */
const MAX_CPU_MS = 40_000;

/** Lets a process print the time of the CPU that it took, in milliseconds, when it ends. */
const PRINT_CPU = `--import=data:text/javascript,${encodeURIComponent(`process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write("CPU ms: " + (user + system) / 1000 + "\\n");
});`)}`;

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
  const args = ["--server", `http://127.0.0.1:${port}`, "--record", file];
  const proxy = await ProxyProcess.start(args, { NODE_OPTIONS: PRINT_CPU });
  for (let count = 0; count < 10; count++)
    await (await fetch(`http://127.0.0.1:${proxy.port}/videos`)).arrayBuffer();
  proxy.kill("SIGTERM");
  await proxy.ended();
  const took = Math.max(...[...proxy.err.matchAll(/^CPU ms: ([\d.]+)$/gm)].map(([, ms]) => Number(ms)));
  process.stdout.write(`proxy: took ${Math.round(took)} ms of the CPU until it had ended\n`);
  expect(took).toBeGreaterThan(0);
  expect(took).toBeLessThan(MAX_CPU_MS);
  const recorded = readFileSync(file, "utf8");
  expect(recorded.trim().split("\n")).toHaveLength(10);
  expect(recorded).not.toContain(Buffer.from("signature 7 of the list").toString("base64url"));
  server.close();
});
