import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createMock, type Mock } from "@ittybit/mock";
import { hasChromium, openChromium, type TestBrowser } from "@ittybit/test-support/browsers/chromium";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appServer } from "./app-server.js";
import { buildPage } from "./vite-page.js";

const VIDEO = fileURLToPath(new URL("../fixtures/media/video.mp4", import.meta.url));
const SOURCES = ["packages/client/test/fixtures/react-page", "docs/samples"];
const MODULES = ["openapi-react-query", "@tanstack", "react", "react-dom"];

declare function errorIsOurs(): boolean;

describe.skipIf(!hasChromium)("the React sample, in Chromium, behind a server that adds the key", () => {
  let folder: string;
  let mock: Mock;
  let app: Awaited<ReturnType<typeof appServer>>;
  let browser: TestBrowser;
  let tab: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "ittybit-react-"));
    mock = await createMock();
    const { url } = await mock.listen({ port: 0 });
    app = await appServer(await buildPage(folder, SOURCES, MODULES), url);
    browser = await openChromium();
    tab = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.[Symbol.asyncDispose]();
    await mock?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("shows one by useQuery", async () => {
    await tab.goto(`${app.url}/?id=vJ3kq9ZtWm2d`);
    await expect.poll(() => tab.locator("h1").textContent()).toBe("Harbour at dawn");
    expect(await tab.getByRole("alert").count()).toBe(0);
  });

  it("shows the error of what the API refused, of the class that the main entry exports", async () => {
    await tab.goto(`${app.url}/?id=none`);
    await expect
      .poll(() => tab.getByRole("alert").textContent())
      .toMatch(/^GET \/media\/\{id\} failed with 404 /);
    expect(await tab.evaluate(() => errorIsOurs())).toBe(true);
  });

  it("shows the error when there is no response", async () => {
    await tab.route("**/ittybit/media/**", (route) => route.abort());
    await tab.goto(`${app.url}/?id=vJ3kq9ZtWm2d`);
    await expect.poll(() => tab.getByRole("alert").textContent()).toMatch(/received no complete response/);
    await tab.unrouteAll();
  });

  it("shows more by useInfiniteQuery, along links that lead to the API's own host, to the last page", async () => {
    await tab.goto(`${app.url}/?id=vJ3kq9ZtWm2d`);
    const more = tab.getByRole("button", { name: "More" });
    const counts: number[] = [];
    for (;;) {
      const before = counts.at(-1) ?? 0;
      await expect.poll(() => tab.locator("li").count()).toBeGreaterThan(before);
      counts.push(await tab.locator("li").count());
      if (await more.isDisabled()) break;
      await more.click();
    }
    expect(counts.length).toBeGreaterThan(1);
    expect(new Set(await tab.locator("li").allTextContents()).size).toBe(counts.at(-1));
  });

  it("uploads by useMutation, with progress, and requests the list again", async () => {
    await tab.goto(`${app.url}/?id=vJ3kq9ZtWm2d`);
    await expect.poll(() => tab.locator("li").count()).toBeGreaterThan(0);
    const listed = tab.waitForRequest(/\/ittybit\/videos\?/);
    await tab.locator("input").setInputFiles(VIDEO);
    await expect.poll(() => tab.getByRole("status").textContent()).toMatch(/^\w+$/);
    expect(await tab.locator("progress").getAttribute("value")).toBe("1");
    expect((await listed).method()).toBe("GET");
  });
});
