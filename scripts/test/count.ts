/** What Vitest's JSON reporter writes, as far as it is read here. */
export interface VitestReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** How many checks there were, and how they ended. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Counts Vitest's tests. A run that failed without a failed test (a file that could not be loaded, an error
 * after the last test, no report at all) counts as one failure.
 */
export function countTests(report: VitestReport | null, code: number | null): Count {
  const passed = report?.numPassedTests ?? 0;
  const failed = report?.numFailedTests ?? 0;
  const fine = code === 0 && report?.success === true;
  const skipped = (report === null ? [] : skippedByFile(report)).reduce((sum, [, number]) => sum + number, 0);
  return { passed, failed: fine ? failed : Math.max(failed, 1), skipped };
}

/** The files with skipped tests, and how many. */
export function skippedByFile({ testResults }: VitestReport): [file: string, skipped: number][] {
  return testResults
    .map(({ name, assertionResults }): [string, number] => [
      name,
      assertionResults.filter(({ status }) => status !== "passed" && status !== "failed").length,
    ])
    .filter(([, number]) => number > 0);
}

/** The sum of several counts. */
export function addCounts(counts: readonly Count[]): Count {
  const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

/** The line that CI reads. */
export function closingLine({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
