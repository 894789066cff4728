import type { Allowance } from "@ittybit/contract";
import type { Report, ReportFinding } from "../report/report.js";
import type { RawHeaders } from "./end-to-end.js";
import type { Packet } from "./packet.js";
import type { UploadHead } from "./upload-copy.js";

/** What the thread that checks is opened with. */
export interface CheckingSettings {
  readonly spec: string | null;
  readonly strict: boolean;
  readonly allow: readonly Allowance[];
  readonly today: string;
  readonly redact: readonly string[];
  /** File that exchanges are appended to; null for none. */
  readonly record: string | null;
}

/** A request that got no answer, or not all of one; its body is not kept. */
export interface Unanswered {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly method: string;
  readonly url: string;
  readonly headers: RawHeaders;
}

/** What the thread is asked. */
export type Question =
  | { readonly kind: "exchanges"; readonly packet: Packet }
  /** One exchange whose verdict somebody waits for. */
  | { readonly kind: "verdict"; readonly number: number; readonly packet: Packet }
  | UploadMessage
  | { readonly kind: "unanswered"; readonly request: Unanswered }
  | { readonly kind: "skipped"; readonly count: number }
  | { readonly kind: "report" };

/** The body of an upload, piece by piece, before the exchange that it belongs to. */
export type UploadMessage =
  | { readonly kind: "upload"; readonly number: number; readonly step: "begin"; readonly head: UploadHead }
  | { readonly kind: "upload"; readonly number: number; readonly step: "piece"; readonly bytes: Uint8Array }
  /** All of it has come; not all of it will come; the exchange will not come. */
  | { readonly kind: "upload"; readonly number: number; readonly step: "whole" | "cut" | "gone" };

/** What it answers. */
export type Reply =
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
