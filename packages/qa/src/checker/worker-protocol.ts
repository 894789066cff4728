import type { Report } from "../report/report.js";
import type { RecordBlock } from "./batch.js";
import type { CheckSettings } from "./checker.js";

/** `workerData` of a check worker. */
export type WorkerSettings = CheckSettings;

/**
 * A message to a check worker. Tasks run in order; each gets one reply.
 *
 * - `batch`: records as bytes in shared memory, which stays unchanged until the reply.
 * - `report`: asks for the report so far, or since the last reset.
 */
export type WorkerTask =
  | { readonly kind: "batch"; readonly batch: RecordBlock }
  | { readonly kind: "report"; readonly isReset: boolean };

/** A reply of a check worker. */
export type WorkerReply =
  /** The batch is checked. Its memory can be reused. */
  | { readonly kind: "done" }
  | { readonly kind: "report"; readonly report: Report }
  /** Sent once, before other replies: the contract is open. */
  | { readonly kind: "opened"; readonly documentFaults: readonly string[] }
  /** The contract cannot be opened; the worker ends. */
  | { readonly kind: "contract-error"; readonly message: string };
