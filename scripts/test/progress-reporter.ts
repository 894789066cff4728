import type { Reporter, TestCase, TestModule, TestSpecification } from "vitest/node";
import { type FileResult, progressLine, runReport } from "./run-report.js";

/** Set to `terminal` where one line that is written again and again can show what has just ended. */
const { TEST_PROGRESS } = process.env;

/** Reports a run file by file, and its failures at the end. */
export default class ProgressReporter implements Reporter {
  readonly #results: FileResult[] = [];
  #start = 0;
  #all = 0;

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    this.#start = performance.now();
    this.#all = specifications.length;
  }

  onTestModuleEnd(module: TestModule): void {
    const result = resultOf(module);
    this.#results.push(result);
    const elapsed = (performance.now() - this.#start) / 1000;
    const line = progressLine(result, this.#results.length, this.#all, elapsed);
    const passing = TEST_PROGRESS === "terminal" && result.failures.length === 0;
    process.stdout.write(
      TEST_PROGRESS === "terminal" ? `\r\x1b[K${line}${passing ? "" : "\n"}` : `${line}\n`,
    );
  }

  onTestRunEnd(_modules: readonly TestModule[], unhandled: readonly ErrorLike[]): void {
    if (TEST_PROGRESS === "terminal") process.stdout.write("\r\x1b[K");
    process.stdout.write(`${runReport(this.#results, unhandled.map(textOf))}\n`);
  }
}

interface ErrorLike {
  readonly message: string;
  readonly stack?: string | undefined;
  readonly diff?: string | undefined;
}

function resultOf(module: TestModule): FileResult {
  const tests = [...module.children.allTests()];
  const { collectDuration, setupDuration, duration } = module.diagnostic();
  const own = module.errors().map((error) => ({ name: "", details: textOf(error) }));
  const suites = [...module.children.allSuites()].flatMap((suite) =>
    suite.errors().map((error) => ({ name: suite.fullName, details: textOf(error) })),
  );
  return {
    file: module.relativeModuleId,
    seconds: (collectDuration + setupDuration + duration) / 1000,
    tests: tests.length,
    failures: [...own, ...suites, ...tests.flatMap(failureOf)],
  };
}

function failureOf(test: TestCase): FileResult["failures"] {
  const { state, errors = [] } = test.result();
  return state === "failed" ? [{ name: test.fullName, details: errors.map(textOf).join("\n") }] : [];
}

/** The message with its place, and the difference between what was expected and what came. */
function textOf({ message, stack, diff }: ErrorLike): string {
  return [stack?.includes(message) ? stack : `${message}\n${stack ?? ""}`, diff ?? ""].join("\n");
}
