/** A media type or range (RFC 9110, 8.3.1 and 12.5.1), names in lower case. */
export interface MediaType {
  /** `type/subtype`, with its parameters in written order. */
  readonly text: string;
  readonly type: string;
  readonly subtype: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const essence = new RegExp(`^[ \\t]*(${token})/(${token})[ \\t]*(?=;|$)`);
const parameter = new RegExp(
  `;[ \\t]*(?:(${token})=(?:(${token})|"((?:[^"\\\\]|\\\\.)*)"))?[ \\t]*(?=;|$)`,
  "y",
);

/** Limit of the cache: values come from messages. */
const MAX_CACHED_VALUES = 200;
const read = new Map<string, MediaType | null>();

/** Parses a `Content-Type`; null when it is malformed. Uses the first of repeated parameters. */
export function parseMediaType(value: string): MediaType | null {
  const known = read.get(value);
  if (known !== undefined) return known;
  const mediaType = readMediaType(value);
  if (value.length <= 100 && read.size < MAX_CACHED_VALUES) read.set(value, mediaType);
  return mediaType;
}

function readMediaType(value: string): MediaType | null {
  const head = value.length > 2000 ? null : essence.exec(value);
  if (head === null) return null;
  const [whole, type = "", subtype = ""] = head;
  const parameters = new Map<string, string>();
  parameter.lastIndex = whole.length;
  while (parameter.lastIndex < value.length) {
    const match = parameter.exec(value);
    if (match === null) return null;
    const [, name, plain, quoted] = match;
    if (name === undefined || parameters.has(name.toLowerCase())) continue;
    parameters.set(name.toLowerCase(), plain ?? (quoted as string).replaceAll(/\\(.)/g, "$1"));
  }
  const written = [...parameters].map(([name, text]) => `;${name}=${text}`).join("");
  const text = `${type}/${subtype}`.toLowerCase();
  return { text: text + written, type: type.toLowerCase(), subtype: subtype.toLowerCase(), parameters };
}

const ranges = new Map<string, MediaType>();

/** Parses a media type or range of the contract. Cached. */
export function documentedRange(text: string): MediaType {
  const known = ranges.get(text) ?? (parseMediaType(text) as MediaType);
  ranges.set(text, known);
  return known;
}

/** Whether a media type matches a range. Parameters of the range must be equal. */
export function matchesRange(mediaType: MediaType, range: MediaType): boolean {
  if (range.type !== "*" && range.type !== mediaType.type) return false;
  if (!matchesSubtype(mediaType.subtype, range.subtype)) return false;
  for (const [name, value] of range.parameters) {
    if (mediaType.parameters.get(name)?.toLowerCase() !== value.toLowerCase()) return false;
  }
  return true;
}

/** `*`, or `*+json` for any subtype with that suffix (RFC 6838, 4.2.8). */
function matchesSubtype(subtype: string, range: string): boolean {
  return range === "*" || range === subtype || (range.startsWith("*+") && subtype.endsWith(range.slice(1)));
}

export type BodyFormat = "json" | "json-lines" | "form" | "multipart" | "text" | "binary";

/** How a body of this media type is decoded. Unknown types are bytes. */
export function bodyFormat({ type, subtype }: MediaType): BodyFormat {
  if (type === "multipart") return "multipart";
  if (subtype === "json" || subtype.endsWith("+json")) return "json";
  if (/^(x-ndjson|ndjson|jsonl|x-jsonlines|json-lines|json-seq)$/.test(subtype)) return "json-lines";
  if (subtype === "x-www-form-urlencoded") return "form";
  if (type === "text" || subtype === "xml" || subtype.endsWith("+xml")) return "text";
  return "binary";
}
