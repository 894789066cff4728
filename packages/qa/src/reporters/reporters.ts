import type { Report } from "../report/report.js";
import { github } from "./github.js";
import { html } from "./html/html.js";
import { json } from "./json.js";
import { junit } from "./junit.js";
import { pretty } from "./pretty.js";
import { sarif } from "./sarif.js";

/** A report as text. Reporters sort nothing and decide nothing. */
export type Reporter = (report: Report) => string;

/** Every way to write a report, by the name that `--report` takes. */
export const reporters = { pretty, json, junit, sarif, github, html } as const satisfies Record<
  string,
  Reporter
>;

export type ReporterName = keyof typeof reporters;

export function isReporterName(name: string): name is ReporterName {
  return Object.hasOwn(reporters, name);
}
