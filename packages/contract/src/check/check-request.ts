import { checkBody, type DecodedBody, drain, emptyBody, noBody } from "../body/check-body.js";
import { type ExchangeRequest, headerValues } from "../exchange.js";
import type { Finding } from "../findings/finding.js";
import { FindingCollector } from "../findings/finding-collector.js";
import type { Match, Matched } from "../match/router.js";
import { andThen, type MaybePromise } from "../maybe-promise.js";
import type { OnPartData } from "../multipart/read-multipart.js";
import { checkRequestParameters, type ParameterValues } from "../parameters/check-request-parameters.js";
import type { CheckContext } from "./check-context.js";
import { checkSecurity } from "./check-security.js";

/** The findings on a request, and what it contained. */
export interface RequestReport {
  readonly match: Match;
  /** null: no operation of the contract. */
  readonly operationId: string | null;
  readonly findings: readonly Finding[];
  /** Values of declared parameters, as JSON data. */
  readonly parameters: ParameterValues;
  readonly body: DecodedBody;
}

const noParameters: ParameterValues = { path: {}, query: {}, header: {}, cookie: {} };

/** Checks a request. Reads a stream to its end. Never throws because of what a message contains. */
export function checkRequest(
  context: CheckContext,
  match: Match,
  request: ExchangeRequest,
  onPartData?: OnPartData,
): MaybePromise<RequestReport> {
  if (match.outcome !== "matched") return unmatched(context, request, match);
  const { operation } = match;
  const collector = new FindingCollector("request", operation.operationId, context.options, context.locate);
  reportScheme(context, collector, match);
  checkSecurity(collector, match, request);
  const parameters = checkRequestParameters(context, collector, match, request);
  const { operationId } = operation;
  return andThen(checkRequestBody(context, collector, match, request, onPartData), (body) => {
    return { match, operationId, findings: collector.sorted(), parameters, body };
  });
}

function unmatched(
  context: CheckContext,
  request: ExchangeRequest,
  match: Exclude<Match, Matched>,
): MaybePromise<RequestReport> {
  const collector = new FindingCollector("request", null, context.options, context.locate);
  reportUnmatched(collector, match);
  return andThen(drain(request.body), (size) => {
    const body = { ...noBody, size };
    return { match, operationId: null, findings: collector.sorted(), parameters: noParameters, body };
  });
}

/** Reports why a request belongs to no operation. */
export function reportUnmatched(collector: FindingCollector, match: Exclude<Match, Matched>): void {
  switch (match.outcome) {
    case "malformed-url":
      collector.add({ code: "url-malformed", url: match.url.slice(0, 80) }, { in: "url", contract: null });
      break;
    case "unknown-host": {
      const { host, known } = match;
      collector.add({ code: "host-unknown", host, known }, { in: "url", contract: "/servers", value: host });
      break;
    }
    case "unknown-path": {
      const { path, otherServers } = match;
      collector.add(
        { code: "path-unknown", path, otherServers },
        { in: "url", contract: "/paths", value: path },
      );
      break;
    }
    case "unknown-method": {
      const { method, allowed: documented } = match;
      collector.add(
        { code: "method-unknown", method, documented },
        { in: "method", contract: "/paths", value: method },
      );
      break;
    }
    default:
      match satisfies never;
  }
}

function reportScheme(context: CheckContext, collector: FindingCollector, { server, target }: Matched): void {
  const { scheme, host } = target;
  if (scheme === null || server.scheme === null || scheme === server.scheme) return;
  const isMapped = host !== null && (context.options.hosts[host] ?? context.options.hosts["*"]) !== undefined;
  if (server.scheme.includes("{") || isMapped || scheme.replace("ws", "http") === server.scheme) return;
  collector.add(
    { code: "scheme-undocumented", scheme, documented: server.scheme },
    { in: "url", contract: "/servers", value: scheme },
  );
}

function checkRequestBody(
  context: CheckContext,
  collector: FindingCollector,
  { operation }: Matched,
  request: ExchangeRequest,
  onPartData?: OnPartData,
): MaybePromise<DecodedBody> {
  const { body: documented } = operation;
  if (documented !== null) {
    const { media, pointer: contract, inferred, required: isRequired } = documented;
    const { headers, body } = request;
    const subject = { headers, body, media, contract, inferred, isRequired };
    return checkBody(context, collector, { ...subject, ...(onPartData && { onPartData }) });
  }
  return andThen(drain(request.body), (size) => {
    if (size !== 0 && hasContent(request)) {
      const reason = "the operation documents no request body";
      collector.add(
        { code: "body-unexpected", bytes: size, reason },
        { in: "body", contract: operation.pointer, inferred: operation.inferred },
      );
    }
    return size === 0 ? emptyBody : { ...noBody, size };
  });
}

function hasContent({ headers, method }: ExchangeRequest): boolean {
  return method.toUpperCase() !== "TRACE" && headerValues(headers, "content-length")[0] !== "0";
}
