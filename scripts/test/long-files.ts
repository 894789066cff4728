/**
 * The test files that take longest, with the seconds that they take where nothing else runs. They start first, the
 * longest before the others: one that starts last keeps a single core busy while all others wait for it. None of them
 * is part of the quick tests.
 */
export const LONG_FILES: Readonly<Record<string, number>> = {
  "test/docs/site-in-chromium.test.ts": 70,
  "test/release/release.test.ts": 27,
  "test/browser/reference.test.ts": 24,
  "test/docs/watch.test.ts": 17,
  "test/spec/lint.test.ts": 15,
  "packages/client/test/package.test.ts": 14,
  "test/conformance/qa/proxy-process.test.ts": 12,
  "test/browser/gallery.test.ts": 11,
  "test/browser/qa-report.test.ts": 11,
  "test/docs/in-tests.test.ts": 11,
  "test/growth/growth.test.ts": 11,
  "packages/qa/test/playwright.test.ts": 10,
  "test/generate/command.test.ts": 10,
  "packages/qa/test/package.test.ts": 10,
  "packages/qa/test/ci.test.ts": 8,
  "test/docs/samples.test.ts": 8,
  "test/commands/contract.test.ts": 8,
  "test/docs/public-exports.test.ts": 7,
  "test/rules/rules.test.ts": 7,
  "test/commands/start.test.ts": 7,
  "test/commands/broken-spec.test.ts": 7,
  "packages/qa/test/threaded-checker.test.ts": 6,
  "test/conformance/secrets/secrets.test.ts": 6,
  "test/docs/quick-start.test.ts": 6,
  "packages/qa/test/scale-kafka.test.ts": 6,
  "packages/qa/test/scale-kubernetes.test.ts": 6,
  "test/conformance/hostile/hostile.test.ts": 5,
  "packages/qa/test/scale.test.ts": 5,
  "test/generate/drift.test.ts": 5,
  "packages/qa/test/merge.test.ts": 4,
  "packages/qa/test/proxy.test.ts": 3,
  "test/conformance/secrets/recheck.test.ts": 2,
};
