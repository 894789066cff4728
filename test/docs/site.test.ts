import { operations, servers } from "@ittybit/openapi";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Site, serveSite } from "../../scripts/start/site-server.js";
import { hasChromium, launchChromium } from "../browser/chromium.js";
import { type BuiltSite, buildForTest } from "./built-site.js";

const all = Object.values(operations);
let built: BuiltSite;
let server: Site;
let base: string;

beforeAll(async () => {
  built = await buildForTest("https://docs.example.com/api/");
  server = await serveSite(built.parent, 0, "/api/");
  base = `${server.url}/api`;
});
afterAll(async () => {
  await server?.close();
  await built?.remove();
});

const pages = () => built.files.filter((file) => file.endsWith(".html"));

it("has one page for each operation, with a Markdown copy", () => {
  for (const { operationId } of all) {
    expect(built.files).toContain(`operations/${operationId}.html`);
    expect(built.files).toContain(`operations/${operationId}.md`);
  }
});

describe.skipIf(!hasChromium)("in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  it("no page asks another host for anything, and none goes wrong", async () => {
    const page = await browser.newPage();
    const elsewhere: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(`${base}/`) && !/^(data|blob):/.test(request.url())) {
        elsewhere.push(request.url());
      }
    });
    page.on("pageerror", (error) => elsewhere.push(`${page.url()} ${error.message}`));
    page.on("console", (line) => line.type() === "error" && elsewhere.push(`${page.url()} ${line.text()}`));
    for (const file of pages()) await page.goto(`${base}/${file}`);
    expect(elsewhere).toEqual([]);
  });

  it("every operation can be read without JavaScript", async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    for (const { operationId, method, path, server, parameters, responses } of all) {
      await page.goto(`${base}/operations/${operationId}.html`);
      const text = await page.locator("main").innerText();
      expect(text).toContain(method);
      expect(text).toContain(servers[server] + path);
      for (const { name } of parameters) expect(text).toContain(name);
      for (const status of Object.keys(responses)) {
        expect(await page.locator(`#status-${status}`).isVisible()).toBe(true);
      }
    }
  });
});
