import { UsageError } from "../usage-error.js";
import { type Report, reportFormat } from "./report.js";

/**
 * Reads a JSON report.
 *
 * @throws UsageError when the text is not a complete report of this version
 */
export async function readReport(text: string, name: string): Promise<Report> {
  const value = parseReport(text, name);
  if (value?.format !== reportFormat) {
    throw new UsageError(
      `${name} is not a report of ${reportFormat}: give one written with --report json=FILE.`,
    );
  }
  const { faultOf } = await import("./report-schema.js");
  const fault = faultOf(value);
  if (fault === null) return value as Report;
  throw new UsageError(`${name} is not a whole report: ${fault}. Give one as --report json=FILE writes it.`);
}

function parseReport(text: string, name: string): Partial<Report> | null {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${name} is not JSON: give a report written with --report json=FILE.`);
  }
}
