import type { Document, Schema } from "../document/document.js";

/** The values of every component schema whose set of values may grow (`x-extensible-enum`), by its name. */
export const knownValues = (document: Document): Record<string, readonly string[]> =>
  Object.fromEntries(
    Object.entries((document.components?.schemas ?? {}) as Record<string, Schema>).flatMap(
      ([name, { "x-extensible-enum": values }]) => (values ? [[name, values]] : []),
    ),
  );
