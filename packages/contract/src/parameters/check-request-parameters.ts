import type { CheckContext } from "../check/check-context.js";
import type { Operation, Parameter } from "../document/contract-model.js";
import { type ExchangeRequest, headerValue, headerValues } from "../exchange.js";
import type { FindingCollector } from "../findings/finding-collector.js";
import { joinPointer } from "../json-pointer.js";
import type { Matched } from "../match/router.js";
import { checkHeader } from "./check-header.js";
import { checkParameter, type ReadShape } from "./check-parameter.js";
import { decodePercent, type Pair, parsePairs } from "./form-pairs.js";
import { readDelimited, readPairs } from "./style.js";

/** Parameter values by location and name, as JSON data. Missing parameters are not filled in with defaults. */
export interface ParameterValues {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly header: Readonly<Record<string, unknown>>;
  readonly cookie: Readonly<Record<string, unknown>>;
}

/** Checks all parameters of a request, and that its query has no others. */
export function checkRequestParameters(
  context: CheckContext,
  collector: FindingCollector,
  match: Matched,
  request: ExchangeRequest,
): ParameterValues {
  const values = { path: none, query: none, header: none, cookie: none };
  const query = parsePairs(match.target.query);
  const used = new Set<string>(query.length === 0 ? [] : keysInQuery(match.operation));
  const sources = { match, request, query, cookies: readCookies(request), used };
  for (const parameter of match.operation.parameters) {
    if (!parameter.required && isAbsent(sources, parameter)) continue;
    const value =
      parameter.in === "header"
        ? checkHeader(context, collector, parameter, headerValues(request.headers, parameter.name))
        : checkParameter(context, collector, parameter, readerOf(sources, parameter, parameter.in));
    if (value !== undefined) valuesIn(values, parameter.in)[parameter.name] = value;
  }
  reportUnknown(collector, match.operation, query, used);
  return values;
}

/** Whether a parameter was certainly not sent. Most are not, and their schemas need not be read. */
function isAbsent({ request, query, cookies }: Sources, { in: location, name }: Parameter): boolean {
  switch (location) {
    case "path":
      return false;
    case "header":
      return headerValue(request.headers, name) === undefined;
    case "query":
      return query.length === 0;
    case "cookie":
      return cookies.length === 0;
    default:
      return location satisfies never;
  }
}

/** The values of a location that has none. */
const none: Record<string, unknown> = Object.freeze(Object.create(null));

function valuesIn(
  values: Record<Parameter["in"], Record<string, unknown>>,
  location: Parameter["in"],
): Record<string, unknown> {
  if (values[location] === none) values[location] = Object.create(null);
  return values[location];
}

interface Sources {
  readonly match: Matched;
  readonly request: ExchangeRequest;
  readonly query: readonly Pair[];
  readonly cookies: readonly Pair[];
  /** Names of query parameters that were consumed. */
  readonly used: Set<string>;
}

function readerOf(
  sources: Sources,
  { name, value }: Parameter,
  location: Exclude<Parameter["in"], "header">,
): ReadShape {
  const style = value.kind === "style" ? value.style : location === "path" ? "simple" : "form";
  const explode = value.kind === "style" && value.explode;
  switch (location) {
    case "path":
      return (shape) => {
        const raw = sources.match.pathValues[name];
        if (raw === undefined) return { read: null, times: 0 };
        return { read: readDelimited(raw, style, explode, shape, name, decodePercent), times: 1 };
      };
    case "query":
      return (shape, names) => {
        const { used, ...reading } = readPairs(sources.query, { name, style, explode }, shape, names);
        for (const one of used) sources.used.add(one);
        return reading;
      };
    case "cookie":
      return (shape, names) => readPairs(sources.cookies, { name, style, explode }, shape, names);
    default:
      return location satisfies never;
  }
}

function readCookies(request: ExchangeRequest): readonly Pair[] {
  const fields = headerValues(request.headers, "cookie");
  if (fields.length === 0) return NO_PAIRS;
  return fields.flatMap((field) =>
    field.split(";").flatMap((piece) => {
      const equals = piece.indexOf("=");
      if (equals < 0) return [];
      return [
        {
          name: piece.slice(0, equals).trim(),
          raw: piece
            .slice(equals + 1)
            .trim()
            .replaceAll("+", "%2B"),
        },
      ];
    }),
  );
}

const NO_PAIRS: readonly Pair[] = [];

/** API keys in the query are parameters, though no parameter object names them. */
function keysInQuery(operation: Operation): string[] {
  return operation.security.flat().flatMap((key) => (key.in === "query" ? [key.field] : []));
}

/** Reports each undocumented query parameter once, with its first value. */
function reportUnknown(
  collector: FindingCollector,
  operation: Operation,
  query: readonly Pair[],
  used: ReadonlySet<string>,
): void {
  if (query.length === 0) return;
  const known = operation.parameters
    .flatMap((parameter) => (parameter.in === "query" ? [parameter.name] : []))
    .sort();
  const contract = joinPointer(operation.pointer, "parameters");
  const reported = new Set(used);
  for (const { name, raw: value } of query) {
    if (reported.has(name)) continue;
    reported.add(name);
    collector.add(
      { code: "parameter-undocumented", known },
      { in: "query", name, contract, inferred: operation.inferred, value },
    );
  }
}
