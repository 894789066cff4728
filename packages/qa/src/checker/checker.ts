import type { ContractOptions } from "@ittybit/contract";
import type { Format } from "../input/format.js";
import type { RawRecord } from "../input/raw-record.js";
import type { Report } from "../report/report.js";
import type { DocumentSettings } from "./open-contract.js";

/** How to check, as plain data: each thread opens its own contract. */
export interface CheckSettings {
  /** Path of an OpenAPI document; null for the Ittybit contract. */
  readonly spec: string | null;
  /** How to read that document. */
  readonly document?: DocumentSettings;
  readonly options: ContractOptions;
  /** Additional names of secret headers, parameters and fields. */
  readonly redact: readonly string[];
  /** Names that are not secret, although they look so. */
  readonly noRedact: readonly string[];
}

/** Raw records of one source. */
export interface SourceRecords {
  readonly source: string;
  readonly format: Format;
  readonly records: readonly RawRecord[];
}

/** Checks exchanges and builds a report, in this thread or in several. */
export interface Checker {
  /**
   * Resolves when there is room for more. The memory of the records can be reused then.
   *
   * @throws ContractError when the contract cannot be opened
   */
  check(records: SourceRecords): Promise<void>;
  /** Returns the report so far. */
  report(): Promise<Report>;
  /** Returns the report since the last call and resets it. */
  takeReport(): Promise<Report>;
  /** Faults of the document, and problems of the checker itself, such as a crashed thread, one line each. */
  readonly problems: readonly string[];
  /** Gives up on records that are still being checked. Their exchanges count as skipped. */
  abandon(): void;
  close(): Promise<void>;
}
