/** Where a document is at fault. */
interface FaultPlace {
  readonly pointer: string;
  readonly file?: string | null;
  readonly line?: number | null;
}

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

  /** The same error with file and line. */
  at(place: { readonly file: string; readonly line: number } | null): ContractError {
    if (place === null) return this;
    return new ContractError(this.problem, { pointer: this.pointer, ...place }, this.fix, this.cause);
  }
}
