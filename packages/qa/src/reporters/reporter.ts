import type { Baseline } from "../report/baseline.js";
import type { Report } from "../report/report.js";
import type { Paint } from "./paint.js";

/** How a report is rendered. */
export interface ReporterOptions {
  /** Colours for a terminal. @default none */
  readonly paint?: Paint;
  /** Report to compare with. @default no baseline */
  readonly baseline?: Baseline;
}

/** Renders a report as text. A reporter writes nothing, sorts nothing and decides nothing. */
export type Reporter = (report: Report, options?: ReporterOptions) => string;
