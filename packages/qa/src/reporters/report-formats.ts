import { github } from "./github.js";
import { gitlab } from "./gitlab.js";
import { html } from "./html/html.js";
import { json } from "./json.js";
import { junit } from "./junit.js";
import { pretty } from "./pretty.js";
import type { Reporter } from "./reporter.js";
import { sarif } from "./sarif.js";

/**
 * Every report form by the name that `--report` takes. The help text and the tests read this list: a new form is its
 * file, a line here, and its golden report.
 *
 * @example
 * ```ts
 * import { merge, reporters } from "@ittybit/qa";
 * import type { Report } from "@ittybit/qa";
 *
 * const toHtml = (parts: Report[]) => reporters.html(merge(parts));
 * ```
 */
export const reporters = { pretty, json, junit, sarif, github, gitlab, html } as const satisfies Record<
  string,
  Reporter
>;

/** Name of a report form. */
export type ReporterName = keyof typeof reporters;

/** Names of all report forms, in the order of the help text. */
export const reporterNames = Object.keys(reporters) as ReporterName[];

/**
 * Whether a text names a report form.
 *
 * @example
 * ```ts
 * import { isReporterName } from "@ittybit/qa";
 *
 * const form = isReporterName("csv") ? "csv" : "json";
 * ```
 */
export function isReporterName(name: string): name is ReporterName {
  return Object.hasOwn(reporters, name);
}
