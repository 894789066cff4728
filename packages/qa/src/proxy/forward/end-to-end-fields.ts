import type { Contract } from "@ittybit/contract";

/** Standard fields without which a message means something else (RFC 9110; RFC 9112, 6). */
const STANDARD_FIELDS = [
  "accept",
  "accept-encoding",
  "accept-language",
  "authorization",
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-length",
  "content-range",
  "content-type",
  "cookie",
  "date",
  "etag",
  "expect",
  "host",
  "if-match",
  "if-modified-since",
  "if-none-match",
  "if-range",
  "if-unmodified-since",
  "last-modified",
  "location",
  "origin",
  "prefer",
  "range",
  "retry-after",
  "set-cookie",
  "transfer-encoding",
  "user-agent",
  "vary",
  "www-authenticate",
];

/**
 * Names, in lower case, of fields that are forwarded even if `Connection` names them: the standard ones, and those that
 * the contract describes. A sender must not name end-to-end fields there (RFC 9110, 7.6.1); dropping them would hide
 * what it sent.
 */
export function endToEndFields({ operations }: Pick<Contract, "operations">): ReadonlySet<string> {
  const documented = operations.flatMap(({ parameters, security, responses }) => [
    ...parameters.filter((parameter) => parameter.in === "header").map(({ name }) => name),
    ...security.flat().flatMap((credential) => (credential.in === "header" ? [credential.field] : [])),
    ...responses.flatMap(({ headers }) => headers.map(({ name }) => name)),
  ]);
  return new Set([...STANDARD_FIELDS, ...documented.map((name) => name.toLowerCase())]);
}
