/** The types at the head of operations.ts; the compiler checks the table against them. */
export const OPERATION_TYPES = `/** One operation, as plain data. Statuses, media types and names are spelled as in the contract. */
export interface Operation {
  readonly operationId: string;
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";
  /** Path template: \`/media/{id}\`. */
  readonly path: string;
  /** Short name of the server, a key of \`servers\`. */
  readonly server: string;
  /** Literal segments of the path in camel case, joined by dots: \`media.sources\`. */
  readonly resource: string;
  /** First word of the operationId. With \`resource\` it names the operation in a client: \`media.sources.list\`. */
  readonly verb: string;
  /** The resource of the item that the path names before this resource: \`media\` for \`/media/{id}/sources\`. */
  readonly parent: string | null;
  /** operationId of the list of this resource, or null. */
  readonly list: string | null;
  /** operationId that gets one item of this resource, or null: \`getMedia\` for \`videos\`, whose items are media. */
  readonly item: string | null;
  readonly tag: string | null;
  readonly beta: boolean;
  /** Why something about the operation is inferred, or null when all of it is documented. */
  readonly inferred: string | null;
  readonly parameters: readonly Parameter[];
  readonly request: Request | null;
  /** By status: three digits, \`4XX\` or \`default\`. */
  readonly responses: Readonly<Record<string, Response>>;
  /** How a list is paged; null for what is not a list. */
  readonly paging: Paging | null;
}

/** What can be checked of a primitive value without a schema validator. */
export interface Constraints {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  /** In characters. */
  readonly minLength?: number;
  /** In characters. */
  readonly maxLength?: number;
  readonly pattern?: string;
}

/** A parameter of an operation. */
export interface Parameter extends Constraints {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  readonly inferred: string | null;
}

/** The request body of an operation. */
export interface Request {
  readonly required: boolean;
  /** By media type. */
  readonly content: Readonly<Record<string, RequestContent>>;
}

/** What a request body of one media type holds. */
export interface RequestContent {
  /** The properties of the body, in order; empty for a body that is not an object. */
  readonly fields: readonly Field[];
  /** The names required together, one list for each way to fill the body; empty when there is one way. */
  readonly alternatives: readonly (readonly string[])[];
}

/** A property of a request body. */
export interface Field extends Constraints {
  readonly name: string;
  /** Whether every way to fill the body needs it. */
  readonly required: boolean;
  readonly readOnly: boolean;
  /** Media types that a part may have; empty when the contract names none. */
  readonly contentTypes: readonly string[];
  readonly style?: string;
  readonly explode?: boolean;
}

/** One response of an operation. */
export interface Response {
  readonly mediaTypes: readonly string[];
  /** Names of the documented headers. */
  readonly headers: readonly string[];
  readonly inferred: string | null;
}

/** How a list is paged. */
export interface Paging {
  /** Query parameters that choose a page and its size. */
  readonly parameters: readonly string[];
  /** JSON pointer, in the response, to the URL of the next page; null there at the end. */
  readonly next: string;
}
`;
