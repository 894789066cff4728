import type { SchemaNode } from "../schema/schema-node.js";

/** A contract read, checked and linked once: plain JSON data, so that it can be stored and precompiled. */
export interface ContractModel {
  readonly servers: readonly Server[];
  readonly operations: readonly Operation[];
  /** Every schema that a message can be checked against, references turned into keys. */
  readonly schemas: Readonly<Record<string, SchemaNode>>;
  readonly notices: readonly Notice[];
}

/** Something in the document that is legal and has no effect here. Told once, when it is loaded. */
export interface Notice {
  readonly code: "unknown-format" | "unknown-keyword" | "not-asserted";
  readonly name: string;
  readonly pointer: string;
}

/** A server object (OpenAPI 3.1, 4.8.5), its URL taken apart. `{variables}` stay in scheme, host and base path. */
export interface Server {
  readonly url: string;
  /** null: a relative URL, which fits any host. */
  readonly scheme: string | null;
  readonly host: string | null;
  /** Without a slash at the end; "" for the root. */
  readonly basePath: string;
  /** Values a variable may take; null for any. */
  readonly variables: Readonly<Record<string, readonly string[] | null>>;
}

export interface Operation {
  /** As documented, or `METHOD /path` where the document gives none. */
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly pointer: string;
  /** Indexes into `servers`. */
  readonly servers: readonly number[];
  readonly parameters: readonly Parameter[];
  readonly body: RequestBody | null;
  readonly responses: readonly DocumentedResponse[];
  /** Any of these is enough; within one, all are needed. Empty: no credentials needed. */
  readonly security: readonly (readonly Credential[])[];
  readonly inferred: string | null;
}

export const styles = [
  "matrix",
  "label",
  "simple",
  "form",
  "spaceDelimited",
  "pipeDelimited",
  "deepObject",
] as const;
export type Style = (typeof styles)[number];

export type ParameterLocation = "path" | "query" | "header" | "cookie";

/** A parameter, or a header of a response or part (then `in` is header and `style` simple). */
export interface Parameter {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly required: boolean;
  readonly pointer: string;
  readonly value: ParameterValue;
  readonly inferred: string | null;
  /** The part of `inferred` that also covers a schema behind a `$ref`. */
  readonly carried: string | null;
}

/** How a value stands in text: by style, or as a document of one media type (`content`). */
export type ParameterValue =
  | {
      readonly kind: "style";
      readonly style: Style;
      readonly explode: boolean;
      readonly allowEmpty: boolean;
      readonly schema: string;
    }
  | { readonly kind: "content"; readonly mediaType: string; readonly schema: string | null };

export interface RequestBody {
  readonly required: boolean;
  readonly pointer: string;
  readonly media: readonly MediaTypeObject[];
  readonly inferred: string | null;
}

export interface MediaTypeObject {
  /** A media type or range, lower case, parameters kept. */
  readonly type: string;
  readonly pointer: string;
  readonly schema: string | null;
  readonly encoding: Readonly<Record<string, Encoding>>;
  readonly inferred: string | null;
}

export interface Encoding {
  readonly pointer: string;
  /** Media types and ranges a part may have; null: what the schema implies. */
  readonly contentTypes: readonly string[] | null;
  readonly headers: readonly Parameter[];
  readonly style: Style;
  readonly explode: boolean;
  readonly inferred: string | null;
}

export interface DocumentedResponse {
  /** `200`, `2XX` or `default`. */
  readonly status: string;
  readonly pointer: string;
  readonly headers: readonly Parameter[];
  readonly media: readonly MediaTypeObject[];
  readonly inferred: string | null;
}

/** One credential a caller must send. */
export interface Credential {
  readonly name: string;
  readonly pointer: string;
  readonly inferred: string | null;
  readonly kind: "bearer" | "basic" | "http" | "key" | "unseen";
  /** Where it stands: `Authorization` for http schemes, else the key's own place and name. */
  readonly in: "header" | "query" | "cookie";
  readonly field: string;
  /** Scheme word of `Authorization`, lower case; "" for keys. */
  readonly scheme: string;
}
