import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { hasChromium, openChromium } from "@ittybit/test-support/browsers/chromium";
import { testOptions } from "@ittybit/test-support/browsers/chromium-options";
import { chromium } from "playwright-core";
import { expect, it } from "vitest";
import { FROM_SOURCE } from "../../scripts/step.js";

const SWITCH = "--disable-features=";

it("the browser of the tests has off what Playwright switches off", async () => {
  // Node refuses the switches of a browser, and Playwright reports the command that failed.
  const failed = await chromium.launch({ ...testOptions(), executablePath: process.execPath }).catch(String);
  const [command = ""] = /<launching>.*/.exec(String(failed)) ?? [];
  const lists = command
    .split(" ")
    .filter((arg) => arg.startsWith(SWITCH))
    .map((arg) => arg.slice(SWITCH.length).split(","));
  expect(lists).toHaveLength(2);
  expect(lists[1]).toEqual(expect.arrayContaining(lists[0] ?? []));
});

it.skipIf(!hasChromium)(
  "closes what a test file opened, and leaves the browser to the next one",
  async () => {
    const first = await openChromium();
    const page = await first.newPage();
    const context = await first.newContext();
    await first.close();
    expect([page.isClosed(), context.pages()]).toEqual([true, []]);
    await expect(context.newPage()).rejects.toThrow("closed");
    const next = await openChromium();
    expect((await next.newPage()).url()).toBe("about:blank");
    await next.close();
  },
);

it.skipIf(!hasChromium)(
  "says that the browser crashed, starts another, and ends it with its worker",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "browser-user-"));
    const server = createServer((_, response) => response.end("hello")).listen(0, "127.0.0.1");
    // Only the end of the browser ends the connection.
    server.keepAliveTimeout = 0;
    const connected = once(server, "connection");
    await once(server, "listening");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const program = fileURLToPath(new URL("browser-user.ts", import.meta.url));
    const worker = spawn(process.execPath, [...FROM_SOURCE, program, url], {
      env: { ...process.env, TMPDIR: folder },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const output = text(worker.stdout);
    const [socket] = await connected;
    const disconnected = once(socket, "close");
    await once(worker.stdout, "readable");
    worker.kill();
    expect(await output).toBe("Chromium ended while this test file used it\n");
    await disconnected;
    expect((await readdir(folder)).filter((name) => name.includes("profile"))).toEqual([]);
    server.close();
    await rm(folder, { recursive: true, force: true });
  },
);
