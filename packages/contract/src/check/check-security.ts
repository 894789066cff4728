import type { Credential } from "../document/contract-model.js";
import { type ExchangeRequest, headerValues } from "../exchange.js";
import type { FindingCollector } from "../findings/finding-collector.js";
import type { Matched } from "../match/router.js";
import { parsePairs } from "../parameters/form-pairs.js";

type Verdict =
  | { readonly kind: "present" }
  | { readonly kind: "missing" }
  | { readonly kind: "malformed"; readonly problem: string };

/** Checks that a request carries the credentials the operation asks for. Whether they are right, no contract knows. */
export function checkSecurity(collector: FindingCollector, match: Matched, request: ExchangeRequest): void {
  const { security } = match.operation;
  if (security.length === 0) return;
  const verdicts = security.map((all) =>
    all.map((credential) => ({ credential, verdict: judge(credential, match, request) })),
  );
  if (verdicts.some((all) => all.every(({ verdict }) => verdict.kind === "present"))) return;
  const { credential, verdict } = mostLikely(verdicts);
  const told = {
    in: credential.in,
    name: credential.field,
    contract: credential.pointer,
    inferred: credential.inferred,
  } as const;
  if (verdict.kind === "malformed") {
    collector.add(
      { code: "credentials-malformed", scheme: wording(credential), problem: verdict.problem },
      told,
    );
  } else {
    const schemes = security.map((all) => all.map(wording).join(" and "));
    collector.add({ code: "credentials-missing", schemes }, told);
  }
}

interface Judged {
  readonly credential: Credential;
  readonly verdict: Verdict;
}

/** What to tell: a credential that is there and unusable, else what is missing where most is there. */
function mostLikely(verdicts: readonly (readonly Judged[])[]): Judged {
  const malformed = verdicts.flat().find(({ verdict }) => verdict.kind === "malformed");
  if (malformed) return malformed;
  const present = (all: readonly Judged[]) => all.filter(({ verdict }) => verdict.kind === "present").length;
  const [best] = [...verdicts].sort((a, b) => present(b) - present(a));
  return best?.find(({ verdict }) => verdict.kind === "missing") as Judged;
}

function wording({ kind, scheme, in: place, field }: Credential): string {
  if (kind === "key") return `${field} (${place})`;
  return kind === "unseen"
    ? "a client certificate"
    : `Authorization: ${scheme.replace(/^./, (letter) => letter.toUpperCase())} …`;
}

function judge(credential: Credential, match: Matched, request: ExchangeRequest): Verdict {
  switch (credential.kind) {
    case "unseen":
      return { kind: "present" };
    case "key":
      return keyValue(credential, match, request) ? { kind: "present" } : { kind: "missing" };
    case "bearer":
    case "basic":
    case "http":
      return judgeAuthorization(credential, headerValues(request.headers, "authorization"));
    default:
      return credential.kind satisfies never;
  }
}

function keyValue(
  { in: place, field }: Credential,
  match: Matched,
  request: ExchangeRequest,
): string | undefined {
  switch (place) {
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
      return place satisfies never;
  }
}

/** RFC 9110, 11.4: the scheme word in any letter case, then the credentials. */
function judgeAuthorization(credential: Credential, fields: readonly string[]): Verdict {
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
  if (credential.kind === "basic" && !/^[A-Za-z0-9+/]+={0,2}$/.test(rest)) {
    return { kind: "malformed", problem: "the credentials are not base64" };
  }
  return { kind: "present" };
}
