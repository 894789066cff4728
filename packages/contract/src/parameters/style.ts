import type { Style } from "../document/contract-model.js";
import type { Pair } from "./form-pairs.js";
import { decodeForm, decodePercent } from "./form-pairs.js";

export type ValueShape = "primitive" | "array" | "object";

/** Parsed text: nested lists and maps of decoded strings. */
export type DecodedParts = string | DecodedParts[] | { [name: string]: DecodedParts };

export type ReadResult =
  | { readonly outcome: "read"; readonly parts: DecodedParts }
  | { readonly outcome: "malformed"; readonly problem: string };

type Decode = (raw: string) => string | null;

const badEscape: ReadResult = { outcome: "malformed", problem: "a percent-escape is broken" };

/** Reads the text of a path or header parameter (OpenAPI 3.1, 4.8.12.4; RFC 6570). */
export function readDelimited(
  raw: string,
  style: Style,
  explode: boolean,
  shape: ValueShape,
  name: string,
  decode: Decode,
): ReadResult {
  switch (style) {
    case "matrix":
      return readMatrix(raw, explode, shape, name, decode);
    case "label":
      if (!raw.startsWith("."))
        return { outcome: "malformed", problem: "a value in label style starts with a dot" };
      return readList(raw.slice(1), explode || !raw.includes(",") ? "." : ",", explode, shape, decode);
    default:
      return readList(raw, ",", explode, shape, decode);
  }
}

function readMatrix(
  raw: string,
  explode: boolean,
  shape: ValueShape,
  name: string,
  decode: Decode,
): ReadResult {
  if (!raw.startsWith(";"))
    return { outcome: "malformed", problem: "a value in matrix style starts with a semicolon" };
  if (explode && shape === "object") return readList(raw.slice(1), ";", true, shape, decode);
  const values: string[] = [];
  for (const piece of raw.slice(1).split(";")) {
    const [key, ...rest] = piece.split("=");
    if (key !== name)
      return { outcome: "malformed", problem: `a value in matrix style is written ;${name}=…` };
    values.push(rest.join("="));
  }
  if (explode && shape === "array") return decodeAll(values, decode);
  if (values.length > 1) return { outcome: "malformed", problem: `${name} appears more than once` };
  return readList(values[0] ?? "", ",", false, shape, decode);
}

/** Text with one separator: a list, `k,v,k,v`, or `k=v,k=v`. */
function readList(
  raw: string,
  separator: string,
  explode: boolean,
  shape: ValueShape,
  decode: Decode,
): ReadResult {
  if (shape === "primitive") {
    const text = decode(raw);
    return text === null ? badEscape : { outcome: "read", parts: text };
  }
  const pieces = raw === "" ? [] : raw.split(separator);
  if (shape === "array") return decodeAll(pieces, decode);
  return explode ? readAssignments(pieces, decode) : readAlternating(pieces, decode);
}

function readAssignments(pieces: readonly string[], decode: Decode): ReadResult {
  const entries = pieces.map((piece) => {
    const equals = piece.indexOf("=");
    return equals < 0 ? null : ([decode(piece.slice(0, equals)), decode(piece.slice(equals + 1))] as const);
  });
  if (entries.includes(null)) return { outcome: "malformed", problem: "an object is written name=value" };
  return toObject(entries as (readonly [string | null, string | null])[]);
}

function readAlternating(pieces: readonly string[], decode: Decode): ReadResult {
  if (pieces.length % 2 === 1)
    return { outcome: "malformed", problem: "an object is written name,value,name,value" };
  const names = pieces.filter((_, index) => index % 2 === 0);
  return toObject(
    names.map((name, index) => [decode(name), decode(pieces[index * 2 + 1] as string)] as const),
  );
}

function toObject(entries: readonly (readonly [string | null, string | null])[]): ReadResult {
  if (entries.some(([name, value]) => name === null || value === null)) return badEscape;
  return { outcome: "read", parts: Object.fromEntries(entries as [string, string][]) };
}

function decodeAll(pieces: readonly string[], decode: Decode): ReadResult {
  const texts = pieces.map(decode);
  return texts.includes(null) ? badEscape : { outcome: "read", parts: texts as string[] };
}

/** A parsed query parameter or form field, and the names it consumed. */
export interface PairRead {
  /** null: nothing was sent. */
  readonly read: ReadResult | null;
  readonly used: readonly string[];
  /** How often a value that is allowed once was sent. */
  readonly times: number;
}

/** Reads one field from the pairs of a query, cookie or form body, by style. */
export function readPairs(
  pairs: readonly Pair[],
  field: { readonly name: string; readonly style: Style; readonly explode: boolean },
  shape: ValueShape,
  propertyNames: readonly string[],
): PairRead {
  const { name, style, explode } = field;
  if (style === "deepObject") return readDeep(pairs, name, shape);
  if (style === "form" && explode && shape === "object") return readSpread(pairs, propertyNames);
  const own = pairs.filter((pair) => pair.name === name);
  if (own.length === 0) return { read: null, used: [], times: 0 };
  const used = [name];
  if (explode && shape === "array")
    return {
      read: decodeAll(
        own.map(({ raw }) => raw),
        decodeForm,
      ),
      used,
      times: 1,
    };
  const raw = (own[0] as Pair).raw;
  return { read: readSeparated(raw, style, shape), used, times: own.length };
}

function readSeparated(raw: string, style: Style, shape: ValueShape): ReadResult {
  switch (style) {
    case "spaceDelimited":
      return readList(raw.replaceAll("+", "%20"), "%20", false, shape, decodePercent);
    case "pipeDelimited":
      return readList(raw.replaceAll(/%7c/gi, "|"), "|", false, shape, decodeForm);
    default:
      return readList(raw, ",", false, shape, decodeForm);
  }
}

/** An exploded object: each property is a parameter of its own. */
function readSpread(pairs: readonly Pair[], propertyNames: readonly string[]): PairRead {
  const own = pairs.filter(({ name }) => propertyNames.includes(name));
  if (own.length === 0) return { read: null, used: [], times: 0 };
  const entries = own.map(({ name, raw }) => [name, decodeForm(raw)] as const);
  return { read: toObject(entries), used: own.map(({ name }) => name), times: 1 };
}

/** `name[a][b]=v`. A key sent twice, or with `[]`, is a list. Deeper than ten keys is malformed. */
function readDeep(pairs: readonly Pair[], name: string, shape: ValueShape): PairRead {
  const own = pairs.filter((pair) => pair.name.startsWith(`${name}[`));
  if (own.length === 0) return { read: null, used: [], times: 0 };
  const used = own.map((pair) => pair.name);
  const root: { [name: string]: DecodedParts } = Object.create(null);
  for (const pair of own) {
    const keys = deepKeys(pair.name.slice(name.length), shape === "object");
    const value = decodeForm(pair.raw);
    if (value === null) return { read: badEscape, used, times: 1 };
    if (keys === null || !setDeep(root, keys, value)) {
      return {
        read: { outcome: "malformed", problem: `an object is written ${name}[key]=value` },
        used,
        times: 1,
      };
    }
  }
  return { read: { outcome: "read", parts: root }, used, times: 1 };
}

/** The keys of `[a][b]`; null if they are malformed. Only the last key of a list may be empty. */
function deepKeys(text: string, isObject: boolean): string[] | null {
  if (!/^(\[[^[\]]*\]){1,10}$/.test(text)) return null;
  const keys = text.slice(1, -1).split("][");
  return keys.slice(0, -1).includes("") || (keys.length === 1 && isObject && keys[0] === "") ? null : keys;
}

function setDeep(root: { [name: string]: DecodedParts }, keys: readonly string[], value: string): boolean {
  const isList = keys.length > 1 && keys.at(-1) === "";
  const path = isList ? keys.slice(0, -1) : keys;
  let at = root;
  for (const key of path.slice(0, -1)) {
    const below: DecodedParts = at[key] ?? Object.create(null);
    at[key] = below;
    if (typeof below !== "object" || Array.isArray(below)) return false;
    at = below;
  }
  const last = path.at(-1) as string;
  const known = at[last];
  if (known === undefined) at[last] = isList ? [value] : value;
  else if (Array.isArray(known)) known.push(value);
  else if (typeof known === "string") at[last] = [known, value];
  else return false;
  return true;
}
