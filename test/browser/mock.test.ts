import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createMock, type Mock } from "@ittybit/mock";
import { routeToMock } from "@ittybit/mock/fixtures";
import { hasChromium, openChromium, type TestBrowser } from "@ittybit/test-support/browsers/chromium";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveMswPage } from "./msw-page.js";

/** What an app would be: a page on an origin of its own, with the recipe for a service worker beside it. */
async function serveApp(mockUrl: string): Promise<{ url: string; server: Server }> {
  const worker = `self.ITTYBIT_MOCK = "${mockUrl}";\nimportScripts("${mockUrl}/__mock/worker.js");\n`;
  const server = createServer(({ url }, response) => {
    const isWorker = url === "/mock-worker.js";
    response.writeHead(200, { "Content-Type": isWorker ? "text/javascript" : "text/html" });
    response.end(isWorker ? worker : "<!doctype html><title>App</title><h1>App</h1>");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

/** What the page saw of an upload. */
interface Uploaded {
  readonly loaded: readonly number[];
  readonly total: number;
  readonly body: string;
}

/** Scripts of the page are text: this repository knows no types of a browser. */
const uploading = `(url) => new Promise((resolve, reject) => {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(12 * 1024 * 1024)], "harbour.mp4", { type: "video/mp4" }));
  const request = new XMLHttpRequest();
  const loaded = [];
  let total = 0;
  request.upload.onprogress = (event) => {
    loaded.push(event.loaded);
    total = event.total;
  };
  request.onload = () => resolve({ loaded, total, body: request.responseText });
  request.onerror = () => reject(new Error("the upload failed"));
  request.open("POST", url);
  request.setRequestHeader("Authorization", "Bearer key");
  request.send(form);
})`;

const registering = `async () => {
  await navigator.serviceWorker.register("/mock-worker.js");
  if (navigator.serviceWorker.controller) return;
  await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
}`;

/** A response as a test reads it. */
interface ReadResponse {
  readonly status: number;
  readonly version: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever was sent
  readonly body: any;
}

describe.skipIf(!hasChromium)("the mock, called by a page in Chromium", () => {
  let mock: Mock;
  let base: string;
  let app: { url: string; server: Server };
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    mock = await createMock();
    base = (await mock.listen({ port: 0 })).url;
    app = await serveApp(base);
    browser = await openChromium();
    page = await browser.newPage();
    await page.goto(app.url);
  });
  afterAll(async () => {
    await browser?.close();
    app?.server.close();
    await mock?.close();
  });

  /** Calls from the page, as its script would. */
  const call = (method: string, url: string, headers: Record<string, string> = {}): Promise<ReadResponse> =>
    page.evaluate(
      async ([method, url, headers]) => {
        const init = { method, headers: { Authorization: "Bearer key", ...headers } };
        const response = await fetch(url, init);
        return {
          status: response.status,
          version: response.headers.get("ittybit-version"),
          body: await response.json(),
        };
      },
      [method, url, headers] as const,
    );

  it("lists, and pages by the links alone", async () => {
    const seen: string[] = [];
    for (let url: string | null = `${base}/media?limit=5`; url !== null; ) {
      const { body, version } = await call("GET", url);
      expect(version).toBe("2024-03-21");
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      url = body.links.next;
    }
    expect(new Set(seen).size).toBe(13);
  });

  it("uploads with progress, and shows what arrived", async () => {
    const result: Uploaded = await page.evaluate(`(${uploading})(${JSON.stringify(`${base}/media`)})`);
    expect(JSON.parse(result.body).data).toMatchObject({
      filename: "harbour.mp4",
      filesize: 12 * 1024 * 1024,
    });
    expect(result.loaded.at(-1)).toBe(result.total);
    expect(result.loaded.length).toBeGreaterThan(0);
  });

  it("deletes", async () => {
    const { status, body } = await call("DELETE", `${base}/media/vJ3kq9ZtWm2d`);
    expect([status, typeof body.data.deleted]).toEqual([200, "string"]);
  });

  it("reads why a request was refused", async () => {
    expect(await call("GET", `${base}/media?limit=500`)).toMatchObject({
      status: 422,
      body: {
        error: {
          details: [{ location: "query", field: "limit", message: "limit must be at most 250, but is 500." }],
        },
      },
    });
  });

  it("shows its operations, its examples and the last requests at /__mock", async () => {
    const own = await browser.newPage();
    const requests: string[] = [];
    own.on("request", (request) => requests.push(request.url()));
    await own.goto(`${base}/__mock`);
    await own.getByRole("heading", { name: "This is a mock" }).waitFor();
    expect(await own.getByRole("row", { name: "createMedia" }).textContent()).toContain("VideoUploaded");
    const refused = own.getByRole("row", { name: /GET \/media 422/ }).first();
    expect(await refused.textContent()).toContain("limit must be at most 250, but is 500.");
    expect(await own.content()).not.toContain("Bearer key");
    expect(requests).toEqual([`${base}/__mock`]);
    await own.close();
  });

  it("stands in for both hosts behind a service worker", async () => {
    await page.evaluate(`(${registering})()`);
    expect(await call("GET", "https://api.ittybit.com/media?limit=1")).toMatchObject({
      status: 200,
      body: { meta: { limit: 1 } },
    });
    expect((await call("GET", "https://uploads.ittybit.com/media")).status).toBe(404);
  });

  it("serves files behind the service worker, at the API's own host", async () => {
    const { body } = await call("GET", "https://api.ittybit.com/media/iX8rT4bNcL6p");
    const { poster } = body.data.urls;
    expect(poster).toMatch(/^https:\/\/api\.ittybit\.com\//);
    expect(await page.evaluate(async (url) => (await fetch(url)).status, poster)).toBe(200);
  });

  it("runs in the page with MSW, without a server: keeps an upload, plays and seeks it", async () => {
    const app = await serveMswPage();
    const own = await browser.newPage();
    await own.goto(app.url);
    await expect.poll(() => own.title()).toBe("ready");
    const video = await readFile(new URL("../fixtures/media/video.mp4", import.meta.url));
    expect(await own.evaluate(`upload("${video.toString("base64")}")`)).toEqual({
      titles: ["The pier"],
      time: 0.5,
      size: video.length,
      rejected: "limit",
      stored: 1,
    });
    await own.close();
    app.close();
  });

  it("stands in for both hosts through Playwright's routes, without a port", async () => {
    const context = await browser.newContext({ serviceWorkers: "block" });
    const routed = await context.newPage();
    await routeToMock(routed, await createMock());
    await routed.goto(app.url);
    const response = await routed.evaluate(async () => {
      const headers = { Authorization: "Bearer key", "Content-Type": "application/x-www-form-urlencoded" };
      const init = { method: "PATCH", headers, body: "title=Dusk" };
      const response = await fetch("https://api.ittybit.com/media/vJ3kq9ZtWm2d", init);
      return { status: response.status, body: await response.json() };
    });
    expect(response).toMatchObject({ status: 200, body: { data: { title: "Dusk" } } });
    await context.close();
  });
});
