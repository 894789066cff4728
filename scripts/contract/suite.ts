import { writeFile } from "node:fs/promises";
import { exitCode as contractExitCode } from "@ittybit/contract";
import { type OperationId, operations } from "@ittybit/openapi";
import {
  type FailOn,
  failOnLevels,
  isReporterName,
  openSession,
  type Report,
  type ReporterName,
  reporters,
} from "@ittybit/qa";
import { type Arguments, say } from "../command.js";
import { runReadScenarios } from "./read-scenarios.js";
import { type Counts, Runner } from "./runner.js";
import { hostsOf, readTarget } from "./target.js";
import { runWriteScenarios, skipWriteScenarios } from "./write-scenarios.js";

/**
 * Runs every scenario against a live API.
 *
 * @returns the exit code
 * @throws where it cannot run: invalid arguments, no key, or an API that does not respond, is not this one, or
 *   refuses the key
 */
export async function runSuite({ values, lists, on }: Arguments, env: NodeJS.ProcessEnv): Promise<number> {
  const target = readTarget(values, env);
  const targets = (lists.report ?? []).map(readReport);
  const session = await openSession({
    hosts: hostsOf(target),
    strict: on.has("strict"),
    failOn: readThreshold(values["fail-on"]),
    ...(values.allow === undefined ? {} : { allow: values.allow }),
  });
  const stopped = new AbortController();
  process.once("SIGINT", () => stopped.abort());
  const runner = new Runner(target, session, say, stopped.signal);
  try {
    await runReadScenarios(runner);
    if (on.has("write")) await runWriteScenarios(runner);
    else skipWriteScenarios(runner);
  } finally {
    await Promise.all(targets.map(({ form, file }) => writeFile(file, reporters[form](session.report()))));
  }
  printSummary(session.report(), runner.counts);
  return exitCode(runner.counts);
}

function printSummary({ coverage }: Report, { passed, failed, unanswered, skipped }: Counts): void {
  say(
    `\n${passed + failed} scenarios: ${passed} passed, ${failed} failed; ${unanswered} without a response, ${skipped} skipped.`,
  );
  const gaps = Object.keys(operations).flatMap((id) => missingStatuses(coverage.statuses, id as OperationId));
  if (gaps.length > 0) say(["Documented statuses that never came:", ...gaps].join("\n"));
}

/** One line for the documented statuses of an operation that never came. */
function missingStatuses(statuses: Readonly<Record<string, readonly string[]>>, id: OperationId): string[] {
  const names = Object.entries(statuses).flatMap(([name, hosts]) =>
    hosts.length === 0 && name.startsWith(`${id} `) ? [name.slice(id.length + 1)] : [],
  );
  return names.length === 0 ? [] : [`  ${id}: ${names.join(", ")}`];
}

function exitCode({ passed, failed, unanswered }: Counts): number {
  return contractExitCode({ hasFailed: failed > 0, isComplete: unanswered === 0 && passed > 0 });
}

function readThreshold(text: string | undefined): FailOn {
  const threshold = failOnLevels.find((one) => one === (text ?? "error"));
  if (threshold !== undefined) return threshold;
  throw new Error(`--fail-on ${text} is not one of ${failOnLevels.join(", ")}.`);
}

function readReport(text: string): { readonly form: ReporterName; readonly file: string } {
  const [form = "", file = ""] = text.split(/=(.*)/s);
  if (isReporterName(form) && file !== "") return { form, file };
  throw new Error(`--report ${text} is not FORM=FILE, with one of ${Object.keys(reporters).join(", ")}.`);
}
