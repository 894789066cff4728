import type { Report, ReportFinding } from "../report/report.js";
import type { Packet } from "./packet.js";

/** What the thread that checks is opened with. */
export interface CheckingSettings {
  readonly spec: string | null;
  readonly strict: boolean;
  readonly allow: readonly Allowed[];
  readonly today: string;
  readonly redact: readonly string[];
  /** File that exchanges are appended to; null for none. */
  readonly record: string | null;
}

type Allowed = import("@ittybit/contract").Allowance;

/** What the thread is asked. */
export type Question =
  | { readonly kind: "exchanges"; readonly packet: Packet }
  /** One exchange whose verdict somebody waits for. */
  | { readonly kind: "verdict"; readonly number: number; readonly packet: Packet }
  | { readonly kind: "unanswered" }
  | { readonly kind: "skipped"; readonly count: number }
  | { readonly kind: "report" };

/** What it answers. */
export type Reply =
  | { readonly kind: "ready" }
  /** So many exchanges were looked at. `found`: findings of theirs that no exchange before them had. */
  | { readonly kind: "done"; readonly count: number; readonly found: readonly ReportFinding[] }
  | { readonly kind: "verdict"; readonly number: number; readonly findings: readonly ReportFinding[] }
  | { readonly kind: "report"; readonly report: Report }
  /** The recording has ended early; said once. */
  | { readonly kind: "recording-failed"; readonly reason: string };
