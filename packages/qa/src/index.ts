export type {
  BrokenPiece,
  Counts,
  ExampleExchange,
  HostCount,
  Report,
  ReportContract,
  ReportFinding,
} from "./report/report.js";
