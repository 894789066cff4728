import { writeFile } from "node:fs/promises";
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
import { playReading } from "./reading.js";
import { type Counts, Stage } from "./stage.js";
import { hostsOf, readTarget } from "./target.js";
import { playWriting, skipWriting } from "./writing.js";

/**
 * Plays every situation against a live API.
 *
 * @returns the exit code
 * @throws where it cannot run: arguments that make no sense, no key, an API that does not answer or refuses the key
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
  const ended = new AbortController();
  process.once("SIGINT", () => ended.abort());
  const stage = new Stage(target, session, say, ended.signal);
  try {
    await playReading(stage);
    if (on.has("write")) await playWriting(stage);
    else skipWriting(stage);
  } finally {
    await Promise.all(targets.map(({ form, file }) => writeFile(file, reporters[form](session.report()))));
  }
  conclude(session.report(), stage.counts);
  return exitCode(stage.counts);
}

function conclude({ coverage }: Report, { ok, failed, silent, skipped }: Counts): void {
  say(
    `\n${ok + failed} situations: ${ok} as they should be, ${failed} not; ${silent} without an answer, ${skipped} not tried.`,
  );
  const gaps = Object.keys(operations).flatMap((id) => missing(coverage.statuses, id as OperationId));
  if (gaps.length > 0) say(["Statuses that were not exercised:", ...gaps].join("\n"));
}

/** One line for the documented statuses of an operation that never came. */
function missing(statuses: Readonly<Record<string, readonly string[]>>, id: OperationId): string[] {
  const names = Object.entries(statuses).flatMap(([name, hosts]) =>
    hosts.length === 0 && name.startsWith(`${id} `) ? [name.slice(id.length + 1)] : [],
  );
  return names.length === 0 ? [] : [`  ${id}: ${names.join(", ")}`];
}

function exitCode({ ok, failed, silent }: Counts): number {
  if (failed > 0) return 1;
  return silent > 0 || ok === 0 ? 2 : 0;
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
