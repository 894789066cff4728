import { type ExchangeRequest, headerValues } from "../exchange.js";

/** The target of a request, parsed but not decoded (RFC 9112, 3.2). */
export interface RequestTarget {
  /** Lower case; null when only a path is known. */
  readonly scheme: string | null;
  /** Lower case, with the port unless it is the default of the scheme; null when unknown. */
  readonly host: string | null;
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
}

/** Longest URL that is parsed, in characters. */
const MAX_URL_LENGTH = 65_536;

const absolute = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/i;
const origin = /^(\/[^?#]*)(?:\?([^#]*))?/;

/** Parses the target of a request; null when the URL is malformed. */
export function readTarget({ url, headers }: Pick<ExchangeRequest, "url" | "headers">): RequestTarget | null {
  if (url.length > MAX_URL_LENGTH) return null;
  const whole = absolute.exec(url);
  if (whole) {
    const [, scheme = "", authority = "", path = "", query = ""] = whole;
    const lower = scheme.toLowerCase();
    const host = normalHost(authority.slice(authority.lastIndexOf("@") + 1), lower);
    return { scheme: lower, host, path: path || "/", query };
  }
  const relative = origin.exec(url);
  if (!relative) return null;
  const [host] = headerValues(headers, "host");
  const [, path = "/", query = ""] = relative;
  return { scheme: null, host: host === undefined ? null : normalHost(host, null), path, query };
}

/** A host in the form in which hosts are compared. */
export function normalHost(host: string, scheme: string | null): string {
  const lower = host.toLowerCase().trim();
  if (scheme !== "http" && lower.endsWith(":443")) return lower.slice(0, -4);
  return scheme !== "https" && lower.endsWith(":80") ? lower.slice(0, -3) : lower;
}
