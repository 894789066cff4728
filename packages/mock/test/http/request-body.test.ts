import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { freeBytes } from "../../src/http/free-bytes.js";
import { RequestBody } from "../../src/http/request-body.js";

it("frees the memory of each chunk that it gets back", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const response = fetch(url, { method: "POST", body: "media".repeat(40_000) });
    const [incoming, outgoing] = await once(server, "request");
    const chunks = new RequestBody(incoming as IncomingMessage);
    let size = 0;
    let used: Uint8Array | undefined;
    for (let next = await chunks.next(); !next.done; next = await chunks.next(used)) {
      expect(used?.length ?? 0).toBe(0);
      used = next.value;
      size += used.length;
    }
    expect([size, used?.length]).toEqual([200_000, 0]);
    outgoing.end();
    await (await response).text();
  } finally {
    server.close();
  }
});

it("leaves a view of a larger buffer as it is", () => {
  const large = Buffer.alloc(20, "a");
  freeBytes(large.subarray(10));
  expect(large.toString()).toBe("a".repeat(20));
});

it("receives nothing while no chunk is asked for", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const body = Buffer.alloc(16_000_000);
  const sending = request({ port: (server.address() as AddressInfo).port, method: "POST" });
  try {
    sending.on("error", () => {});
    sending.setHeader("Content-Length", body.length);
    sending.end(body);
    const [incoming] = (await once(server, "request")) as [IncomingMessage];
    await new RequestBody(incoming).next();
    const { bytesRead } = incoming.socket;
    for (let turn = 0; turn < 100; turn++) await setImmediate();
    expect(incoming.socket.bytesRead).toBe(bytesRead);
  } finally {
    sending.destroy();
    server.close();
  }
});
