import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { hasChromium, openChromium, type TestBrowser } from "@ittybit/test-support/browsers/chromium";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

const script = `import contract from "@ittybit/contract";
const url = "https://api.ittybit.com/media?limit=0";
const headers = [["authorization", "Bearer key"]];
const { findings } = await contract.checkRequest({ method: "GET", url, headers, body: null });
document.title = findings.map((finding) => finding.keyword).join();`;

const fromText = `try {
  document.title = new Function("return 'made'")();
} catch {
  document.title = "refused";
}`;

const policy = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'";

describe.skipIf(!hasChromium)("the precompiled contract in a page under a strict content policy", () => {
  let browser: TestBrowser;
  let server: Server;
  let origin: string;

  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: { contents: script, resolveDir: root },
      bundle: true,
      write: false,
      format: "esm",
      platform: "browser",
      conditions: ["@ittybit/source"],
    });
    server = createServer(({ url }, response) => {
      const source = url?.endsWith(".js") ? url : undefined;
      response.setHeader("Content-Security-Policy", policy);
      response.setHeader("Content-Type", source ? "text/javascript" : "text/html");
      if (source) response.end(source === "/eval.js" ? fromText : outputFiles[0]?.text);
      else response.end(`<script type="module" src="${url}.js"></script>`);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it("finds the limit that is out of range, and breaks no policy", async () => {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => faults.push(message.text()));
    await page.goto(`${origin}/contract`);
    await expect.poll(() => page.title()).toBe("minimum");
    expect(faults.filter((fault) => !fault.includes("favicon"))).toEqual([]);
  });

  it("runs where a text cannot become code", async () => {
    const page = await browser.newPage();
    await page.goto(`${origin}/eval`);
    await expect.poll(() => page.title()).toBe("refused");
  });
});
