/** What a finding means: the message breaks the contract, contains more than it documents, or was not checked. */
export type Category = "violation" | "drift" | "unchecked";

/**
 * The severities, worst first.
 *
 * @example
 * ```ts
 * import { severities } from "@ittybit/contract";
 *
 * export const isSeverity = (text: string) => (severities as readonly string[]).includes(text);
 * ```
 */
export const severities = ["error", "warning", "info"] as const;
/** How serious a finding is. */
export type Severity = (typeof severities)[number];

/** The message that a finding is about. */
export type Direction = "request" | "response";

/** Part of a message in which something was found. */
export type MessageSection =
  | "url"
  | "method"
  | "status"
  | "path"
  | "query"
  | "header"
  | "cookie"
  | "media-type"
  | "body";

/** Where in the message. */
export interface MessageLocation {
  readonly in: MessageSection;
  /** Parameter, header or multipart part; null for the message as a whole. */
  readonly name: string | null;
  /** JSON pointer into the decoded value (RFC 6901); "" is all of it. */
  readonly pointer: string;
}

/** Where in the contract. */
export interface ContractLocation {
  /** JSON pointer into the bundled document, down to the keyword. */
  readonly pointer: string;
  /** Source file, relative to the repository; null when the document came without one. */
  readonly file: string | null;
  /** Line in that file, counted from 1. */
  readonly line: number | null;
}

/** What was found: one member per code, each with its own arguments. messages.ts words them. */
export type FindingDetail =
  // which operation
  | { readonly code: "host-unknown"; readonly host: string; readonly known: readonly string[] }
  | { readonly code: "path-unknown"; readonly path: string; readonly otherServers: readonly string[] }
  | { readonly code: "method-unknown"; readonly method: string; readonly documented: readonly string[] }
  | { readonly code: "url-malformed"; readonly url: string }
  | { readonly code: "scheme-undocumented"; readonly scheme: string; readonly documented: string }
  // parameters and response headers
  | { readonly code: "value-missing" }
  | { readonly code: "value-malformed"; readonly style: string; readonly problem: string }
  | { readonly code: "value-repeated"; readonly times: number }
  | { readonly code: "parameter-undocumented"; readonly known: readonly string[] }
  | { readonly code: "header-undocumented" }
  // security
  | { readonly code: "credentials-missing"; readonly schemes: readonly string[] }
  | { readonly code: "credentials-malformed"; readonly scheme: string; readonly problem: string }
  // status and media type
  | { readonly code: "status-undocumented"; readonly status: number; readonly documented: readonly string[] }
  | { readonly code: "media-type-missing"; readonly documented: readonly string[] }
  | { readonly code: "media-type-malformed"; readonly value: string }
  | {
      readonly code: "media-type-undocumented";
      readonly mediaType: string;
      readonly documented: readonly string[];
    }
  // body
  | { readonly code: "body-missing" }
  | { readonly code: "body-unexpected"; readonly bytes: number | null; readonly reason: string }
  | { readonly code: "body-undocumented"; readonly bytes: number | null }
  | { readonly code: "body-unreadable"; readonly format: string; readonly problem: string }
  | { readonly code: "property-undocumented"; readonly property: string; readonly known: readonly string[] }
  | { readonly code: "enum-value-undocumented"; readonly known: readonly string[] }
  | { readonly code: "read-only-sent" }
  | { readonly code: "write-only-returned" }
  // multipart
  | { readonly code: "multipart-malformed"; readonly problem: MultipartProblem; readonly part: number | null }
  | { readonly code: "part-undocumented"; readonly known: readonly string[] }
  | {
      readonly code: "part-media-type";
      readonly mediaType: string;
      readonly accepted: readonly string[];
    }
  // any value against its schema
  | {
      readonly code: "schema";
      /** The JSON Schema keyword that failed. */
      readonly keyword: string;
      /** The value of the keyword. */
      readonly limit: unknown;
      /** Property that is missing or not allowed, when the keyword is about one. */
      readonly property: string | null;
    }
  // not checked
  | { readonly code: "unchecked"; readonly reason: UncheckedReason; readonly detail: string };

/** What is wrong with the structure of a multipart body. */
export type MultipartProblem =
  | "no-boundary"
  | "no-end"
  | "no-parts"
  | "no-name"
  | "bad-header"
  | "headers-too-large"
  | "too-many-parts"
  | "not-multipart";

/** Why something was not checked. */
export type UncheckedReason =
  | "body-not-recorded"
  | "body-too-large"
  | "body-aborted"
  | "content-encoding"
  | "charset"
  | "no-schema"
  | "media-type-not-readable"
  | "too-deep"
  | "string-too-long"
  | "too-many-findings";

/** The code of a finding. */
export type FindingCode = FindingDetail["code"];

/** One finding: plain data that can be sorted, stored and compared. */
export type Finding = FindingDetail & {
  readonly category: Category;
  readonly severity: Severity;
  readonly direction: Direction;
  readonly operationId: string | null;
  readonly at: MessageLocation;
  readonly contract: ContractLocation | null;
  /** Why the broken fact is only inferred (`x-inferred`); null when it is documented. */
  readonly inferred: string | null;
  /** Why this drift is known and allowed; null otherwise. */
  readonly allowed: string | null;
  /** What the contract requires, in a few words. */
  readonly expected: string;
  /** What the message contained, cut to 80 characters, with secrets removed. */
  readonly actual: string;
  /** The same 16 hex digits for the same problem, whatever the values, array indexes, host or run. */
  readonly fingerprint: string;
};
