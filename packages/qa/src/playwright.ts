import { join } from "node:path";
import type {
  Fixtures,
  PlaywrightTestArgs,
  PlaywrightTestOptions,
  PlaywrightWorkerArgs,
  PlaywrightWorkerOptions,
  TestInfo,
} from "@playwright/test";
import type { Report } from "./report/report.js";
import { isFailing } from "./report/thresholds.js";
import { reporters } from "./reporters/reporters.js";
import { PageListener } from "./testing/playwright/page-listener.js";
import { TestRecorder } from "./testing/playwright/test-recorder.js";
import { WorkerReport } from "./testing/playwright/worker-report.js";
import { openSession, type SessionOptions } from "./testing/session.js";
import { ContractViolationError } from "./testing/violation-error.js";

export { contractMatchers, createMatchers, type MatchOptions } from "./testing/matchers.js";
export { ContractViolationError } from "./testing/violation-error.js";

/** How the API answers of a test are judged: `test.use({ contract: { … } })`. */
export interface ContractFixtureOptions extends SessionOptions {
  /**
   * Folder for the JSON reports of the workers, which `ittybit-qa merge` joins.
   *
   * @default `contract` in the output folder of the project
   */
  readonly reports?: string;
  /**
   * How long answers that are still on their way when a test ends may take, in milliseconds. What takes longer is
   * counted as unchecked.
   *
   * @default 2000
   */
  readonly grace?: number;
}

/** What is known in each test. */
export interface ContractTestArgs {
  readonly contract: ContractFixtureOptions;
  /** Runs by itself; ask for it to read the report so far, null before the first request. */
  readonly contractRecorder: { report(): Promise<Report | null> };
}

/** What is known in each worker. */
export interface ContractWorkerArgs {
  readonly contractWorker: { readonly pages: PageListener; readonly report: WorkerReport };
}

/**
 * Fixtures for Playwright: `const test = base.extend(contractFixtures)`. Every answer of the API to a page, to any other
 * page of its browser, to a service worker (Chromium), and to `request` is checked. A test whose answers do not keep the
 * contract fails with a ContractViolationError when it ends.
 */
export const contractFixtures: Fixtures<
  ContractTestArgs,
  ContractWorkerArgs,
  PlaywrightTestArgs & PlaywrightTestOptions,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions
> = {
  contract: [{}, { option: true }],
  contractWorker: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of wanted fixtures from this pattern
    async ({}, use, workerInfo) => {
      await use({ pages: new PageListener(), report: new WorkerReport(workerInfo) });
    },
    { scope: "worker" },
  ],
  contractRecorder: [
    async ({ contract, contractWorker: { pages, report } }, use, testInfo) => {
      const watch = new TestRecorder(() => openSession(contract), contract.grace ?? 2_000);
      pages.recordWith(watch);
      await use(watch);
      pages.recordWith(null);
      await conclude(watch, contract, report, testInfo);
    },
    { auto: true },
  ],
  browser: [
    async ({ browser, contractWorker: { pages } }, use) => {
      browser.on("context", (context) => pages.listen(context));
      await use(browser);
    },
    { scope: "worker" },
  ],
  context: async ({ context, contractRecorder, contractWorker: { pages } }, use) => {
    pages.listen(context);
    await use(context);
    // as long as the context is open, so that bodies can be read
    await (contractRecorder as TestRecorder).settle();
  },
  request: async ({ request, contractRecorder: _, contractWorker: { pages } }, use) => {
    await use(pages.observedRequests(request));
  },
};

/** Attaches what was found, hands it on to the worker, and fails the test for it. */
async function conclude(
  watch: TestRecorder,
  { reports, failOn = "error" }: ContractFixtureOptions,
  worker: WorkerReport,
  testInfo: TestInfo,
): Promise<void> {
  await watch.settle();
  const report = await watch.report();
  if (report === null || report.exchanges.read === 0) return;
  await worker.add(reports ?? join(testInfo.project.outputDir, "contract"), report);
  await testInfo.attach("contract.json", { body: reporters.json(report), contentType: "application/json" });
  if (report.findings.length > 0)
    await testInfo.attach("contract.txt", { body: reporters.pretty(report), contentType: "text/plain" });
  const failures = report.findings.filter((finding) => isFailing(finding, failOn));
  if (failures.length > 0) throw new ContractViolationError(failures);
}
