import type { Report } from "../report/report.js";
import { github } from "./github.js";
import { gitlab } from "./gitlab.js";
import { html } from "./html/html.js";
import { json } from "./json.js";
import { junit } from "./junit.js";
import type { Paint } from "./paint.js";
import { pretty } from "./pretty.js";
import { sarif } from "./sarif.js";

export interface ReporterOptions {
  /** Colours for a terminal. @default none */
  readonly paint?: Paint;
}

/** A report as text. Reporters sort nothing and decide nothing. */
export type Reporter = (report: Report, options?: ReporterOptions) => string;

/** Every way to write a report, by the name that `--report` takes. */
export const reporters = { pretty, json, junit, sarif, github, gitlab, html } as const satisfies Record<
  string,
  Reporter
>;

export type ReporterName = keyof typeof reporters;

export function isReporterName(name: string): name is ReporterName {
  return Object.hasOwn(reporters, name);
}
