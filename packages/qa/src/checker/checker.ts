import type { ContractOptions } from "@ittybit/contract";
import type { Format } from "../input/format.js";
import type { RawRecord } from "../input/raw-record.js";
import type { Report } from "../report/report.js";

/** What traffic is held against, as plain data: each thread opens the contract by itself. */
export interface CheckSettings {
  /** An OpenAPI 3.1 document; null for the Ittybit contract. */
  readonly spec: string | null;
  readonly options: ContractOptions;
  /** Names of headers, parameters and fields that are secret too. */
  readonly redact: readonly string[];
}

/** Pieces of one source. */
export interface SourceRecords {
  readonly source: string;
  readonly format: Format;
  readonly records: readonly RawRecord[];
}

/** Checks exchanges and adds up what it finds: in this thread, or in several. */
export interface Checker {
  /**
   * Resolves when there is room for more. The bytes are not looked at later, so their memory can be used again.
   *
   * @throws ContractError when the contract cannot be opened
   */
  check(records: SourceRecords): Promise<void>;
  /** What was found so far. */
  report(): Promise<Report>;
  /** What was found since the beginning, or since this was asked before. What it tells is told once. */
  takeReport(): Promise<Report>;
  /** What went wrong besides the traffic, in one line each. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}
