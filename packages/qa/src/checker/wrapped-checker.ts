import type { Report } from "../report/report.js";
import type { Checker, SourceRecords } from "./checker.js";

/** Passes everything on to another checker. For checkers that add something to one. */
export abstract class WrappedChecker implements Checker {
  protected readonly inner: Checker;

  constructor(inner: Checker) {
    this.inner = inner;
  }

  abstract check(records: SourceRecords): Promise<void>;
  abstract report(): Promise<Report>;
  abstract takeReport(): Promise<Report>;

  get problems(): readonly string[] {
    return this.inner.problems;
  }

  abandon(): void {
    this.inner.abandon();
  }

  close(): Promise<void> {
    return this.inner.close();
  }
}
