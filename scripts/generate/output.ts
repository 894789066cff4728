import type { Document } from "./document/document.js";
import type { SourceMap } from "./source-map/source-map.js";

/** What an emitter may know beside the document. */
export interface EmitContext {
  /** Where each node of the document was written; made on the first call. */
  readonly sourceMap: () => SourceMap;
  /** Every file of generated/. */
  readonly outputs: readonly Output[];
}

/**
 * Makes the text of one file. Pure: the same document and context give the same bytes.
 * Throws DocumentError where the document lacks what the file needs.
 */
export type Emit = (document: Document, context: EmitContext) => string | Promise<string>;

/** One file of generated/. */
export interface Output {
  readonly file: string;
  /** The entry of the package that opens this file: `.`, `./types` … Left out where none does. */
  readonly entry?: string;
  readonly emit: Emit;
}
