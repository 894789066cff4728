import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { builtScripts } from "../../../scripts/cache/shared-builds.js";
import { atScale } from "./scale.js";

const megabyte = 2 ** 20;

let child: ChildProcess;
let port: number;

/** The mock as published, in a process of its own, so that its memory can be measured. */
beforeAll(async () => {
  const dist = await builtScripts("mock");
  // room for the file of the full scale
  const flags = ["--port", "0", "--json", "--max-storage", "4GB"];
  child = spawn(process.execPath, [join(dist, "bin.js"), ...flags], {
    cwd: tmpdir(),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(child.stdout as NodeJS.ReadableStream, "data");
  child.stdout?.resume();
  port = Number(new URL(JSON.parse(String(line)).url).port);
});
afterAll(() => child.kill("SIGKILL"));

const before =
  '--b\r\nContent-Disposition: form-data; name="file"; filename="a.mp4"\r\nContent-Type: video/mp4\r\n\r\n';
const after = "\r\n--b--\r\n";
const chunk = Buffer.alloc(256 * 1024, 0x2d);

function begin(fileSize: number): Socket {
  const socket = connect(port, "127.0.0.1");
  const length = before.length + fileSize + after.length;
  socket.write(
    `POST /media HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${before}`,
  );
  return socket;
}

/** Uploads a file of that size as fast as the mock reads it. Returns the size in the response. */
async function upload(size: number): Promise<number> {
  const socket = begin(size);
  for (let sent = 0; sent < size; sent += chunk.length) {
    if (!socket.write(chunk.subarray(0, Math.min(chunk.length, size - sent)))) await once(socket, "drain");
  }
  socket.write(after);
  let text = "";
  for await (const piece of socket) text += piece;
  return JSON.parse(text.split("\r\n\r\n")[1] ?? "").data.filesize;
}

/** Peak memory of the mock in bytes. */
async function peak(): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, "utf8");
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) * 1024;
}

it("accepts 200 uploads at once, each counted to the byte", async () => {
  const sizes = Array.from({ length: 200 }, (_, index) => 50_000 + index);
  expect(await Promise.all(sizes.map(upload))).toEqual(sizes);
});

it.runIf(process.platform === "linux")(
  "accepts a file of any size in constant memory",
  async () => {
    const size = atScale(2048, 192) * megabyte;
    // Two smaller files bring the mock to its working size. One that keeps a file then takes three quarters of `size`.
    for (const smaller of [size / 4, size / 4]) await upload(smaller);
    const before = await peak();
    expect(await upload(size)).toBe(size);
    const growth = (await peak()) - before;
    const figures = [size, before, growth].map((bytes) => Math.round(bytes / megabyte));
    process.stdout.write(
      `uploads: ${figures[0]} MB, peak memory of the mock ${figures[1]} MB + ${figures[2]} MB\n`,
    );
    expect(growth).toBeLessThan(size / 2);
  },
  600_000,
);

it("exits with 0 on SIGTERM in the middle of an upload", async () => {
  const socket = begin(100 * megabyte);
  socket.on("error", () => undefined);
  socket.write(chunk);
  await once(socket, "connect");
  child.kill("SIGTERM");
  const [code, signal] = await once(child, "exit");
  expect([code, signal]).toEqual([0, null]);
  socket.destroy();
});
