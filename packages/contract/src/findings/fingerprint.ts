import type { Direction, FindingDetail, MessageLocation } from "./finding.js";

/** What makes two findings the same problem. */
export interface FindingIdentity {
  readonly detail: FindingDetail;
  readonly direction: Direction;
  readonly operationId: string | null;
  readonly at: MessageLocation;
  readonly contractPointer: string | null;
}

/** Returns the same 16 hex digits for the same problem. Ignores values, array indexes, hosts and line numbers. */
export function fingerprint({
  detail,
  direction,
  operationId,
  at,
  contractPointer,
}: FindingIdentity): string {
  const place = at.pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*");
  const text = JSON.stringify([
    detail.code,
    discriminator(detail),
    direction,
    operationId,
    at.in,
    at.name,
    place,
    contractPointer,
  ]);
  return hash(text, 0x811c9dc5) + hash(text, 0x9747b28c);
}

/** The argument that distinguishes two findings of one code and location, if it does not change between runs. */
function discriminator(detail: FindingDetail): string | null {
  switch (detail.code) {
    case "schema":
      return `${detail.keyword} ${detail.property ?? ""}`;
    case "property-undocumented":
      return detail.property;
    case "status-undocumented":
      return String(detail.status);
    case "media-type-undocumented":
    case "part-media-type":
      return detail.mediaType;
    case "multipart-malformed":
      return detail.problem;
    case "unchecked":
      return detail.reason;
    case "host-unknown":
      return detail.host;
    case "path-unknown":
      return pathShape(detail.path);
    case "method-unknown":
      return detail.method;
    case "scheme-undocumented":
      return detail.scheme;
    case "url-malformed":
    case "value-missing":
    case "value-malformed":
    case "value-repeated":
    case "parameter-undocumented":
    case "header-undocumented":
    case "credentials-missing":
    case "credentials-malformed":
    case "media-type-missing":
    case "media-type-malformed":
    case "body-missing":
    case "body-unexpected":
    case "body-undocumented":
    case "body-unreadable":
    case "enum-value-undocumented":
    case "read-only-sent":
    case "write-only-returned":
    case "part-undocumented":
      return null;
    default:
      return detail satisfies never;
  }
}

/** Segments of a path that are distinguished, and the longest word in one. */
const [deepest, longestWord] = [8, 32];

/** A path without identifiers, so that a thousand items on a wrong path are one problem. */
function pathShape(path: string): string {
  const segments = path.split("/").slice(1, deepest + 1);
  return `/${segments.map((segment) => (isWord(segment) ? segment : "*")).join("/")}`;
}

/** Words in lower case, with hyphens or in camel case; identifiers have digits, or capitals side by side. */
const word = /^(?:v\d{1,2}|[A-Za-z]?[a-z]+(?:[A-Z][a-z]+|[-_.:~][A-Za-z]?[a-z]+)*)$/;

function isWord(segment: string): boolean {
  return segment.length <= longestWord && word.test(segment);
}

/** FNV-1a over UTF-16 units with a final mix: only to distinguish texts, not for secrets. */
function hash(text: string, seed: number): string {
  let state = seed;
  for (let index = 0; index < text.length; index++) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  return ((state ^ (state >>> 13)) >>> 0).toString(16).padStart(8, "0");
}
