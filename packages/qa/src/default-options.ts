import { DEFAULT_PORTS } from "@ittybit/contract/tool-ports";
import type { FailOn } from "./report/thresholds.js";
import type { ReporterName } from "./reporters/report-formats.js";

/** The lowest severity that fails a run or a test. */
export const DEFAULT_FAIL_ON: FailOn = "error";

/** Where `proxy` listens. */
export const DEFAULT_LISTEN = `127.0.0.1:${DEFAULT_PORTS.proxy}`;

/** The report on standard output. */
export const DEFAULT_REPORT: ReporterName = "pretty";

/** How long a Playwright fixture waits for responses that are still arriving when a test ends. */
export const DEFAULT_GRACE_MS = 2_000;
