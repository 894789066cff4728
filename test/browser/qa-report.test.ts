import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { violations } from "@ittybit/test-support/browsers/axe";
import { hasChromium, openChromium, type TestBrowser } from "@ittybit/test-support/browsers/chromium";
import { qa } from "@ittybit/test-support/commands/qa";
import { faultyTraffic } from "@ittybit/test-support/traffic/faulty-traffic";
import { cleanTraffic, toNdjson } from "@ittybit/test-support/traffic/traffic";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Report, ReportFinding } from "../../packages/qa/src/report/report.js";
import { reporters } from "../../packages/qa/src/reporters/report-formats.js";

/** How a page is shown. */
interface View {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
}

const DESKTOP = { width: 1280, height: 720 };

describe.skipIf(!hasChromium)("the HTML report in a browser", () => {
  let folder: string;
  let browser: TestBrowser;
  let report: Report;
  let page: Page;
  let requests: string[];
  let faults: string[];
  let number = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "qa-report-"));
    browser = await openChromium();
    page = watched(await browser.newPage());
    const traffic = `${toNdjson([...cleanTraffic, ...faultyTraffic])}{oops\n`;
    report = JSON.parse((await qa(["check", "-", "--report", "json"], traffic)).out);
  });
  afterEach(() => page.evaluate("localStorage.clear()"));
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Notes what a page asks for, and what goes wrong in it. */
  function watched(fresh: Page): Page {
    fresh.on("request", (request) => requests.push(request.url()));
    fresh.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    fresh.on("pageerror", (error) => faults.push(error.message));
    return fresh;
  }

  /** Writes a report into a file of its own. Returns its URL. */
  async function written(shown: Report): Promise<string> {
    const file = join(folder, `report-${number++}.html`);
    await writeFile(file, reporters.html(shown));
    [requests, faults] = [[], []];
    return pathToFileURL(file).href;
  }

  /** Opens a report in the one page of these tests: a new one takes most of the time of a test. */
  async function open(
    shown: Report,
    { viewport = DESKTOP, colorScheme = "light" }: View = {},
  ): Promise<void> {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await page.goto(await written(shown));
  }

  const shownFindings = () => page.locator(".finding:visible").count();
  const status = () => page.getByRole("status").innerText();

  it.each([
    ["a fault", (): Report => report, "The API breaks its contract in 6 ways."],
    ["no exchange", () => without({ checked: 0 }), "Nothing was checked."],
    ["input that is not readable", () => without({ broken: 1 }), "part of the traffic could not be checked"],
    ["traffic that nobody looked at", () => without({ broken: 0, skipped: 1 }), "could not be checked"],
    ["nothing to complain of", () => without({ broken: 0 }), "The API keeps its contract"],
  ])("says in its first heading what it comes to, with %s", async (_, shown, sentence) => {
    await open(shown());
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain(sentence);
    expect(await page.title()).toContain(sentence);
  });

  /** The report without findings. */
  function without(counts: object): Report {
    return { ...report, findings: [], exchanges: { ...report.exchanges, ...counts } };
  }

  it("asks for nothing, runs under its own policy without complaint, and not a script of the traffic", async () => {
    const attack = `<img src=x onerror="document.title='taken'"><script>document.title="taken"</script>`;
    const findings = report.findings.map((finding) => ({ ...finding, message: attack, operationId: attack }));
    await open({ ...report, findings });
    await page.getByText("onerror").first().waitFor();
    expect(requests.filter((url) => !url.startsWith("data:"))).toEqual([page.url()]);
    expect(faults).toEqual([]);
    expect(await page.title()).not.toBe("taken");
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-\S+'; script-src 'sha256-\S+'; /);
    expect(policy).not.toContain("unsafe");
  });

  it("searches in all that a finding says, also in what is folded", async () => {
    await open(report);
    expect(await status()).toBe("9 findings");
    await page.getByLabel("Search").fill("MediaSummary filesize minimum");
    await expect.poll(status).toBe("1 finding of 9");
    expect(await page.locator(".finding:visible").innerText()).toContain("must be at least 0");
    expect(await page.locator(".group:visible").count()).toBe(1);
    await page.getByRole("button", { name: "Clear" }).click();
    await expect.poll(status).toBe("9 findings");
  });

  it.each([
    ["Severity", "warning", 3],
    ["Category", "drift", 1],
    ["Operation", "listMedia", 4],
    ["Host", "api.ittybit.com", 9],
  ])("narrows down by %s", async (label, value, count) => {
    await open(report);
    await page.getByLabel(label, { exact: true }).selectOption(value);
    await expect.poll(shownFindings).toBe(count);
  });

  it("shows a finding with its place, what stands around it and a command, and has an address for it", async () => {
    await open(report);
    const finding = page.locator(".finding").first();
    await finding.locator("summary").click();
    expect(await finding.locator("mark").innerText()).toContain('"kind" is missing');
    const { contract, example, fingerprint } = report.findings[0] as ReportFinding;
    for (const text of [`${contract?.file}:${contract?.line}`, example.curl])
      expect(await finding.innerText()).toContain(text);
    await page.reload();
    expect(await finding.getAttribute("open")).toBeNull();
    await page.goto(`${page.url()}#f-${fingerprint}`);
    await expect.poll(() => finding.getAttribute("open")).toBe("");
  });

  it("can be read without JavaScript", async () => {
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(await written(report));
    expect(await plain.locator(".finding:visible").count()).toBe(9);
    expect(await plain.getByRole("button", { name: "Dark" }).isVisible()).toBe(false);
    await plain.locator(".finding summary").first().click();
    expect(await plain.locator(".finding mark").first().isVisible()).toBe(true);
    await plain.context().close();
  });

  it("takes the colours of the system, or those one chooses", async () => {
    await open(report, { colorScheme: "dark" });
    const back = () => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    const dark = await back();
    await page.getByRole("button", { name: "Light" }).click();
    const light = await back();
    await page.getByRole("button", { name: "Dark" }).click();
    expect([(await back()) === dark, light === dark]).toEqual([true, false]);
  });

  describe.each([
    ["desktop", { viewport: { width: 1280, height: 900 } }],
    ["phone", { viewport: { width: 390, height: 844 } }],
  ])("on a %s", (_, view) => {
    it.each(["light", "dark"] as const)("has nothing that axe finds fault with, %s", async (colorScheme) => {
      // lists of what is missing have the same form: the short ones represent the long
      const coverage = { ...report.coverage, properties: {}, values: {}, nulls: {} };
      await open({ ...report, coverage }, { ...view, colorScheme });
      await page.getByRole("button", { name: "Open all" }).click();
      for (const summary of await page.locator("#coverage ~ details > summary").all()) await summary.click();
      expect(await violations(page)).toEqual([]);
    });

    it("is no wider than the screen", async () => {
      await open(report, view);
      await page.getByRole("button", { name: "Open all" }).click();
      const overflow = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });

  it("stays of use with 5,000 findings", async () => {
    const findings = Array.from({ length: 5_000 }, (_, index) => {
      const finding = report.findings[index % report.findings.length] as ReportFinding;
      const fingerprint = index.toString(16).padStart(16, "0");
      return { ...finding, fingerprint, operationId: `operation${index % 40}`, message: `fault ${index}` };
    });
    await open({ ...report, findings });
    // Found by their ids: a role or a label would be looked for in 5,000 findings.
    const status = () => page.locator("#shown").innerText();
    expect(await status()).toBe("5,000 findings");
    await page.locator("#search").fill("fault 4999");
    await expect.poll(status).toBe("1 finding of 5,000");
    await page.locator("#search").fill("");
    await page.locator("#operation").selectOption("operation7");
    await expect.poll(status).toBe("125 findings of 5,000");
  });
});
