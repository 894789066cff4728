import { DEFAULT_REPORT } from "../default-options.js";
import { type ReporterName, reporterNames } from "../reporters/report-formats.js";
import { UsageError } from "../usage-error.js";
import { oneOf } from "./flags.js";

/** A report form and where to write it. */
export interface ReportTarget {
  readonly reporter: ReporterName;
  /** null for standard output. */
  readonly file: string | null;
}

/** Reads `html=report.html`, or a form alone for standard output. @throws UsageError */
export function readTargets(texts: readonly string[] | undefined): ReportTarget[] {
  const targets = (texts ?? [DEFAULT_REPORT]).map(readTarget);
  if (targets.filter(({ file }) => file === null).length > 1) {
    throw new UsageError(
      "Only one report fits on standard output: give the others a file, --report json=FILE.",
    );
  }
  const files = targets.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined)
    throw new UsageError(`--report ${twice} is named twice: give each report its own file.`);
  return targets;
}

function readTarget(text: string): ReportTarget {
  const at = text.indexOf("=");
  const [name, file] = at === -1 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
  if (file === "") throw new UsageError(`--report ${text} names no file.`);
  return { reporter: oneOf(name, reporterNames, "--report"), file };
}
