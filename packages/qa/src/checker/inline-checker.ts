import { Coverage } from "../coverage/coverage.js";
import { type ExchangeRecord, type ReadExchange, RecordError } from "../input/exchange-record.js";
import { type Format, readers } from "../input/format.js";
import type { Piece } from "../input/raw-record.js";
import { type IsSecretName, secretNames } from "../redaction/secret-name.js";
import type { Report } from "../report/report.js";
import { Tally } from "../report/report-builder.js";
import { judge } from "./check-record.js";
import type { Checker, CheckSettings, PiecesOf } from "./checker.js";
import { type OpenContract, openContract } from "./open-contract.js";

/** Checks in this thread. */
export class InlineChecker implements Checker {
  readonly troubles: readonly string[] = [];
  readonly #opened: OpenContract;
  readonly #isSecret: IsSecretName;
  #tally: Tally;

  constructor(opened: OpenContract, isSecret: IsSecretName) {
    this.#opened = opened;
    this.#isSecret = isSecret;
    this.#tally = emptyTally(opened);
  }

  /** @throws ContractError when the contract cannot be opened */
  static async open({ spec, options, redact }: CheckSettings): Promise<InlineChecker> {
    return new InlineChecker(await openContract(spec, options), secretNames(redact));
  }

  async check({ source, format, pieces }: PiecesOf): Promise<void> {
    for (const piece of pieces) {
      const isLate = this.#checkPiece(piece, source, format);
      if (isLate) await isLate;
    }
  }

  /** Checks one exchange that is at hand; at once where its bodies are in memory. */
  checkExchange(record: ReadExchange): void | Promise<void> {
    const verdict = judge(this.#opened.contract, record);
    if (verdict instanceof Promise)
      return verdict.then((late) => this.#tally.addVerdict(late, this.#isSecret));
    this.#tally.addVerdict(verdict, this.#isSecret);
  }

  async report(): Promise<Report> {
    return this.#tally.report();
  }

  async take(): Promise<Report> {
    const report = this.#tally.report();
    this.#tally = emptyTally(this.#opened);
    return report;
  }

  async close(): Promise<void> {}

  #checkPiece(piece: Piece, source: string, format: Format): void | Promise<void> {
    const record = readPiece(piece, format);
    switch (record.kind) {
      case "broken": {
        const problem = `${readers[format].piece} ${record.problem}`;
        this.#tally.addBroken({ source, number: record.number, problem });
        break;
      }
      case "unanswered":
        this.#tally.addUnanswered();
        break;
      case "exchange":
        return this.checkExchange(record);
      default:
        record satisfies never;
    }
  }
}

function emptyTally({ identity, plan, fits }: OpenContract): Tally {
  return new Tally(identity, new Coverage(plan, fits));
}

function readPiece(piece: Piece, format: Format): ExchangeRecord {
  if (piece.kind === "broken") return piece;
  try {
    return readers[format].read(piece.bytes);
  } catch (error) {
    if (error instanceof RecordError) return { kind: "broken", number: piece.number, problem: error.message };
    throw error;
  }
}
