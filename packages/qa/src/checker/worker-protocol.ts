import type { RecordedExchange } from "../input/exchange-record.js";
import type { Report } from "../report/report.js";
import type { TransferBatch } from "./batch.js";
import type { CheckSettings } from "./checker.js";

/** What a thread gets when it is started, as `workerData`. */
export type WorkerSettings = CheckSettings;

/**
 * What a thread is told. Tasks are done in order; each is answered by one message.
 *
 * - `batch`: entries or lines of a recording, as bytes. Their memory is transferred, and comes back with the answer.
 * - `exchange`: one exchange that is at hand, such as a live one. Its bodies must be bytes, null or undefined.
 * - `report`: asks for all that this thread found since it began, or since it was last told to begin anew.
 */
export type WorkerTask =
  | { readonly kind: "batch"; readonly batch: TransferBatch }
  | { readonly kind: "exchange"; readonly record: RecordedExchange }
  | { readonly kind: "report"; readonly beginsAnew: boolean };

/** What a thread answers. */
export type WorkerReply =
  /** The task is done. `memory` is that of the batch, to be used again. */
  | { readonly kind: "done"; readonly memory: ArrayBuffer | null }
  | { readonly kind: "report"; readonly report: Report }
  /** The contract cannot be opened; the thread ends. */
  | { readonly kind: "refused"; readonly message: string };
