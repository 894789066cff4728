import { isReporterName, type ReporterName, reporters } from "../reporters/reporters.js";
import { UsageError } from "../usage-error.js";
import { oneOf } from "./one-of.js";

export interface ReportTarget {
  readonly reporter: ReporterName;
  /** null: standard output. */
  readonly file: string | null;
}

/** @param texts `html=report.html`, or a name alone for standard output */
export function readTargets(texts: readonly string[] | undefined): ReportTarget[] {
  const targets = (texts ?? ["pretty"]).map(readTarget);
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
  return { reporter: oneOf(name, Object.keys(reporters).filter(isReporterName), "--report"), file };
}
