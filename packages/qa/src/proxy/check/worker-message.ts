import type { Allowance } from "@ittybit/contract";
import type { Report, ReportFinding } from "../../report/report.js";
import type { UploadMessage } from "../capture/upload-message.js";
import type { RawHeaders } from "../raw-headers.js";
import type { ExchangeBatch } from "./exchange-batch.js";

/** What the thread that checks is opened with. */
export interface WorkerSettings {
  readonly spec: string | null;
  readonly strict: boolean;
  readonly allow: readonly Allowance[];
  readonly today: string;
  readonly redact: readonly string[];
  /** File that exchanges are appended to; null for none. */
  readonly record: string | null;
}

/** A request that got no answer, or not all of one; its body is not kept. */
export interface UnansweredRequest {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly method: string;
  readonly url: string;
  readonly headers: RawHeaders;
}

/** What the thread is asked. */
export type WorkerRequest =
  | { readonly kind: "exchanges"; readonly packet: ExchangeBatch }
  /** One exchange whose verdict somebody waits for. */
  | { readonly kind: "verdict"; readonly number: number; readonly packet: ExchangeBatch }
  | UploadMessage
  | { readonly kind: "unanswered"; readonly request: UnansweredRequest }
  | { readonly kind: "skipped"; readonly count: number }
  | { readonly kind: "report" };

/** What it answers. */
export type WorkerReply =
  | { readonly kind: "ready" }
  /** So many exchanges were looked at. `found`: findings of theirs that no exchange before them had. */
  | { readonly kind: "done"; readonly count: number; readonly found: readonly ReportFinding[] }
  | {
      readonly kind: "verdict";
      readonly number: number;
      readonly findings: readonly ReportFinding[];
      readonly found: readonly ReportFinding[];
    }
  /** So many bytes of uploads were read. */
  | { readonly kind: "read"; readonly bytes: number }
  | { readonly kind: "report"; readonly report: Report }
  /** The recording has ended early; said once. */
  | { readonly kind: "recording-failed"; readonly reason: string };
