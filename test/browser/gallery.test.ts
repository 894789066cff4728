import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMock, type Mock } from "@ittybit/mock";
import { violations } from "@ittybit/test-support/browsers/axe";
import { hasChromium, openChromium, type TestBrowser } from "@ittybit/test-support/browsers/chromium";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Site, serveSite } from "../../scripts/start/site-server.js";
import { buildPage } from "./vite-page.js";

const MODULES = ["openapi-react-query", "@tanstack", "react", "react-dom"];
const VIDEO = await readFile(new URL("../fixtures/media/video.mp4", import.meta.url));

/** Scripts of the page are text: this repository knows no types of a browser. */
const dropping = `(base64) => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes], "pier.mp4", { type: "video/mp4" }));
  document.querySelector("main").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
}`;
const playing = `async () => {
  const video = document.querySelector("video");
  await video.play();
  video.pause();
  const seeked = new Promise((resolve) => video.addEventListener("seeked", resolve, { once: true }));
  video.currentTime = 0.5;
  await seeked;
  return video.currentTime;
}`;
describe.skipIf(!hasChromium)(
  "the gallery, copied and built with the client as published, in Chromium",
  () => {
    let folder: string;
    let mock: Mock;
    let site: Site;
    let browser: TestBrowser;
    let page: Page;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "ittybit-gallery-"));
      mock = await createMock({ latency: [100, 100] });
      const { url } = await mock.listen({ port: 0 });
      await writeFile(join(folder, ".env"), `VITE_ITTYBIT_URL=${url}\n`);
      site = await serveSite(await buildPage(folder, ["examples/gallery"], MODULES), 0);
      browser = await openChromium();
      page = await browser.newPage();
    });
    afterAll(async () => {
      await browser?.close();
      await site?.close();
      await mock?.close();
      await rm(folder, { recursive: true, force: true });
    });

    const open = (path = "/", look = {}) =>
      page.emulateMedia(look).then(() => page.goto(new URL(path, site.url).href));
    const titles = () => page.locator(".card h2").allTextContents();
    const viewer = () => page.getByRole("dialog");

    it("lists page after page, with a picture of each video and image", async () => {
      await open();
      await page.getByText("8 of 13").waitFor();
      await page.getByRole("button", { name: "Show more" }).click();
      await page.getByText("13 of 13").waitFor();
      const width = `document.querySelector(".thumbnail img").naturalWidth`;
      await expect.poll(() => page.evaluate(width)).toBeGreaterThan(0);
      expect(await violations(page)).toEqual([]);
    });

    it("uploads a file that is dropped, with progress, and plays and seeks it", async () => {
      const release = await holdUpload(page);
      await page.evaluate(`(${dropping})("${VIDEO.toString("base64")}")`);
      await page.getByRole("progressbar", { name: "Upload of pier.mp4" }).waitFor();
      await release();
      await expect.poll(async () => (await titles())[0]).toBe("pier.mp4");
      await expect.poll(() => page.getByRole("progressbar").count()).toBe(0);
      await page.getByRole("link", { name: "pier.mp4" }).click();
      await viewer().locator("video").waitFor();
      expect(await page.evaluate(`(${playing})()`)).toBe(0.5);
    });

    it("renames it for good", async () => {
      await viewer().getByLabel("Title").fill("The pier");
      await viewer().getByRole("button", { name: "Save" }).click();
      await viewer().getByText("Saved").waitFor();
      await page.reload();
      await viewer().getByRole("heading", { name: "The pier" }).waitFor();
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await violations(page, "dialog")).toEqual([]);
    });

    it("deletes it, from the list too", async () => {
      await viewer().getByRole("button", { name: "Delete this video…" }).click();
      await viewer().getByRole("button", { name: "Delete", exact: true }).click();
      await viewer().waitFor({ state: "hidden" });
      await expect.poll(titles).not.toContain("The pier");
      expect(mock.state().find(({ title }) => title === "The pier")?.deleted).toEqual(expect.any(String));
    });

    it("says why a file is not accepted", async () => {
      const buffer = Buffer.from("notes");
      await page
        .locator("input[type=file]")
        .first()
        .setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer });
      expect(await page.getByRole("alert").textContent()).toContain(
        "text/plain is none of the accepted types",
      );
      await page.getByRole("button", { name: "Dismiss notes.txt" }).click();
      await expect.poll(() => page.getByRole("alert").count()).toBe(0);
    });

    it.each([
      ["empty", "Nothing here yet"],
      ["failing", "The API has a problem"],
    ])("shows its %s state, on a narrow dark phone too", async (state, text) => {
      await open(`/?state=${state}`, { colorScheme: "dark" });
      await page.getByText(text).waitFor();
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
      expect(await violations(page)).toEqual([]);
    });

    it("shows the id of the request that failed, and tries again", async () => {
      expect(await page.getByRole("alert").locator("code").textContent()).toMatch(/^req_/);
      const retried = page.waitForRequest(/\/media\?/);
      await page.getByRole("button", { name: "Try again" }).click();
      expect((await retried).method()).toBe("GET");
    });
  },
);

/** Keeps the next upload from being sent, so that its progress is shown for as long as a test looks for it. */
async function holdUpload(page: Page): Promise<() => Promise<void>> {
  let send = () => {};
  const released = new Promise<void>((resolve) => {
    send = resolve;
  });
  await page.route("**/media", async (route) => {
    if (route.request().method() === "POST") await released;
    await route.continue();
  });
  return async () => {
    send();
    await page.waitForResponse((response) => response.request().method() === "POST");
    await page.unroute("**/media");
  };
}
