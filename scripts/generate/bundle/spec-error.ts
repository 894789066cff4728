const DEFAULT_FIX = "Fix it, then run npm run generate.";

interface SpecErrorOptions extends ErrorOptions {
  /** One sentence that says what to do. @default to fix it and run the generator */
  readonly fix?: string;
}

/** spec/ cannot be read. The message is one line: `file:line: what is wrong. What to do.` */
export class SpecError extends Error {
  override readonly name = "SpecError";

  /**
   * @param location `file:line` or `file`, from the root of the repository
   * @param problem what is wrong, without a full stop
   */
  constructor(location: string, problem: string, { fix = DEFAULT_FIX, ...options }: SpecErrorOptions = {}) {
    super(`${location}: ${problem.replace(/\s+/g, " ").replace(/\.?\s*$/, "")}. ${fix}`, options);
  }
}
