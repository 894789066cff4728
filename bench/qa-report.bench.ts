import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Report, type ReportFinding, reporters } from "@ittybit/qa";
import { launchChromium } from "@ittybit/test-support/browsers/chromium";
import { qa } from "@ittybit/test-support/commands/qa";
import { faultyTraffic } from "@ittybit/test-support/traffic/faulty-traffic";
import { toNdjson } from "@ittybit/test-support/traffic/traffic";
import { median, type Row } from "./bench.js";

const count = 5_000;
const ROUNDS = 5;

/** Milliseconds in the page until a search has hidden what does not fit, and the screen is drawn again. */
const search = (word: string) => `new Promise((resolve) => {
  const start = performance.now();
  const field = document.getElementById("search");
  field.value = ${JSON.stringify(word)};
  field.dispatchEvent(new Event("input"));
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)));
})`;

export const title = `HTML report with ${count} findings: written, opened, searched`;

export async function* run(): AsyncGenerator<Row> {
  const folder = await mkdtemp(join(tmpdir(), "qa-report-"));
  const browser = await launchChromium();
  try {
    const report = await largeReport();
    const start = performance.now();
    const page = reporters.html(report);
    yield row("written", performance.now() - start, "ms");
    yield row("size", page.length / 1e6, "MB");
    const file = join(folder, "report.html");
    await writeFile(file, page);
    const [opened, searched, cleared]: [number[], number[], number[]] = [[], [], []];
    for (let turn = 0; turn < ROUNDS; turn++) {
      const tab = await browser.newPage();
      await tab.goto(pathToFileURL(file).href);
      opened.push(await tab.evaluate<number>("performance.getEntriesByType('navigation')[0].loadEventEnd"));
      searched.push(await tab.evaluate<number>(search("4999")));
      cleared.push(await tab.evaluate<number>(search("")));
      await tab.close();
    }
    yield row("opened in Chromium", median(opened), "ms");
    yield row("first search done", median(searched), "ms");
    yield row("all shown again", median(cleared), "ms");
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
}

function row(name: string, value: number, unit: string): Row {
  return { name, value, unit, limit: null };
}

async function largeReport(): Promise<Report> {
  const report: Report = JSON.parse(
    (await qa(["check", "-", "--report", "json"], toNdjson(faultyTraffic))).out,
  );
  const findings = Array.from({ length: count }, (_, index) => {
    const finding = report.findings[index % report.findings.length] as ReportFinding;
    const fingerprint = index.toString(16).padStart(16, "0");
    return { ...finding, fingerprint, operationId: `operation${index % 40}`, message: `fault ${index}` };
  });
  return { ...report, findings };
}
