import { type BodyReading, checkBody, drain, emptyBody, noBody } from "./body/check-body.js";
import { checkSecurity } from "./check-security.js";
import type { Engine } from "./engine.js";
import { type ExchangeRequest, headerValues } from "./exchange.js";
import type { Finding } from "./finding.js";
import type { Match, Matched } from "./match/router.js";
import { checkRequestParameters, type ParameterValues } from "./parameter/check-request-parameters.js";
import { Recorder } from "./report/recorder.js";
import { after, type Soon } from "./soon.js";

/** The verdict on a request, and what it said. */
export interface RequestReport {
  readonly match: Match;
  /** null: no operation of the contract. */
  readonly operationId: string | null;
  readonly findings: readonly Finding[];
  /** Values of declared parameters, as JSON data. */
  readonly parameters: ParameterValues;
  readonly body: BodyReading;
}

const noParameters: ParameterValues = { path: {}, query: {}, header: {}, cookie: {} };

/** Checks a request. A stream as body is read to its end. Never throws for what a message holds. */
export function checkRequest(engine: Engine, match: Match, request: ExchangeRequest): Soon<RequestReport> {
  if (match.outcome !== "matched") return unmatched(engine, request, match);
  const { operation } = match;
  const recorder = new Recorder("request", operation.operationId, engine.options, engine.locate);
  tellScheme(engine, recorder, match);
  checkSecurity(recorder, match, request);
  const parameters = checkRequestParameters(engine, recorder, match, request);
  const { operationId } = operation;
  return after(checkRequestBody(engine, recorder, match, request), (body) => {
    return { match, operationId, findings: recorder.sorted(), parameters, body };
  });
}

function unmatched(
  engine: Engine,
  request: ExchangeRequest,
  match: Exclude<Match, Matched>,
): Soon<RequestReport> {
  const recorder = new Recorder("request", null, engine.options, engine.locate);
  tellUnmatched(recorder, match);
  return after(drain(request.body), (size) => {
    const body = { ...noBody, size };
    return { match, operationId: null, findings: recorder.sorted(), parameters: noParameters, body };
  });
}

/** Says why a request belongs to no operation. */
export function tellUnmatched(recorder: Recorder, match: Exclude<Match, Matched>): void {
  switch (match.outcome) {
    case "malformed-url":
      recorder.tell({ code: "url-malformed", url: match.url.slice(0, 80) }, { in: "url", contract: null });
      break;
    case "unknown-host": {
      const { host, known } = match;
      recorder.tell({ code: "host-unknown", host, known }, { in: "url", contract: "/servers", value: host });
      break;
    }
    case "unknown-path": {
      const { path, elsewhere } = match;
      recorder.tell(
        { code: "path-unknown", path, elsewhere },
        { in: "url", contract: "/paths", value: path },
      );
      break;
    }
    case "unknown-method": {
      const { method, allowed: documented } = match;
      recorder.tell(
        { code: "method-unknown", method, documented },
        { in: "method", contract: "/paths", value: method },
      );
      break;
    }
    default:
      match satisfies never;
  }
}

function tellScheme(engine: Engine, recorder: Recorder, { server, target }: Matched): void {
  const { scheme, host } = target;
  const isMapped = host !== null && (engine.options.hosts[host] ?? engine.options.hosts["*"]) !== undefined;
  if (scheme === null || server.scheme === null || server.scheme.includes("{") || isMapped) return;
  if (scheme === server.scheme || scheme.replace("ws", "http") === server.scheme) return;
  recorder.tell(
    { code: "scheme-undocumented", scheme, documented: server.scheme },
    { in: "url", contract: "/servers", value: scheme },
  );
}

function checkRequestBody(
  engine: Engine,
  recorder: Recorder,
  { operation }: Matched,
  request: ExchangeRequest,
): Soon<BodyReading> {
  const { body: documented } = operation;
  if (documented !== null) {
    const { media, pointer: contract, inferred, required: isRequired } = documented;
    const subject = { headers: request.headers, body: request.body, media, contract, inferred, isRequired };
    return checkBody(engine, recorder, subject);
  }
  return after(drain(request.body), (size) => {
    if (size !== 0 && hasContent(request)) {
      const because = "the operation documents no request body";
      recorder.tell(
        { code: "body-unexpected", bytes: size, because },
        { in: "body", contract: operation.pointer, inferred: operation.inferred },
      );
    }
    return size === 0 ? emptyBody : { ...noBody, size };
  });
}

function hasContent({ headers, method }: ExchangeRequest): boolean {
  return method.toUpperCase() !== "TRACE" && headerValues(headers, "content-length")[0] !== "0";
}
