/** A part of a document that OpenAPI does not allow, although the document can be read. */
export interface DocumentFault {
  readonly problem: string;
  readonly pointer: string;
  readonly fix: string;
  /** Whether the part only documents, so that no check depends on it. */
  readonly isHarmless: boolean;
}
