export type { CoverageKind, CoverageReport } from "./coverage/coverage-kind.js";
export type { BrokenRecord } from "./report/broken-record.js";
export { merge } from "./report/merge.js";
export type { OffsetRange } from "./report/offset-range.js";
export type { ReportOrigin, ShardCount } from "./report/origin.js";
export type {
  Counts,
  ExampleExchange,
  HostCount,
  Report,
  ReportContract,
  ReportFinding,
} from "./report/report.js";
export { type FailOn, failOnLevels } from "./report/thresholds.js";
export { isReporterName, type ReporterName, reporters } from "./reporters/report-formats.js";
export type { LiveCheckOptions, LiveExchange } from "./testing/live-checker.js";
export {
  type ContractMatchers,
  contractMatchers,
  createMatchers,
  type MatchOptions,
  type MatchResult,
} from "./testing/matchers.js";
export type { Fetch } from "./testing/observed-call.js";
export { type ContractSettings, openSession, type Session, type SessionOptions } from "./testing/session.js";
export { ContractViolationError } from "./testing/violation-error.js";
export { type CheckedFetch, withContract } from "./testing/with-contract.js";
