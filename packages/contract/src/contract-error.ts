/** Where a document is at fault. */
interface FaultPlace {
  readonly pointer: string;
  readonly file?: string | null;
  readonly line?: number | null;
}

/** Number of faults in a message. */
const MAX_FAULTS_SHOWN = 50;

/**
 * A document that cannot be used as a contract. Thrown when it is loaded, never during a check. The message says
 * what is wrong, where, and how to fix it.
 *
 * @example
 * ```ts
 * import { ContractError, createContract } from "@ittybit/contract/create";
 *
 * try {
 *   createContract({ openapi: "2.0" });
 * } catch (error) {
 *   if (error instanceof ContractError) console.error(error.problem, error.pointer, error.fix);
 * }
 * ```
 */
export class ContractError extends Error {
  override readonly name = "ContractError";
  readonly problem: string;
  readonly fix: string;
  /** JSON pointer into the document. */
  readonly pointer: string;
  /** Source file, null when the document came as a value. */
  readonly file: string | null;
  /** Line in that file, counted from 1. */
  readonly line: number | null;
  /** Every fault of the document, this one first, in the order of its lines. */
  readonly faults: readonly ContractError[] = [this];

  constructor(
    problem: string,
    { pointer, file = null, line = null }: FaultPlace,
    fix: string,
    cause?: unknown,
  ) {
    const place = file === null ? "" : `${file}${line === null ? "" : `:${line}`}: `;
    super(`${place}${problem} (at ${pointer || "the document root"}). ${fix}`, { cause });
    this.problem = problem;
    this.fix = fix;
    this.pointer = pointer;
    this.file = file;
    this.line = line;
  }

  /**
   * One error for all faults of a document: a line for each, and one for what applies to all of them.
   *
   * @param faults at least one
   */
  static ofAll(faults: readonly ContractError[], hint: string): ContractError {
    const sorted = faults.toSorted(byLine);
    const [first] = sorted as [ContractError];
    const { problem, pointer, file, line, fix, cause } = first;
    const error = new ContractError(problem, { pointer, file, line }, fix, cause);
    const rest = sorted.length - MAX_FAULTS_SHOWN;
    const lines = [
      ...sorted.slice(0, MAX_FAULTS_SHOWN).map(({ message }) => message),
      ...(rest > 0 ? [`There are ${rest} more faults.`] : []),
      ...(hint === "" ? [] : [hint]),
    ];
    return Object.assign(error, { message: lines.join("\n"), faults: sorted });
  }

  /** The same error with file and line. */
  at(place: { readonly file: string; readonly line: number } | null): ContractError {
    if (place === null) return this;
    return new ContractError(this.problem, { pointer: this.pointer, ...place }, this.fix, this.cause);
  }
}

function byLine(a: ContractError, b: ContractError): number {
  if (a.file !== b.file) return (a.file ?? "") < (b.file ?? "") ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}
