import { createRedactor, type Redactor } from "@ittybit/contract/redaction";
import { Coverage } from "../coverage/coverage.js";
import { type ExchangeRecord, RecordError, type RecordedExchange } from "../input/exchange-record.js";
import { type Format, readers } from "../input/format.js";
import { fingerprintOf, type RawRecord } from "../input/raw-record.js";
import type { BrokenRecord } from "../report/broken-record.js";
import type { Report } from "../report/report.js";
import { ReportBuilder } from "../report/report-builder.js";
import { checkRecord } from "./check-record.js";
import type { Checker, CheckSettings, SourceRecords } from "./checker.js";
import { type OpenContract, openContract } from "./open-contract.js";

/** Checks in this thread. */
export class InlineChecker implements Checker {
  readonly #opened: OpenContract;
  readonly #redactor: Redactor;
  /** Null until it is needed: to list all that can be covered takes as long as to check hundreds of exchanges. */
  #builder: ReportBuilder | null = null;

  constructor(opened: OpenContract, redactor: Redactor) {
    this.#opened = opened;
    this.#redactor = redactor;
  }

  /** @throws ContractError when the contract cannot be opened */
  static async open({ spec, document, options, redact, noRedact }: CheckSettings): Promise<InlineChecker> {
    const opened = await openContract(spec, options, document);
    const { vocabulary } = opened.contract;
    return new InlineChecker(opened, createRedactor({ redact, noRedact, vocabulary }));
  }

  get problems(): readonly string[] {
    return this.#opened.documentFaults;
  }

  async check({ source, format, records }: SourceRecords): Promise<void> {
    for (const raw of records) {
      const pending = this.#checkRaw(raw, source, format);
      if (pending) await pending;
    }
  }

  /** Checks one exchange; synchronously if its bodies are in memory. */
  checkExchange(record: RecordedExchange): void | Promise<void> {
    const outcome = checkRecord(this.#opened.contract, record);
    if (outcome instanceof Promise)
      return outcome.then((late) => void this.#report.addOutcome(late, this.#redactor));
    this.#report.addOutcome(outcome, this.#redactor);
  }

  async report(): Promise<Report> {
    return this.#report.report();
  }

  async takeReport(): Promise<Report> {
    const report = this.#report.report();
    this.#builder = null;
    return report;
  }

  /** Nothing is under way between two calls. */
  abandon(): void {}

  async close(): Promise<void> {}

  get #report(): ReportBuilder {
    this.#builder ??= emptyBuilder(this.#opened);
    return this.#builder;
  }

  #checkRaw(raw: RawRecord, source: string, format: Format): void | Promise<void> {
    const record = readRecord(raw, format);
    switch (record.kind) {
      case "broken":
        this.#report.addBroken(describeBroken(raw, record.problem, { source, format }));
        break;
      case "unanswered":
        this.#report.addUnanswered();
        break;
      case "exchange":
        return this.checkExchange(record);
      default:
        record satisfies never;
    }
  }
}

function emptyBuilder({ identity, plan, matchesSchema }: OpenContract): ReportBuilder {
  return new ReportBuilder(identity, new Coverage(plan, matchesSchema));
}

function describeBroken(
  raw: RawRecord,
  why: string,
  { source, format }: Omit<SourceRecords, "records">,
): BrokenRecord {
  const [{ number, position }, problem] = [raw, `${readers[format].recordName} ${why}`];
  if (position !== undefined) return { position, problem };
  if (format === "har") return { source, number, problem };
  const fingerprint = raw.kind === "bytes" ? fingerprintOf(raw.bytes) : (raw.fingerprint ?? "");
  return { source, number, fingerprint, count: 1, problem };
}

function readRecord(raw: RawRecord, format: Format): ExchangeRecord {
  if (raw.kind === "broken") return raw;
  try {
    return readers[format].read(raw.bytes);
  } catch (error) {
    if (error instanceof RecordError) return { kind: "broken", number: raw.number, problem: error.message };
    throw error;
  }
}
