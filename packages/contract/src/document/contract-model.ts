import type { SchemaNode } from "../schema/schema-node.js";

/** A document, read, checked and linked. Plain JSON data, so that it can be stored and precompiled. */
export interface ContractModel {
  readonly servers: readonly Server[];
  readonly operations: readonly Operation[];
  /** Every schema that a value can be checked against, with references replaced by keys. */
  readonly schemas: Readonly<Record<string, SchemaNode>>;
  readonly notices: readonly Notice[];
}

/** Something in the document that has no effect on checks, or that is not allowed and was accepted. */
export interface Notice {
  readonly code: "unknown-format" | "unknown-keyword" | "not-asserted" | "document-fault";
  /** Name of the format or keyword, or what is wrong with the document. */
  readonly name: string;
  readonly pointer: string;
  /** Source file and line of a document fault, if they are known. */
  readonly place?: { readonly file: string; readonly line: number };
}

/** A server object (OpenAPI 3.1, 4.8.5) with its URL parsed. Scheme, host and base path keep their `{variables}`. */
export interface Server {
  readonly url: string;
  /** null for a relative URL, which matches any host. */
  readonly scheme: string | null;
  readonly host: string | null;
  /** Without a trailing slash; "" for the root. */
  readonly basePath: string;
  /** Values that a variable may have; null for any. */
  readonly variables: Readonly<Record<string, readonly string[] | null>>;
}

/** An operation of the document (OpenAPI 3.1, 4.8.10). */
export interface Operation {
  /** As documented, or `METHOD /path` when the document has none. */
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly pointer: string;
  /** Indexes into `servers`. */
  readonly servers: readonly number[];
  readonly parameters: readonly Parameter[];
  readonly body: RequestBody | null;
  readonly responses: readonly DocumentedResponse[];
  /** Alternatives, each a list of credentials that are needed together. Empty when none are needed. */
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

/** How a value is serialized: by style, or as a document of one media type (`content`). */
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
  /** A media type or range in lower case, with its parameters. */
  readonly type: string;
  readonly pointer: string;
  readonly schema: string | null;
  readonly encoding: Readonly<Record<string, Encoding>>;
  readonly inferred: string | null;
}

export interface Encoding {
  readonly pointer: string;
  /** Media types and ranges that a part may have; null for what the schema implies. */
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

/** A credential that a caller must send. */
export interface Credential {
  readonly name: string;
  readonly pointer: string;
  readonly inferred: string | null;
  readonly kind: "bearer" | "basic" | "http" | "key" | "unseen";
  /** Location and name: `Authorization` for http schemes, those of the key for API keys. */
  readonly in: "header" | "query" | "cookie";
  readonly field: string;
  /** Scheme of `Authorization` in lower case; "" for keys. */
  readonly scheme: string;
}
