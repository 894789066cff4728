import type { Category, ContractLocation, Direction, MessageLocation, Severity } from "@ittybit/contract";
import type { CoverageReport } from "../coverage/coverage-kind.js";

/** Version of the report's own format. */
export const reportFormat = "ittybit-qa-report/1";

/** All that a run found out, as plain data: sorted, without secrets, the same for the same traffic. */
export interface Report {
  readonly format: typeof reportFormat;
  readonly contract: ReportContract;
  readonly exchanges: Counts;
  /** Hosts outside the contract that traffic went to, by name. */
  readonly elsewhere: readonly HostCount[];
  /** Worst first. */
  readonly findings: readonly ReportFinding[];
  /** Occurrences of findings beyond the number that a report keeps. */
  readonly findingsDropped: number;
  /** Entries and lines that could not be read. */
  readonly broken: readonly BrokenRecord[];
  readonly coverage: CoverageReport;
}

export interface ReportContract {
  readonly name: string;
  /** Reports of different contracts do not merge. */
  readonly digest: string;
}

/** Every exchange counts once, in `read` and in one of the others. */
export interface Counts {
  readonly read: number;
  readonly checked: number;
  readonly elsewhere: number;
  readonly preflight: number;
  readonly unanswered: number;
  readonly broken: number;
  /** Passed while checking was behind, so that nobody looked at them. */
  readonly skipped: number;
  /** Delivered again, and not looked at again. */
  readonly duplicates: number;
  /** Of those checked: requests that broke the contract and were refused, as they should be. */
  readonly refused: number;
  /** Of those checked: no credentials were recorded, which proves nothing. */
  readonly unproven: number;
}

export interface HostCount {
  readonly host: string;
  readonly count: number;
}

export interface BrokenRecord {
  readonly source: string;
  /** Entry or line, from 1. */
  readonly number: number;
  readonly problem: string;
}

/** One fault, however often it was seen. */
export interface ReportFinding {
  readonly fingerprint: string;
  readonly code: string;
  readonly sort: Category;
  readonly severity: Severity;
  readonly operationId: string | null;
  readonly direction: Direction;
  readonly at: MessageLocation;
  readonly contract: ContractLocation | null;
  /** Why the broken fact is only inferred; null when it is documented. */
  readonly inferred: string | null;
  /** Why it is known and accepted; null otherwise. */
  readonly allowed: string | null;
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  /** The place in the message and what stands around it; empty where nothing can be shown. */
  readonly excerpt: readonly ExcerptLine[];
  /** How often it was seen. */
  readonly count: number;
  /** The earliest exchange that shows it. */
  readonly example: ExampleExchange;
}

export interface ExcerptLine {
  readonly text: string;
  /** Whether this line is what the finding is about. */
  readonly isFault: boolean;
}

export interface ExampleExchange {
  readonly id: string | null;
  readonly started: string | null;
  readonly method: string;
  readonly url: string;
  readonly status: number;
  /** A command that sends the request again. */
  readonly curl: string;
}
