import { writeFile } from "node:fs/promises";
import type { Report } from "../report/report.js";
import { reporters } from "../reporters/reporters.js";
import type { ReportTarget } from "./report-options.js";
import type { World } from "./world.js";

/** Writes a report in every form that was asked for. One that fails does not keep the others from being written. */
export async function deliver(
  report: Report,
  targets: readonly ReportTarget[],
  { out, err }: World,
): Promise<boolean> {
  let isDelivered = true;
  for (const { reporter, file } of targets) {
    const text = reporters[reporter](report);
    if (file === null) {
      await out(text);
      continue;
    }
    try {
      await writeFile(file, text);
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
