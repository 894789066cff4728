/**
 * The test files that take longest, with the seconds that they take where nothing else runs. They start first, the
 * longest before the others: one that starts last keeps a single core busy while all others wait for it.
 */
export const LONG_FILES: Readonly<Record<string, number>> = {
  "test/docs/watch.test.ts": 45,
  "test/docs/site-in-chromium.test.ts": 40,
  "test/release/release.test.ts": 37,
  "test/browser/reference.test.ts": 30,
  "test/conformance/qa/proxy-process.test.ts": 22,
  "test/docs/site.test.ts": 18,
  "packages/qa/test/ci.test.ts": 18,
  "packages/qa/test/bad-input.test.ts": 16,
  "test/browser/qa-report.test.ts": 15,
  "test/commands/contract.test.ts": 15,
  "test/conformance/secrets/recheck.test.ts": 13,
  "packages/qa/test/package.test.ts": 12,
  "packages/qa/test/playwright.test.ts": 12,
  "packages/client/test/package.test.ts": 10,
  "test/generate/command.test.ts": 10,
};
