import type { ContractOptions } from "@ittybit/contract";
import type { Format } from "../input/format.js";
import type { Piece } from "../input/raw-record.js";
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
export interface PiecesOf {
  readonly source: string;
  readonly format: Format;
  readonly pieces: readonly Piece[];
}

/** Checks exchanges and adds up what it finds: in this thread, or in several. */
export interface Checker {
  /**
   * Resolves when there is room for more. The bytes are not looked at later, so their memory can be used again.
   *
   * @throws ContractError when the contract cannot be opened
   */
  check(pieces: PiecesOf): Promise<void>;
  /** What was found so far. */
  report(): Promise<Report>;
  /** What was found since the beginning, or since this was asked before. What it tells is told once. */
  take(): Promise<Report>;
  /** What went wrong besides the traffic, in one line each. */
  readonly troubles: readonly string[];
  close(): Promise<void>;
}
