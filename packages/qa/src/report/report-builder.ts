import type { Redactor } from "@ittybit/contract/redaction";
import type { CheckedExchange, RecordOutcome } from "../checker/check-record.js";
import type { Coverage } from "../coverage/coverage.js";
import { type BrokenRecord, brokenKey, uniteBroken } from "./broken-record.js";
import { compareFindings, isEarlier, rankOf } from "./compare-findings.js";
import { describeFindings } from "./describe-finding.js";
import { type Counts, type Report, type ReportContract, type ReportFinding, reportFormat } from "./report.js";
import { SmallestKeys } from "./smallest-keys.js";

/** How many distinct findings, hosts and unreadable records a report keeps. */
const LIMITS = { findings: 10_000, hosts: 1_000, broken: 1_000 };

/** Builds a report from outcomes and other reports. The result does not depend on their order. */
export class ReportBuilder {
  readonly #contract: ReportContract;
  readonly #counts: { -readonly [Name in keyof Counts]-?: number } = noCounts();
  readonly #findings = new SmallestKeys<ReportFinding>(LIMITS.findings);
  readonly #hosts = new SmallestKeys<number>(LIMITS.hosts);
  readonly #broken = new SmallestKeys<BrokenRecord>(LIMITS.broken);
  readonly #coverage: Coverage;
  #occurrences = 0;

  constructor(contract: ReportContract, coverage: Coverage) {
    this.#contract = contract;
    this.#coverage = coverage;
  }

  /** Returns the findings of the exchange, described and without secrets. */
  addOutcome(outcome: RecordOutcome, redactor: Redactor): readonly ReportFinding[] {
    this.#counts.read += 1;
    this.#counts[outcome.kind] += 1;
    if (outcome.kind === "elsewhere") this.#addHost(outcome.host, 1);
    return outcome.kind === "checked" ? this.#addChecked(outcome, redactor) : [];
  }

  addUnanswered(): void {
    this.#counts.read += 1;
    this.#counts.unanswered += 1;
  }

  addSkipped(count: number): void {
    this.#counts.read += count;
    this.#counts.skipped += count;
  }

  addUpgraded(): void {
    this.#counts.read += 1;
    this.#counts.upgraded += 1;
  }

  addBroken(piece: BrokenRecord): void {
    this.#counts.read += 1;
    this.#counts.broken += 1;
    this.#keepBroken(piece);
  }

  addDuplicates(count: number): void {
    this.#counts.read += count;
    this.#counts.duplicates += count;
  }

  addReport(report: Report): void {
    for (const name of Object.keys(this.#counts) as (keyof Counts)[])
      this.#counts[name] += report.exchanges[name] ?? 0;
    for (const { host, count } of report.elsewhere) this.#addHost(host, count);
    for (const finding of report.findings) this.#addFinding(finding);
    for (const piece of report.broken) this.#keepBroken(piece);
    this.#occurrences += report.findingsDropped;
    this.#coverage.add(report.coverage, report.coverageTruncated);
  }

  report(): Report {
    const findings = [...this.#findings.values()].sort(compareFindings);
    const shown = findings.reduce((sum, { count }) => sum + count, 0);
    const { cached, ...counts } = this.#counts;
    const coverageTruncated = this.#coverage.truncated();
    return {
      format: reportFormat,
      contract: this.#contract,
      exchanges: cached > 0 ? { ...counts, cached } : counts,
      elsewhere: [...this.#hosts.entries()].map(([host, count]) => ({ host, count })),
      findings,
      findingsDropped: this.#occurrences - shown,
      broken: [...this.#broken.values()],
      coverage: this.#coverage.report(),
      ...(coverageTruncated.length > 0 && { coverageTruncated }),
    };
  }

  #addChecked(outcome: CheckedExchange, redactor: Redactor): readonly ReportFinding[] {
    this.#coverage.observe(outcome.report, outcome.host);
    if (outcome.isRefused) this.#counts.refused += 1;
    if (outcome.lacksCredentials) this.#counts.unproven += 1;
    if (outcome.record.isCached) this.#counts.cached += 1;
    if (outcome.findings.length === 0) return [];
    const findings = describeFindings(outcome, redactor);
    for (const finding of findings) this.#addFinding(finding);
    return findings;
  }

  #addFinding(finding: ReportFinding): void {
    this.#occurrences += finding.count;
    this.#findings.update(`${rankOf(finding.severity)}${finding.fingerprint}`, (known) => {
      if (known === undefined) return finding;
      const count = known.count + finding.count;
      return { ...(isEarlier(finding, known) ? finding : known), count };
    });
  }

  #addHost(host: string, count: number): void {
    this.#hosts.update(host, (known) => (known ?? 0) + count);
  }

  #keepBroken(piece: BrokenRecord): void {
    this.#broken.update(brokenKey(piece), (known) => uniteBroken(known, piece));
  }
}

function noCounts() {
  return {
    read: 0,
    checked: 0,
    elsewhere: 0,
    preflight: 0,
    unanswered: 0,
    broken: 0,
    skipped: 0,
    upgraded: 0,
    duplicates: 0,
    refused: 0,
    unproven: 0,
    cached: 0,
  };
}
