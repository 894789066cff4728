import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { createMock, type Mock } from "@ittybit/mock";
import { hasChromium, openChromium, type TestBrowser } from "@ittybit/test-support/browsers/chromium";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** What an app under development does; its page is on another origin than the API. */
const script = `import { createClient } from "@ittybit/client";
import { contractHooks } from "@ittybit/qa/client";
const baseUrl = document.body.dataset.api;
const found = [];
const hooks = contractHooks({
  hosts: { [new URL(baseUrl).host]: "*" },
  strict: true,
  failOn: "info",
  onViolation: (findings) => found.push(...findings.map(({ message }) => message)),
});
const client = createClient({ apiKey: "key", baseUrl, retry: 0, ...hooks });
const file = new File([new Uint8Array(2_000_000)], "harbour.mp4", { type: "video/mp4" });
const created = await client.media.create({ file, title: "Harbour" });
await client.media.get(created.data.id);
await client.media.list();
await client.media.get("unknown0unknown");
await hooks.fetch(baseUrl + "/media", { headers: { Authorization: "Bearer key", Prefer: "code=429" } });
await hooks.onResponse({ response: await hooks.fetch("/elsewhere") });
document.title = JSON.stringify({ found, counts: hooks.counts() });`;

describe.skipIf(!hasChromium)("the hooks of the client, in a page", () => {
  let mock: Mock;
  let app: Server;
  let browser: TestBrowser;

  beforeAll(async () => {
    mock = await createMock();
    const { url } = await mock.listen({ port: 0 });
    const { outputFiles } = await build({
      stdin: { contents: script, resolveDir: root },
      bundle: true,
      write: false,
      format: "esm",
      platform: "browser",
      conditions: ["@ittybit/source"],
    });
    app = createServer((request, response) => {
      const isScript = request.url === "/app.js";
      response.setHeader("Content-Type", isScript ? "text/javascript" : "text/html");
      response.end(
        isScript
          ? outputFiles[0]?.text
          : `<body data-api="${url}"><script type="module" src="/app.js"></script>`,
      );
    });
    await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    app?.close();
    await mock?.close();
  });

  test("check every response, and need no header that a page is not shown", async () => {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on("pageerror", ({ message }) => faults.push(message));
    await page.goto(`http://127.0.0.1:${(app.address() as AddressInfo).port}/`);
    const shown = async () => faults.join() + (await page.title());
    await expect.poll(shown).not.toBe("");
    expect(faults).toEqual([]);
    expect(JSON.parse(await page.title())).toEqual({
      found: [],
      counts: { checked: 5, unchecked: 0, elsewhere: 1, unanswered: 0 },
    });
  });
});
