import { type JsonObject, optionalString, requireObject } from "../json-value.js";

/** Writes the URL that Postman keeps in parts, encoded as Postman encodes it when it sends a request. */
export function readUrl(url: unknown): string {
  if (typeof url === "string") return url;
  const { protocol, host, port, path, query, variable } = requireObject(url, "request.url");
  const name = joined(host, ".");
  const authority = optionalString(port) ? `${name}:${port}` : name;
  const values = new Map(listOf(variable).map(({ key, value }) => [`:${key}`, String(value ?? "")]));
  const segments = Array.isArray(path) ? path.map(String) : joined(path, "/").split("/");
  const target = segments.map((segment) => encoded(values.get(segment) ?? segment, PATH_UNSAFE)).join("/");
  const pairs = listOf(query).filter(({ disabled }) => disabled !== true);
  const search = pairs.map(({ key, value }) => {
    const pair = value === null || value === undefined ? String(key ?? "") : `${key ?? ""}=${value}`;
    return encoded(pair, QUERY_UNSAFE);
  });
  const scheme = (optionalString(protocol) ?? "http").replace(/:?\/*$/, "");
  return `${scheme}://${authority}/${target.replace(/^\//, "")}${search.length === 0 ? "" : `?${search.join("&")}`}`;
}

const PATH_UNSAFE = /[^!-~]|["#<>?`{}]/gu;
const QUERY_UNSAFE = /[^!-~]|["#<>']/gu;

function encoded(text: string, unsafe: RegExp): string {
  return text.replaceAll(unsafe, (character) =>
    // half a surrogate pair becomes U+FFFD
    character === "'" ? "%27" : encodeURIComponent(Buffer.from(character).toString()),
  );
}

function joined(value: unknown, separator: string): string {
  return Array.isArray(value) ? value.map(String).join(separator) : (optionalString(value) ?? "");
}

function listOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.map((item) => requireObject(item, "an item")) : [];
}
