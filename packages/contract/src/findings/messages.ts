import type { Finding, FindingDetail, MultipartProblem, UncheckedReason } from "./finding.js";
import { nearestName } from "./nearest-name.js";

/** The `expected` of a finding: what the contract requires, in a few words. */
export function expectedText(detail: FindingDetail): string {
  switch (detail.code) {
    case "host-unknown":
      return `a host of the contract: ${list(detail.known)}`;
    case "path-unknown":
      return detail.otherServers.length > 0
        ? `this path on ${list(detail.otherServers)}`
        : "a path of the contract";
    case "method-unknown":
      return `one of ${list(detail.documented)}`;
    case "url-malformed":
      return "an absolute URL, or a path";
    case "scheme-undocumented":
      return detail.documented;
    case "value-missing":
      return "a value";
    case "value-malformed":
      return `a value in style ${detail.style}`;
    case "value-repeated":
      return "one value";
    case "parameter-undocumented":
      return detail.known.length > 0 ? `one of ${list(detail.known)}` : "no query parameters";
    case "header-undocumented":
      return "no such header";
    case "credentials-missing":
      return list(detail.schemes, " or ");
    case "credentials-malformed":
      return detail.scheme;
    case "status-undocumented":
      return `one of ${list(detail.documented)}`;
    case "media-type-missing":
    case "media-type-undocumented":
      return detail.documented.length > 0 ? list(detail.documented, " or ") : "no body";
    case "media-type-malformed":
      return "type/subtype";
    case "body-missing":
      return "a body";
    case "body-unexpected":
    case "body-undocumented":
      return "no body";
    case "body-unreadable":
      return `a body of ${detail.format}`;
    case "property-undocumented":
      return "no such property";
    case "enum-value-undocumented":
      return `one of ${list(detail.known)}`;
    case "read-only-sent":
      return "nothing: read-only";
    case "write-only-returned":
      return "nothing: write-only";
    case "multipart-malformed":
      return "well-formed multipart (RFC 7578)";
    case "part-undocumented":
      return detail.known.length > 0 ? `one of ${list(detail.known)}` : "no parts";
    case "part-media-type":
      return list(detail.accepted, " or ");
    case "schema":
      return schemaExpectation(detail.keyword, detail.limit, detail.property);
    case "unchecked":
      return "something that can be checked";
    default:
      return detail satisfies never;
  }
}

/**
 * Formats a finding as one sentence: where, what is wrong, what was expected and what was found.
 *
 * @example
 * ```ts
 * import contract, { formatFinding } from "@ittybit/contract";
 *
 * const url = "https://api.ittybit.com/media?limit=500";
 * const { findings } = await contract.checkRequest({ method: "GET", url, headers: [], body: null });
 * for (const finding of findings) console.log(finding.severity, formatFinding(finding));
 * ```
 */
export function formatFinding(finding: Finding): string {
  return `${place(finding)}: ${findingMessage(finding)}`;
}

/**
 * Formats a finding without its location, for the error details of an API.
 *
 * @example
 * ```ts
 * import { type Finding, findingMessage } from "@ittybit/contract";
 *
 * export const details = (findings: readonly Finding[]) =>
 *   findings.map((finding) => ({ field: finding.at.name, message: findingMessage(finding) }));
 * ```
 */
export function findingMessage(finding: Finding): string {
  switch (finding.code) {
    case "host-unknown":
      return `no server of the contract has the host ${finding.host || "(none)"}; known are ${list(finding.known)}`;
    case "path-unknown":
      return finding.otherServers.length > 0
        ? `${finding.path} is not on this host, but on ${list(finding.otherServers)}`
        : `${finding.path} is not in the contract`;
    case "method-unknown":
      return `${finding.method} is not in the contract here; allowed are ${list(finding.documented)}`;
    case "url-malformed":
      return "this URL is malformed";
    case "scheme-undocumented":
      return `sent over ${finding.scheme}, the contract says ${finding.documented}`;
    case "value-missing":
      return "is required, but missing";
    case "value-malformed":
      return `cannot be read: ${finding.problem}`;
    case "value-repeated":
      return `appears ${finding.times} times, but may appear once`;
    case "parameter-undocumented":
      return `is not a parameter of this operation${nearest(finding.at.name, finding.known)}`;
    case "header-undocumented":
      return "is not in the contract";
    case "credentials-missing":
      return `credentials are missing; send ${list(finding.schemes, " or ")}`;
    case "credentials-malformed":
      return `credentials cannot be used: ${finding.problem}`;
    case "status-undocumented":
      return `status ${finding.status} is not in the contract; documented are ${list(finding.documented)}`;
    case "media-type-missing":
      return `the message has a body but no Content-Type; expected ${finding.expected}`;
    case "media-type-malformed":
      return `"${finding.value}" is not a media type`;
    case "media-type-undocumented":
      return `${finding.mediaType} is not in the contract; expected ${finding.expected}`;
    case "body-missing":
      return "is required, but missing";
    case "body-unexpected":
      return `must be empty, because ${finding.reason}`;
    case "body-undocumented":
      return "has content, but the contract documents none";
    case "body-unreadable":
      return `is not readable as ${finding.format}: ${finding.problem}`;
    case "property-undocumented":
      return `property "${finding.property}" is not in the contract${nearest(finding.property, finding.known)}`;
    case "enum-value-undocumented":
      return `${finding.actual} is not one of the known values ${list(finding.known)}`;
    case "read-only-sent":
      return "is read-only and must not be sent";
    case "write-only-returned":
      return "is write-only and must not be returned";
    case "multipart-malformed":
      return multipartProblems[finding.problem] + (finding.part === null ? "" : ` (part ${finding.part})`);
    case "part-undocumented":
      return `is not a field of this body${nearest(finding.at.name, finding.known)}`;
    case "part-media-type":
      return `${finding.mediaType} is not accepted; expected ${list(finding.accepted, " or ")}`;
    case "schema":
      return schemaProblem(finding) ?? `must be ${finding.expected}, but is ${finding.actual}`;
    case "unchecked":
      return `not checked: ${uncheckedReasons[finding.reason]}${finding.detail === "" ? "" : ` (${finding.detail})`}`;
    default:
      return finding satisfies never;
  }
}

const multipartProblems: Readonly<Record<MultipartProblem, string>> = {
  "no-boundary": "the Content-Type names no boundary",
  "no-end": "the closing boundary is missing",
  "no-parts": "no part was found between boundaries",
  "no-name": "a part has no name",
  "bad-header": "a part has a header line that cannot be read",
  "headers-too-large": "the headers of a part are too large",
  "too-many-parts": "there are too many parts",
  "not-multipart": "the body does not start with its boundary",
};

const uncheckedReasons: Readonly<Record<UncheckedReason, string>> = {
  "body-not-recorded": "the body was not recorded",
  "body-too-large": "the body is too large",
  "body-aborted": "the body broke off",
  "content-encoding": "the content encoding cannot be read here",
  charset: "the character set cannot be read here",
  "no-schema": "the contract has no schema for it",
  "media-type-not-readable": "a body of this media type cannot be checked against a schema",
  "too-deep": "the value is nested too deeply",
  "string-too-long": "a string is too long for its pattern",
  "too-many-findings": "there are too many findings to list",
};

function place({ at, direction }: Finding): string {
  const name = at.name === null ? "" : ` ${at.name}`;
  const pointer = at.pointer === "" ? "" : ` at ${at.pointer}`;
  return `${direction} ${at.in}${name}${pointer}`;
}

type SchemaDetail = Extract<FindingDetail, { code: "schema" }>;

/** Keywords about properties read better with the names in front. */
function schemaProblem({ keyword, property, limit }: SchemaDetail): string | undefined {
  switch (keyword) {
    case "required":
      if (property === null) return `${quoted(limit, " or ")} is required, but missing`;
      return `property "${property}" is required, but missing`;
    case "not":
      return excluded(limit) && `${quoted(excluded(limit), " and ")} exclude each other; send only one`;
    case "dependentRequired":
      return `property "${property}" is required, but missing`;
    case "additionalProperties":
    case "unevaluatedProperties":
      return `property "${property}" is not allowed here`;
    default:
      return undefined;
  }
}

function schemaExpectation(keyword: string, limit: unknown, property: string | null): string {
  const worded = schemaWords[keyword];
  return worded ? worded(limit, property) : `valid against ${keyword}`;
}

const schemaWords: Readonly<Record<string, (limit: unknown, property: string | null) => string>> = {
  type: (limit) => list(Array.isArray(limit) ? limit : [limit], " or "),
  enum: (limit) => `one of ${list(limit)}`,
  const: (limit) => json(limit),
  required: (limit, property) =>
    `an object with ${property === null ? quoted(limit, " or ") : `"${property}"`}`,
  dependentRequired: (_, property) => `an object with "${property}"`,
  additionalProperties: (_, property) => `an object without "${property}"`,
  unevaluatedProperties: (_, property) => `an object without "${property}"`,
  propertyNames: (_, property) => `an object without a property called "${property}"`,
  minimum: (limit) => `at least ${limit}`,
  maximum: (limit) => `at most ${limit}`,
  exclusiveMinimum: (limit) => `more than ${limit}`,
  exclusiveMaximum: (limit) => `less than ${limit}`,
  multipleOf: (limit) => `a multiple of ${limit}`,
  minLength: (limit) => `at least ${limit} characters long`,
  maxLength: (limit) => `at most ${limit} characters long`,
  pattern: (limit) => `text that matches ${limit}`,
  format: (limit) => `in format ${limit}`,
  minItems: (limit) => `a list of at least ${limit}`,
  maxItems: (limit) => `a list of at most ${limit}`,
  uniqueItems: () => "a list without repetition",
  minProperties: (limit) => `an object with at least ${limit} properties`,
  maxProperties: (limit) => `an object with at most ${limit} properties`,
  oneOf: () => "exactly one of the alternatives",
  anyOf: () => "one of the alternatives",
  not: (limit) =>
    excluded(limit) ? `an object without ${quoted(excluded(limit), " and ")} together` : "something else",
  contains: () => "a list with certain items",
  items: () => "a list without more items",
  unevaluatedItems: () => "a list without more items",
};

const quoted = (names: unknown, separator: string): string =>
  Array.isArray(names) ? names.map((name) => `"${name}"`).join(separator) : "a property";

/** The names that a `not: {required: [...]}` keeps apart; undefined for any other `not`. */
function excluded(limit: unknown): readonly string[] | undefined {
  const { required, ...others } = (limit ?? {}) as { required?: readonly string[] };
  const isAlone = Object.keys(others).every((keyword) => keyword.startsWith("x-"));
  return isAlone && Array.isArray(required) && required.length > 1 ? required : undefined;
}

function list(values: unknown, last = ", "): string {
  if (!Array.isArray(values)) return json(values);
  const shown = values.slice(0, 12).map((value) => (typeof value === "string" ? value : json(value)));
  return (values.length > 12 ? [...shown, "…"] : shown).join(last);
}

function json(value: unknown): string {
  return JSON.stringify(value) ?? "nothing";
}

/** The known name that was most likely meant, as a hint. */
function nearest(name: string | null, known: readonly string[]): string {
  const found = nearestName(name ?? "", known);
  return found === undefined ? "" : `; did you mean "${found}"?`;
}
