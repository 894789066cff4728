import { UsageError } from "../usage-error.js";
import { type Report, reportFormat } from "./report.js";

/**
 * Reads a report that was written as JSON.
 *
 * @throws UsageError when the text is not a report of this version
 */
export function readReport(text: string, name: string): Report {
  let value: Partial<Report> | null;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError(`${name} is not JSON: give a report written with --report json=FILE.`);
  }
  if (value?.format === reportFormat) return value as Report;
  throw new UsageError(
    `${name} is not a report of ${reportFormat}: give one written with --report json=FILE.`,
  );
}
