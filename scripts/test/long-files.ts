/**
 * The test files that take longest, with the seconds that they take where nothing else runs. They start first, the
 * longest before the others: one that starts last keeps a single core busy while all others wait for it. None of them
 * is part of the quick tests.
 */
export const LONG_FILES: Readonly<Record<string, number>> = {
  "test/docs/site-in-chromium.test.ts": 45,
  "test/release/release.test.ts": 35,
  "test/browser/reference.test.ts": 25,
  "test/docs/watch.test.ts": 24,
  "packages/qa/test/package.test.ts": 15,
  "packages/qa/test/playwright.test.ts": 14,
  "test/conformance/qa/proxy-process.test.ts": 14,
  "test/browser/qa-report.test.ts": 14,
  "packages/qa/test/ci.test.ts": 13,
  "test/conformance/secrets/recheck.test.ts": 13,
  "packages/qa/test/scale.test.ts": 10,
  "packages/client/test/package.test.ts": 10,
  "test/generate/command.test.ts": 10,
  "test/browser/gallery.test.ts": 9,
  "test/commands/contract.test.ts": 8,
  "packages/qa/test/threaded-checker.test.ts": 8,
  "test/conformance/hostile/hostile.test.ts": 7,
  "packages/qa/test/proxy.test.ts": 6,
  "packages/qa/test/merge.test.ts": 5,
};
