import type { Contract, Exchange, ExchangeReport, Finding, RequestReport } from "@ittybit/contract";
import { headerValues } from "@ittybit/contract/findings";
import type { RecordedExchange } from "../input/exchange-record.js";
import { DROPPED_HEADERS } from "../input/har/recorder-quirks.js";

/** What checking one record came to. */
export type RecordOutcome =
  | CheckedExchange
  /** The request went to a host outside the contract: a page, a script, another service. */
  | { readonly kind: "elsewhere"; readonly host: string }
  /** A CORS preflight, which no contract describes. */
  | { readonly kind: "preflight" };

export interface CheckedExchange {
  readonly kind: "checked";
  readonly record: RecordedExchange;
  readonly report: ExchangeReport;
  /** Host of the request; "" if only its path is known. */
  readonly host: string;
  /** The findings that are about the API. */
  readonly findings: readonly Finding[];
  /** The API refused an invalid request, as it should: no finding. */
  readonly isRefused: boolean;
  /** Credentials are missing from a recording that may have dropped them: no finding. */
  readonly lacksCredentials: boolean;
}

/**
 * Checks one exchange against the contract; synchronously if its bodies are in memory.
 *
 * @param request the report on the request, if it was checked while it was sent
 */
export function checkRecord(
  contract: Contract,
  record: RecordedExchange,
  request?: Promise<RequestReport>,
): RecordOutcome | Promise<RecordOutcome> {
  const { exchange } = record;
  const match = contract.match(exchange.request);
  if (match.outcome === "unknown-host") return { kind: "elsewhere", host: match.host };
  if (match.outcome === "malformed-url" && otherScheme.test(match.url)) {
    return { kind: "elsewhere", host: match.url.slice(0, match.url.indexOf(":") + 1).toLowerCase() };
  }
  if (isPreflight(exchange)) return { kind: "preflight" };
  const host = match.outcome === "matched" ? (match.target.host ?? "") : "";
  const report = contract.checkEager(
    exchange,
    request === undefined ? { match } : { match, report: request },
  );
  return report instanceof Promise
    ? report.then((late) => outcomeOf(record, late, host))
    : outcomeOf(record, report, host);
}

/** Schemes that a browser loads without a network, such as `data:` and `blob:`. */
const otherScheme = /^(?!https?:|wss?:)[a-z][a-z0-9+.-]*:/i;

function outcomeOf(record: RecordedExchange, report: ExchangeReport, host: string): CheckedExchange {
  return { kind: "checked", record, report, host, ...selectFindings(report.findings, record) };
}

const noFindings = { findings: [], isRefused: false, lacksCredentials: false } as const;

function isPreflight({ request }: Exchange): boolean {
  return (
    request.method.toUpperCase() === "OPTIONS" &&
    headerValues(request.headers, "access-control-request-method").length > 0
  );
}

/** Whether a finding is about a field that recorders drop: credentials and cookies. */
function isOfDroppedField({ code, at }: Finding): boolean {
  if (code === "credentials-missing") return true;
  return code === "value-missing" && (at.in === "cookie" || DROPPED_HEADERS.test(at.name ?? ""));
}

/** Keeps the findings about the API: not those of requests it refused, nor of credentials that were not recorded. */
function selectFindings(
  findings: readonly Finding[],
  { mayLackCredentials, exchange }: RecordedExchange,
): Pick<CheckedExchange, "findings" | "isRefused" | "lacksCredentials"> {
  if (findings.length === 0) return noFindings;
  const { status } = exchange.response;
  const wasRefused = status >= 400 && status < 500;
  const isOfRefusedRequest = ({ direction }: Finding) => wasRefused && direction === "request";
  const mayBeUnrecorded = (finding: Finding) => mayLackCredentials && isOfDroppedField(finding);
  return {
    findings: findings.filter((finding) => !isOfRefusedRequest(finding) && !mayBeUnrecorded(finding)),
    isRefused: findings.some((finding) => isOfRefusedRequest(finding) && finding.category !== "unchecked"),
    lacksCredentials: !wasRefused && findings.some(mayBeUnrecorded),
  };
}
