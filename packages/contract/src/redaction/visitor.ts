import type { IsSecretName } from "./secret-names.js";

/**
 * What stands in place of a secret.
 *
 * @example
 * ```ts
 * import { REDACTED } from "@ittybit/contract/redaction";
 *
 * export const isRedacted = (text: string) => text.includes(REDACTED);
 * ```
 */
export const REDACTED = "REDACTED";

/** Nested texts (JSON in a string, a URL in a query) are read to this depth. */
export const MAX_NESTING = 6;

/** What a walk over a message does with the texts in it. Each function returns what to write in place of its text. */
export interface Visitor {
  readonly isSecret: IsSecretName;
  /** A value that is secret by its place: credentials, cookies, user info. */
  credential(value: string): string;
  /** A value that is secret by its name, decoded. */
  secret(value: string): string;
  /** A number that is secret by its name. */
  number(value: string): string;
  /** Other text that holds values. */
  value(text: string): string;
  /** Text that the result of a check depends on: property names, parameter names, paths. */
  structure(text: string): string;
  /** A text of unknown form within another one. */
  nested(text: string, depth: number): string;
}
