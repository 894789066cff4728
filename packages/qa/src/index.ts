export type { CoverageKind, CoverageReport } from "./coverage/coverage-kind.js";
export { merge } from "./report/merge.js";
export type {
  BrokenPiece,
  Counts,
  ExampleExchange,
  HostCount,
  Report,
  ReportContract,
  ReportFinding,
} from "./report/report.js";
export { type ReporterName, reporters } from "./reporters/reporters.js";
export { BreachError } from "./testing/breach-error.js";
export { contractMatchers } from "./testing/matchers.js";
export { openSession, type Session, type SessionOptions } from "./testing/session.js";
export { type CheckedFetch, withContract } from "./testing/with-contract.js";
export type { Threshold } from "./verdict.js";
