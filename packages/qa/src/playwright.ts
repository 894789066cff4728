import { join } from "node:path";
import type {
  Fixtures,
  PlaywrightTestArgs,
  PlaywrightTestOptions,
  PlaywrightWorkerArgs,
  PlaywrightWorkerOptions,
  TestInfo,
} from "@playwright/test";
import { DEFAULT_FAIL_ON, DEFAULT_GRACE_MS } from "./default-options.js";
import type { Report } from "./report/report.js";
import { isFailing } from "./report/thresholds.js";
import { reporters } from "./reporters/report-formats.js";
import { PageListener } from "./testing/playwright/page-listener.js";
import { TestRecorder } from "./testing/playwright/test-recorder.js";
import { WorkerReport } from "./testing/playwright/worker-report.js";
import { openSession, type SessionOptions } from "./testing/session.js";
import { ContractViolationError } from "./testing/violation-error.js";

export { contractMatchers, createMatchers, type MatchOptions } from "./testing/matchers.js";
export { ContractViolationError } from "./testing/violation-error.js";

/**
 * Options of the fixtures.
 *
 * @example
 * ```ts
 * import { contractFixtures } from "@ittybit/qa/playwright";
 * import { test as base } from "@playwright/test";
 *
 * const test = base.extend(contractFixtures);
 * test.use({ contract: { hosts: { "127.0.0.1:4010": "*" }, failOn: "warning" } });
 * ```
 */
export interface ContractFixtureOptions extends SessionOptions {
  /**
   * Folder for the JSON reports of the workers, which `ittybit-qa merge` combines.
   *
   * @default `contract` in the output folder of the project
   */
  readonly reports?: string;
  /**
   * How long to wait for responses that are still arriving when a test ends, in milliseconds. Those that take longer
   * are counted as unchecked.
   *
   * @default 2000
   */
  readonly grace?: number;
}

/**
 * Fixtures of each test.
 *
 * @example
 * ```ts
 * import { contractFixtures } from "@ittybit/qa/playwright";
 * import { test as base } from "@playwright/test";
 *
 * const test = base.extend(contractFixtures);
 * test("reads the report", async ({ request, contractRecorder }) => {
 *   await request.get("https://api.ittybit.com/media");
 *   console.log((await contractRecorder.report())?.exchanges.checked);
 * });
 * ```
 */
export interface ContractTestArgs {
  readonly contract: ContractFixtureOptions;
  /** Always active. Request it to read the report so far, which is null before the first request. */
  readonly contractRecorder: { report(): Promise<Report | null> };
}

/** Fixtures of each worker. */
export interface ContractWorkerArgs {
  readonly contractWorker: { readonly pages: PageListener; readonly report: WorkerReport };
}

/**
 * Fixtures that check every response of the API to a page, to other pages of its browser, to service workers
 * (Chromium), and to `request`. A test whose responses do not match the contract fails with a ContractViolationError
 * when it ends.
 *
 * @example
 * ```ts
 * import { contractFixtures } from "@ittybit/qa/playwright";
 * import { test as base } from "@playwright/test";
 *
 * const test = base.extend(contractFixtures);
 * test("lists media", async ({ request }) => {
 *   await request.get("https://api.ittybit.com/media");
 * });
 * ```
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
      const recorder = new TestRecorder(() => openSession(contract), contract.grace ?? DEFAULT_GRACE_MS);
      pages.recordWith(recorder);
      await use(recorder);
      pages.recordWith(null);
      await finish(recorder, contract, report, testInfo);
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
    // Settle while the context is open: bodies cannot be read later.
    await (contractRecorder as TestRecorder).settle();
  },
  request: async ({ request, contractRecorder: _, contractWorker: { pages } }, use) => {
    await use(pages.observedRequests(request));
  },
};

/** Attaches the report, adds it to that of the worker, and fails the test if it has failing findings. */
async function finish(
  recorder: TestRecorder,
  { reports, failOn = DEFAULT_FAIL_ON }: ContractFixtureOptions,
  worker: WorkerReport,
  testInfo: TestInfo,
): Promise<void> {
  await recorder.settle();
  const report = await recorder.report();
  if (report === null || report.exchanges.read === 0) return;
  await worker.add(reports ?? join(testInfo.project.outputDir, "contract"), report);
  await testInfo.attach("contract.json", { body: reporters.json(report), contentType: "application/json" });
  if (report.findings.length > 0)
    await testInfo.attach("contract.txt", { body: reporters.pretty(report), contentType: "text/plain" });
  const failures = report.findings.filter((finding) => isFailing(finding, failOn));
  if (failures.length > 0) throw new ContractViolationError(failures);
}
