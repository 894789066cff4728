import {
  type Contract,
  type Exchange,
  type ExchangeReport,
  type Finding,
  headerValues,
  type RequestReport,
} from "@ittybit/contract";
import type { RecordedExchange } from "../input/exchange-record.js";

/** What became of one exchange. */
export type RecordOutcome =
  | CheckedExchange
  /** For a host that the contract does not name: pages, scripts, other services. */
  | { readonly kind: "elsewhere"; readonly host: string }
  /** A question of a browser whether it may ask (CORS), which no contract describes. */
  | { readonly kind: "preflight" };

export interface CheckedExchange {
  readonly kind: "checked";
  readonly record: RecordedExchange;
  readonly report: ExchangeReport;
  /** Host that the traffic went to; "" where only a path is known. */
  readonly host: string;
  /** Those of the report that speak of the API. */
  readonly findings: readonly Finding[];
  /** The request broke the contract and the API refused it: the contract at work, no finding. */
  readonly isRefused: boolean;
  /** No credentials were recorded, which a recording that may drop them does not prove. */
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

/** What a browser loads without a network, such as `data:` and `blob:`. */
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

/** Keeps the findings that speak of the API: what it refused, and what was not recorded, do not. */
function selectFindings(
  findings: readonly Finding[],
  { mayLackCredentials, exchange }: RecordedExchange,
): Pick<CheckedExchange, "findings" | "isRefused" | "lacksCredentials"> {
  if (findings.length === 0) return noFindings;
  const { status } = exchange.response;
  const wasRefused = status >= 400 && status < 500;
  const isAsked = ({ direction }: Finding) => wasRefused && direction === "request";
  const isUnsure = ({ code }: Finding) => mayLackCredentials && code === "credentials-missing";
  return {
    findings: findings.filter((finding) => !isAsked(finding) && !isUnsure(finding)),
    isRefused: findings.some((finding) => isAsked(finding) && finding.category !== "unchecked"),
    lacksCredentials: !wasRefused && findings.some(isUnsure),
  };
}
