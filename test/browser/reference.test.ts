import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { operations, servers } from "@ittybit/openapi";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderReference } from "../../scripts/docs/reference.js";
import { hasChromium, launchChromium } from "./chromium.js";

const bundle = fileURLToPath(new URL("../../generated/openapi.json", import.meta.url));

const { paths } = JSON.parse(await readFile(bundle, "utf8"));
const summaryOf = (path: string, method: string): string => paths[path][method.toLowerCase()].summary;
const all = Object.values(operations);

describe.skipIf(!hasChromium)("the reference, opened from a disk without a network", () => {
  let folder: string;
  let url: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "reference-"));
    const file = join(folder, "index.html");
    await renderReference(bundle, file);
    url = pathToFileURL(file).href;
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("shows its title and every operation, and asks no other host for anything", async () => {
    const { page, requests, faults } = await open(browser, url);
    expect(await page.title()).toBe("Ittybit Media API");
    for (const tag of new Set(all.map((operation) => operation.tag))) {
      const name = page.getByText(tag, { exact: true });
      const group = page.getByRole("listitem").filter({ has: name }).first();
      await name.first().click();
      const methods = all.filter((operation) => operation.tag === tag).map(({ method }) => method);
      await expect.poll(() => group.innerText()).toMatch(new RegExp(methods.join(".*"), "s"));
    }
    expect(requests).toEqual([url]);
    expect(faults).toEqual([]);
  });

  it("names the uploads host under each operation that goes there", async () => {
    const { page } = await open(browser, url);
    for (const { operationId, method, path, tag } of all.filter(({ server }) => server === "uploads")) {
      await page.goto(url + `#tag/${tag}/operation/${operationId}`.toLowerCase());
      await page.getByRole("heading", { name: summaryOf(path, method) }).waitFor();
      expect((await page.locator("main").innerText()).split(`Host: ${servers.uploads}`)).toHaveLength(2);
    }
  });

  it("would be caught asking another host", async () => {
    const other = join(folder, "other.html");
    await writeFile(other, '<img src="https://cdn.example.com/logo.svg">');
    const { requests } = await open(browser, pathToFileURL(other).href);
    expect(requests).toContain("https://cdn.example.com/logo.svg");
  });
});

/** Opens a page offline, and keeps what it asks for over a network or from a disk, and what goes wrong in it. */
async function open(browser: Browser, url: string) {
  const context = await browser.newContext({ offline: true, viewport: { width: 1440, height: 900 } });
  const page: Page = await context.newPage();
  const requests: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url())) requests.push(request.url());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.goto(url);
  await page.waitForLoadState("networkidle");
  return { page, requests, faults };
}
