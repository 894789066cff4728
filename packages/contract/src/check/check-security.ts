import type { Credential } from "../document/contract-model.js";
import { type ExchangeRequest, headerValues } from "../exchange.js";
import type { FindingCollector } from "../findings/finding-collector.js";
import type { Matched } from "../match/router.js";
import { parsePairs } from "../parameters/form-pairs.js";

type CredentialState =
  | { readonly kind: "present" }
  | { readonly kind: "missing" }
  | { readonly kind: "malformed"; readonly problem: string };

/** Checks that a request carries the credentials that the operation requires. A contract cannot tell whether they are valid. */
export function checkSecurity(collector: FindingCollector, match: Matched, request: ExchangeRequest): void {
  const { security } = match.operation;
  if (security.length === 0) return;
  const alternatives = security.map((all) =>
    all.map((credential) => ({ credential, state: stateOf(credential, match, request) })),
  );
  if (alternatives.some((all) => all.every(({ state }) => state.kind === "present"))) return;
  const { credential, state } = mostLikely(alternatives);
  const where = {
    in: credential.in,
    name: credential.field,
    contract: credential.pointer,
    inferred: credential.inferred,
  } as const;
  if (state.kind === "malformed") {
    collector.add(
      { code: "credentials-malformed", scheme: describe(credential), problem: state.problem },
      where,
    );
  } else {
    const schemes = security.map((all) => all.map(describe).join(" and "));
    collector.add({ code: "credentials-missing", schemes }, where);
  }
}

interface CheckedScheme {
  readonly credential: Credential;
  readonly state: CredentialState;
}

/** The credential to report: one that is present and unusable, else one that is missing from the most complete alternative. */
function mostLikely(alternatives: readonly (readonly CheckedScheme[])[]): CheckedScheme {
  const malformed = alternatives.flat().find(({ state }) => state.kind === "malformed");
  if (malformed) return malformed;
  const present = (all: readonly CheckedScheme[]) =>
    all.filter(({ state }) => state.kind === "present").length;
  const [best] = [...alternatives].sort((a, b) => present(b) - present(a));
  return best?.find(({ state }) => state.kind === "missing") as CheckedScheme;
}

function describe({ kind, scheme, in: location, field }: Credential): string {
  if (kind === "key") return `${field} (${location})`;
  return kind === "unseen"
    ? "a client certificate"
    : `Authorization: ${scheme.replace(/^./, (letter) => letter.toUpperCase())} …`;
}

function stateOf(credential: Credential, match: Matched, request: ExchangeRequest): CredentialState {
  switch (credential.kind) {
    case "unseen":
      return { kind: "present" };
    case "key":
      return keyValue(credential, match, request) ? { kind: "present" } : { kind: "missing" };
    case "bearer":
    case "basic":
    case "http":
      return stateOfAuthorization(credential, headerValues(request.headers, "authorization"));
    default:
      return credential.kind satisfies never;
  }
}

function keyValue(
  { in: location, field }: Credential,
  match: Matched,
  request: ExchangeRequest,
): string | undefined {
  switch (location) {
    case "header":
      return headerValues(request.headers, field)[0];
    case "query":
      return parsePairs(match.target.query).find(({ name }) => name === field)?.raw;
    case "cookie":
      return headerValues(request.headers, "cookie")
        .flatMap((cookies) => cookies.split(";"))
        .map((cookie) => cookie.trim())
        .find((cookie) => cookie.startsWith(`${field}=`))
        ?.slice(field.length + 1);
    default:
      return location satisfies never;
  }
}

/** Parses `Authorization` (RFC 9110, 11.4): the scheme in any letter case, then the credentials. */
function stateOfAuthorization(credential: Credential, fields: readonly string[]): CredentialState {
  const [value] = fields;
  if (value === undefined) return { kind: "missing" };
  if (fields.length > 1) return { kind: "malformed", problem: "there are several Authorization headers" };
  const [, scheme = "", rest = ""] = /^\s*(\S*)\s*(.*?)\s*$/s.exec(value) ?? [];
  if (scheme.toLowerCase() !== credential.scheme) {
    return { kind: "malformed", problem: `the scheme is not ${credential.scheme}` };
  }
  if (rest === "") return { kind: "malformed", problem: `nothing follows ${scheme}` };
  if (credential.kind === "bearer" && !/^[A-Za-z0-9\-._~+/]+=*$/.test(rest)) {
    return { kind: "malformed", problem: "the token has characters that a token cannot have" };
  }
  if (credential.kind === "basic") {
    const pair = decodeBase64(rest);
    if (pair === null) return { kind: "malformed", problem: "the credentials are not base64" };
    if (!pair.includes(":"))
      return { kind: "malformed", problem: "there is no colon between name and password" };
  }
  return { kind: "present" };
}

/** Decodes base64 with or without padding; null if it is not base64. */
function decodeBase64(text: string): string | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  try {
    return atob(text);
  } catch {
    return null;
  }
}
