const SLOWEST = 10;

/** A test file that has ended. */
export interface FileResult {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly seconds: number;
  readonly tests: number;
  readonly failures: readonly Failure[];
}

/** A test that failed, or a file that could not be loaded. */
interface Failure {
  /** Names of its suites and its own, joined by ` > `; empty for the file itself. */
  readonly name: string;
  /** Message, difference and place, as text of several lines. */
  readonly details: string;
}

/** `[ 12/119]  41 s  ok   test/spec/spec.test.ts (35 tests, 1.2 s)`: what has ended, and when in the run. */
export function progressLine(result: FileResult, done: number, all: number, elapsed: number): string {
  const { file, seconds, tests, failures } = result;
  const count = `[${`${done}`.padStart(`${all}`.length)}/${all}]`;
  const word = failures.length === 0 ? "ok  " : "FAIL";
  return `${count} ${elapsed.toFixed(0).padStart(4)} s  ${word} ${file} (${tests} tests, ${seconds.toFixed(1)} s)`;
}

/** What closes a run: details of the failures, the slowest files, the sum over all files, and the failures by name. */
export function runReport(results: readonly FileResult[], unhandled: readonly string[]): string {
  const failed = results.flatMap(({ file, failures }) => failures.map((failure) => ({ file, ...failure })));
  const title = ({ file, name }: { file: string; name: string }) =>
    name === "" ? file : `${file} > ${name}`;
  const details = [
    ...failed.map((failure) => `FAIL ${title(failure)}\n${indent(failure.details)}`),
    ...unhandled.map((text) => `FAIL outside of any test\n${indent(text)}`),
  ];
  const names = [...failed.map(title), ...unhandled.map(() => "an error outside of any test")];
  return [...details, slowest(results), ...names.map((name) => `failed: ${name}`)].join("\n");
}

function slowest(results: readonly FileResult[]): string {
  const ordered = [...results].sort((one, other) => other.seconds - one.seconds).slice(0, SLOWEST);
  const lines = ordered.map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${file}`);
  const sum = results.reduce((total, { seconds }) => total + seconds, 0);
  return [`the slowest of ${results.length} files:`, ...lines, `sum over all files ${sum.toFixed(0)} s`].join(
    "\n",
  );
}

const indent = (text: string): string => text.trimEnd().replace(/^(?=.)/gm, "  ");
