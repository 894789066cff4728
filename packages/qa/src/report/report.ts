import type { Category, ContractLocation, Direction, MessageLocation, Severity } from "@ittybit/contract";
import type { CoverageReport } from "../coverage/coverage-kind.js";
import type { BrokenRecord } from "./broken-record.js";
import type { ReportOrigin } from "./origin.js";

/** Version of the report format. */
export const reportFormat = "ittybit-qa-report/1";

/** The result of a run, as plain data: sorted, without secrets, deterministic for the same traffic. */
export interface Report {
  readonly format: typeof reportFormat;
  readonly contract: ReportContract;
  readonly exchanges: Counts;
  /** Hosts outside the contract, by name. */
  readonly elsewhere: readonly HostCount[];
  /** Worst first. */
  readonly findings: readonly ReportFinding[];
  /** Occurrences of findings beyond the number that a report keeps. */
  readonly findingsDropped: number;
  /** Unreadable entries, lines and messages. */
  readonly broken: readonly BrokenRecord[];
  readonly coverage: CoverageReport;
  /** Operation and status, or `request`, of bodies whose coverage stops at a limit. Left out when there are none. */
  readonly coverageTruncated?: readonly string[];
  /** Which part of the traffic the report covers. Left out when nothing names it. */
  readonly origin?: ReportOrigin;
  /** How the findings compare with the baseline. Left out without a baseline, and in merged reports. */
  readonly baseline?: ReportBaseline;
}

/** The findings of a report, compared with a baseline. */
export interface ReportBaseline {
  /** Fingerprints of findings that the baseline does not list. */
  readonly new: readonly string[];
  /** Fingerprints of findings that the baseline lists. */
  readonly known: readonly string[];
  /** Findings of the baseline that did not occur again. */
  readonly gone: readonly ReportFinding[];
}

/** The contract that a report is about. */
export interface ReportContract {
  readonly name: string;
  /** Digest of the contract. Reports with different digests do not merge. */
  readonly digest: string;
}

/** Every exchange counts once in `read`, and once in one of the next seven. */
export interface Counts {
  readonly read: number;
  readonly checked: number;
  readonly elsewhere: number;
  readonly preflight: number;
  readonly unanswered: number;
  readonly broken: number;
  /** Not checked, because checking fell behind or stopped. */
  readonly skipped: number;
  /** Switched to another protocol, such as WebSocket, which no contract describes. */
  readonly upgraded: number;
  /** Delivered again, and not checked again. */
  readonly duplicates: number;
  /** Of those checked: invalid requests that the API refused, as it should. */
  readonly refused: number;
  /** Of those checked: recorded without credentials, which proves nothing. */
  readonly unproven: number;
  /** Of those checked: 304 responses recorded with the cached body, which is not checked. Left out when there are none. */
  readonly cached?: number;
}

/** A host and the number of requests to it. */
export interface HostCount {
  readonly host: string;
  readonly count: number;
}

/** One finding, however often it occurred. */
export interface ReportFinding {
  readonly fingerprint: string;
  readonly code: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly operationId: string | null;
  readonly direction: Direction;
  readonly at: MessageLocation;
  readonly contract: ContractLocation | null;
  /** Why the broken fact is only inferred; null if it is documented. */
  readonly inferred: string | null;
  /** Why the drift is accepted; null if it is not. */
  readonly allowed: string | null;
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  /** The lines of the message around the finding; may be empty. */
  readonly excerpt: readonly ExcerptLine[];
  /** Number of occurrences. */
  readonly count: number;
  /** The earliest exchange with this finding. */
  readonly example: ExampleExchange;
}

/** A line of an excerpt. */
export interface ExcerptLine {
  readonly text: string;
  /** Whether the finding is about this line. */
  readonly isFault: boolean;
}

/** The exchange that a finding shows as its example. */
export interface ExampleExchange {
  readonly id: string | null;
  readonly started: string | null;
  readonly method: string;
  readonly url: string;
  readonly status: number;
  /** A curl command that repeats the request. */
  readonly curl: string;
}
