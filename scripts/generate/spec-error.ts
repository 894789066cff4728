/** The specification cannot be read. The message is one line: `file:line: what is wrong`, and what to do. */
export class SpecError extends Error {
  override readonly name = "SpecError";

  /**
   * @param place `file:line` or `file`, from the root of the repository
   * @param fault what is wrong, without a full stop
   */
  constructor(place: string, fault: string, options?: ErrorOptions) {
    super(
      `${place}: ${fault.replace(/\s+/g, " ").replace(/\.?\s*$/, "")}. Mend it, then run npm run generate.`,
      options,
    );
  }
}
