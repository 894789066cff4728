import { Peer } from "@ittybit/test-support/servers/raw-connection";
import { RunningProxy } from "@ittybit/test-support/servers/running-proxy";
import { describe, expect, test } from "vitest";
import { freePort } from "../../../scripts/start/free-port.js";
import { get, obsText, ProxiedPeers, reportOf } from "./proxied-peers.js";

const peers = new ProxiedPeers();

describe("another protocol", () => {
  test("passes untouched both ways, in any bytes, and is counted", async () => {
    const { report } = await reportOf(async (port, own) => {
      const client = await peers.kept(Peer.connect(port));
      const head = [
        "GET /media/live?a=%zz HTTP/1.1",
        "host: x",
        "CONNECTION: keep-alive, Upgrade",
        "upgrade: WebSocket",
        `X-Name: ${obsText}`,
        "Sec-WebSocket-Key: AAAA",
        "",
        "",
      ].join("\r\n");
      client.write(`${head}early \xff\0`);
      const api = await peers.kept(own.accept());
      expect(await api.until("\r\n\r\n")).toBe(head.replace("host: x", `host: 127.0.0.1:${own.port}`));
      expect(await api.until("\0")).toBe("early \xff\0");
      const switching =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n\x81\x02hi";
      api.write(switching);
      expect(await client.until("\x02hi")).toBe(switching);
      client.write("\x88\x80\0\0\0\0");
      expect(await api.until("\0\0\0\0")).toBe("\x88\x80\0\0\0\0");
      api.end();
      expect(await client.ending()).toBe("ended");
    });
    expect(report.exchanges).toMatchObject({ read: 1, checked: 0, upgraded: 1 });
  });

  test("that the upstream refuses passes as a response", async () => {
    const { client, api } = await peers.send(get("Connection: Upgrade", "Upgrade: websocket"));
    const response = "HTTP/1.1 426 Upgrade Required\r\nContent-Length: 2\r\n\r\nno";
    api.write(response);
    expect(await client.until("\r\n\r\nno")).toBe(response);
  });

  test("ends with a reset when the upstream resets", async () => {
    const { client, api } = await peers.send(get("Connection: Upgrade", "Upgrade: websocket"));
    api.write("HTTP/1.1 101 Go\r\n\r\n");
    await client.until("\r\n\r\n");
    api.reset();
    expect(await client.ending()).toBe("reset");
  });

  test.each([
    ["with Upgrade", "Connection: Upgrade\r\nUpgrade: websocket\r\n"],
    ["without Upgrade", ""],
  ])("that nobody asked for (101 %s) becomes a 502", async (_, fields) => {
    const { client, api } = await peers.send(get());
    api.write(`HTTP/1.1 101 Switching Protocols\r\n${fields}\r\nbytes`);
    expect(await client.until("}}")).toMatch(/^HTTP\/1\.1 502 .*it switched protocols unasked/s);
  });

  test("to an upstream that nobody serves becomes a 502", async () => {
    const port = await freePort();
    const running = await RunningProxy.start("--server", `http://127.0.0.1:${port}`);
    const client = await peers.kept(Peer.connect(running.port));
    client.write(get("Connection: Upgrade", "Upgrade: websocket"));
    expect(await client.rest()).toMatch(/^HTTP\/1\.1 502 .*nothing listens there/s);
    await running.end();
  });
});
