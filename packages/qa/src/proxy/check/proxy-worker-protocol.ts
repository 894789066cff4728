import type { Allowance } from "@ittybit/contract";
import type { DocumentSettings } from "../../checker/open-contract.js";
import type { Report, ReportFinding } from "../../report/report.js";
import type { UnansweredRequest } from "../capture/captured-exchange.js";
import type { UploadMessage } from "../capture/upload-message.js";
import type { ExchangeBatch } from "./exchange-batch.js";

/** `workerData` of the checking worker. */
export interface ProxyWorkerSettings {
  readonly spec: string | null;
  /** How to read that document. */
  readonly document?: DocumentSettings;
  readonly strict: boolean;
  readonly allow: readonly Allowance[];
  readonly today: string;
  readonly redact: readonly string[];
  readonly noRedact: readonly string[];
  /** File to append exchanges to; null for none. */
  readonly record: string | null;
}

/** What the proxy sends to the worker. Tasks are done in order; uploads are read as they arrive. */
export type ProxyWorkerTask =
  | { readonly kind: "exchanges"; readonly batch: ExchangeBatch }
  /** One exchange whose findings the proxy waits for. */
  | { readonly kind: "check"; readonly number: number; readonly batch: ExchangeBatch }
  | UploadMessage
  | { readonly kind: "unanswered"; readonly request: UnansweredRequest }
  | { readonly kind: "skipped"; readonly count: number }
  /** A connection switched to another protocol, which is not checked. */
  | { readonly kind: "upgraded" }
  | { readonly kind: "report" };

/** What the worker sends back. */
export type ProxyWorkerReply =
  | { readonly kind: "ready" }
  /** `fresh`: findings that no earlier exchange had. */
  | { readonly kind: "exchanges-checked"; readonly count: number; readonly fresh: readonly ReportFinding[] }
  | {
      readonly kind: "checked";
      readonly number: number;
      readonly findings: readonly ReportFinding[];
      readonly fresh: readonly ReportFinding[];
    }
  /** Bytes of uploads that were read: their memory is free again. */
  | { readonly kind: "upload-read"; readonly bytes: number }
  | { readonly kind: "report"; readonly report: Report }
  /** The recording ended early. Sent once. */
  | { readonly kind: "recording-failed"; readonly reason: string };
