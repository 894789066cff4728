import { writeFile } from "node:fs/promises";
import type { Report } from "../report/report.js";
import { colours } from "../reporters/paint.js";
import { reporters } from "../reporters/reporters.js";
import type { ReportTarget } from "./report-options.js";
import type { World } from "./world.js";

/** Writes a report in every form that was asked for. One that fails does not keep the others from being written. */
export async function deliver(
  report: Report,
  targets: readonly ReportTarget[],
  { out, err, hasColours }: World,
): Promise<boolean> {
  let isDelivered = true;
  for (const { reporter, file } of targets) {
    try {
      if (file === null) await out(reporters[reporter](report, hasColours ? { paint: colours } : {}));
      else await writeFile(file, reporters[reporter](report));
    } catch (error) {
      err(`ittybit-qa: the report ${file} cannot be written: ${reason(error)}.`);
      isDelivered = false;
    }
  }
  return isDelivered;
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC") return "the disk is full";
  return code === "ENOENT" ? "its folder does not exist" : message;
}
