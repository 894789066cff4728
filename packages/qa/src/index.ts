export type { CoverageKind, CoverageReport } from "./coverage/coverage-kind.js";
export { merge } from "./report/merge.js";
export type {
  BrokenRecord,
  Counts,
  ExampleExchange,
  HostCount,
  Report,
  ReportContract,
  ReportFinding,
} from "./report/report.js";
export { type FailOn, failOnLevels } from "./report/thresholds.js";
export { isReporterName, type ReporterName, reporters } from "./reporters/reporters.js";
export { BreachError } from "./testing/breach-error.js";
export type { ExaminerOptions, LiveExchange } from "./testing/examiner.js";
export {
  type ContractMatchers,
  contractMatchers,
  createMatchers,
  type MatchOptions,
  type MatchResult,
} from "./testing/matchers.js";
export { type ContractChoice, openSession, type Session, type SessionOptions } from "./testing/session.js";
export { type CheckedFetch, withContract } from "./testing/with-contract.js";
