import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMock, type Mock } from "@ittybit/mock";
import { operations } from "@ittybit/openapi";
import { hasChromium, openChromium, type TestBrowser } from "@ittybit/test-support/browsers/chromium";
import { qa } from "@ittybit/test-support/commands/qa";
import { openTestServer, type TestServer } from "@ittybit/test-support/servers/test-server";
import { mediaFile, mediaNames } from "@ittybit/test-support/traffic/media-file";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordByDevTools } from "./dev-tools.js";

/** All that an app does with the API, on both hosts; scripts of a page are text. */
const journey = `async ([api, uploads, files]) => {
  const headers = { Authorization: "Bearer key" };
  const call = async (url, init = {}) => (await (await fetch(url, { headers, ...init })).json());
  const form = (fields) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };
  const fileOf = ([name, type, base64]) =>
    new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], name, { type });
  const post = (path, fields) => call(uploads + path, { method: "POST", body: form(fields) });
  const ids = [];
  for (const file of files) {
    const { data } = await post("/media", { file: fileOf(file), title: file[0], "metadata[place]": "Ostend" });
    ids.push(data.id);
  }
  const named = (ending) => fileOf(files.find(([name]) => name.endsWith(ending)));
  await post("/videos", { file: named(".mp4") });
  await post("/images", { file: named(".png") });
  await post("/audio", { url: "https://example.com/gulls.mp3" });
  for (const path of ["/media", "/videos", "/images", "/audio"]) {
    await call(api + path + "?limit=2&orderBy=filesize&order=asc");
    await call(api + path, { headers: {} });
    await call(api + path + "?limit=251");
  }
  const [id] = ids;
  await call(api + "/media/" + id);
  await call(api + "/media/" + id, { method: "PATCH", body: new URLSearchParams({ title: "Gulls & more", "metadata[a]": "b" }) });
  await call(api + "/media/" + id, { method: "DELETE" });
  await call(api + "/media/" + id);
  await call(api + "/media/unknown0unknown");
  await (await fetch(api + "/media", { method: "HEAD", headers })).text();
  return ids.length;
}`;

/** What the journey comes to, beside the files. */
const calls = 3 + 4 * 3 + 6;

describe.skipIf(!hasChromium)("a recording of Chromium", () => {
  const folder = mkdtempSync(join(tmpdir(), "qa-recordings-"));
  let mock: Mock;
  let app: TestServer;
  let hosts: { api: string; uploads: string };
  let browser: TestBrowser;
  let files: (readonly [string, string, string])[];

  beforeAll(async () => {
    [mock, app] = await Promise.all([createMock(), openTestServer()]);
    app.respond = (_, response) => response.setHeader("Content-Type", "text/html").end("<title>App</title>");
    const [api, uploads] = [await mock.listen({ port: 0 }), await mock.listen({ port: 0 })];
    hosts = { api: api.url, uploads: uploads.url };
    browser = await openChromium();
    files = await Promise.all(
      mediaNames.map(async (name) => {
        const file = await mediaFile(name);
        return [name, file.type, Buffer.from(await file.arrayBuffer()).toString("base64")] as const;
      }),
    );
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([mock?.close(), app?.close()]);
    rmSync(folder, { recursive: true });
  });

  const travel = async (page: Page) => {
    await page.goto(app.url);
    expect(await page.evaluate(`(${journey})(${JSON.stringify([hosts.api, hosts.uploads, files])})`)).toBe(
      files.length,
    );
  };

  /** Two ports stand for the two hosts. */
  const check = async (har: string) => {
    const servers = Object.entries(hosts).map(([name, url]) => `${new URL(url).host}=${name}.ittybit.com`);
    const args = [
      "check",
      "-",
      "--strict",
      "--report",
      "json",
      ...servers.flatMap((pair) => ["--server", pair]),
    ];
    const { code, out, err } = await qa(args, har);
    const { exchanges, findings, coverage } = JSON.parse(out);
    return { code, err, exchanges, findings, covered: covered(coverage.operations) };
  };
  const covered = (all: Record<string, string[]>) =>
    Object.keys(all)
      .filter((name) => all[name]?.length)
      .sort();

  const expectClean = async (har: string) => {
    const { code, exchanges, findings, covered } = await check(har);
    const wrong = findings.filter(({ category }: { category: string }) => category !== "unchecked");
    expect(
      wrong.map(({ message, example }: { message: string; example: object }) => [message, example]),
    ).toEqual([]);
    expect(code).toBe(0);
    expect(covered).toEqual(Object.keys(operations).sort());
    expect(exchanges).toMatchObject({ checked: files.length + calls, broken: 0, unanswered: 0 });
    return findings.map(({ direction, operationId, count }: Record<string, unknown>) => [
      direction,
      operationId,
      count,
    ]);
  };

  test("by Playwright has every call and no finding; the files of forms were not recorded", async () => {
    const path = join(folder, "playwright.har");
    const context: BrowserContext = await browser.newContext({ recordHar: { path, content: "embed" } });
    let open = 0;
    context.on("request", () => open++);
    context.on("requestfinished", () => open--);
    await travel(await context.newPage());
    // The page has its response before Playwright has noted the end of it.
    await expect.poll(() => open).toBe(0);
    await context.close();
    const unchecked = await expectClean(readFileSync(path, "utf8"));
    expect(unchecked.every(([direction]: unknown[]) => direction === "request")).toBe(true);
  });

  test("by the DevTools protocol, written as DevTools exports it, has every call and no finding", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const recording = await recordByDevTools(page);
    await travel(page);
    const har = await recording.har();
    await context.close();
    const unchecked = await expectClean(har);
    expect(unchecked.every(([direction]: unknown[]) => direction === "request")).toBe(true);
  });
});
