import type { Node } from "../document/node.js";
import { samplePattern } from "./sample-pattern.js";

const DEFAULT_STRING = "string";

/** One value for each format of JSON Schema 2020-12 and OpenAPI 3.1. Hosts are those of RFC 2606. */
const FORMAT_VALUES: Readonly<Record<string, string>> = {
  "date-time": "2024-03-21T09:30:00Z",
  date: "2024-03-21",
  time: "09:30:00Z",
  duration: "PT30S",
  email: "user@example.com",
  "idn-email": "user@example.com",
  hostname: "example.com",
  "idn-hostname": "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  uri: "https://example.com/",
  url: "https://example.com/",
  iri: "https://example.com/",
  "uri-reference": "/path",
  "iri-reference": "/path",
  "uri-template": "/items/{id}",
  uuid: "123e4567-e89b-42d3-a456-426614174000",
  "json-pointer": "/items/0",
  "relative-json-pointer": "1/name",
  regex: "^[a-z]+$",
  byte: "c3RyaW5n",
  password: "pa55word",
};

/** Samples a string by its pattern, its format, or its length. */
export function sampleString({ pattern, format, minLength, maxLength, contentEncoding }: Node): string {
  const least = typeof minLength === "number" ? minLength : 0;
  const most = typeof maxLength === "number" ? maxLength : Number.POSITIVE_INFINITY;
  const formatted = FORMAT_VALUES[contentEncoding === "base64" ? "byte" : String(format)];
  if (typeof pattern === "string" && !matches(pattern, formatted)) {
    return samplePattern(pattern, 0, least) ?? DEFAULT_STRING;
  }
  if (formatted !== undefined) return formatted;
  const text = DEFAULT_STRING.padEnd(least, DEFAULT_STRING);
  return text.slice(0, Math.min(most, text.length));
}

function matches(pattern: string, text: string | undefined): boolean {
  try {
    return text !== undefined && new RegExp(pattern, "u").test(text);
  } catch {
    return false;
  }
}
