/** Something in a document stops an emitter. Whoever knows the files turns the pointer into file and line. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";

  /**
   * @param pointer JSON pointer into the bundle
   * @param fault what is wrong, without a full stop
   */
  constructor(
    readonly pointer: string,
    fault: string,
  ) {
    super(fault);
  }
}
