import { basename } from "node:path";
import type { HeaderPair } from "@ittybit/contract";
import type { ExchangeRecord } from "../exchange-record.js";
import { formFromParams } from "../har/form-params.js";
import type { RecordedBody } from "../har/recorded-body.js";
import { withoutCharset, withoutCoding } from "../har/recorder-quirks.js";
import { type JsonObject, optionalString, parseObject, requireObject, requireStatus } from "../json-value.js";
import { readUrl } from "./read-url.js";

/**
 * Reads one item of `run.executions` of a report by Newman's `json` reporter (6.2). Header values are those that were sent.
 * Bodies of responses are decoded, and bodies of requests are listed by their mode.
 *
 * @throws RecordError when the item is not an exchange
 */
export function readExecution(bytes: Uint8Array): ExchangeRecord {
  const execution = parseObject(bytes);
  const request = requireObject(execution.request, "request");
  if (execution.response === undefined || execution.response === null) return { kind: "unanswered" };
  const response = requireObject(execution.response, "response");
  const status = requireStatus(response.code, "response.code");
  const sent = readBody(request.body, readHeaders(request.header));
  const headers = withoutCharset(withoutCoding(readHeaders(response.header)));
  return {
    kind: "exchange",
    exchange: {
      request: { method: optionalString(request.method) ?? "GET", url: readUrl(request.url), ...sent },
      response: { status, headers, body: readStream(response.stream) },
    },
    id: optionalString(response.id),
    started: null,
    mayLackCredentials: false,
  };
}

function readHeaders(list: unknown): HeaderPair[] {
  return enabled(list).map(({ key, value }) => [String(key ?? ""), String(value ?? "")]);
}

/** The items of a list that were sent. */
function enabled(list: unknown): JsonObject[] {
  const items: unknown[] = Array.isArray(list) ? list : [];
  return items.map((item) => requireObject(item, "an item")).filter(({ disabled }) => disabled !== true);
}

/** A Node Buffer as JSON. */
function readStream(stream: unknown): Uint8Array | null | undefined {
  if (stream === undefined || stream === null) return undefined;
  const { data } = requireObject(stream, "response.stream");
  if (!Array.isArray(data)) return undefined;
  return data.length === 0 ? null : Uint8Array.from(data as number[]);
}

/** Newman lists no `Content-Type` that it derives from the mode of the body. */
function readBody(body: unknown, headers: readonly HeaderPair[]): RecordedBody {
  if (body === undefined || body === null) return { headers, body: null };
  const { mode, raw, urlencoded, formdata, graphql, options, disabled } = requireObject(body, "request.body");
  if (disabled === true) return { headers, body: null };
  switch (mode) {
    case "raw":
      return textBody(optionalString(raw) ?? "", mediaTypeOf(options), headers);
    case "urlencoded": {
      const mimeType = "application/x-www-form-urlencoded";
      const params = enabled(urlencoded).map(({ key, value }) => ({ name: key, value }));
      return formFromParams({ params, mimeType }, withType(headers, mimeType));
    }
    case "formdata": {
      const mimeType = "multipart/form-data";
      const params = enabled(formdata).map(readPart);
      return formFromParams({ params, mimeType }, withType(headers, `${mimeType}; boundary=unknown`));
    }
    case "graphql":
      return textBody(graphqlText(graphql), "application/json", headers);
    default:
      return { headers, body: undefined };
  }
}

function textBody(text: string, type: string, headers: readonly HeaderPair[]): RecordedBody {
  return text === ""
    ? { headers, body: null }
    : { headers: withType(headers, type), body: Buffer.from(text, "utf8") };
}

/** The language of a raw body. */
function mediaTypeOf(options: unknown): string {
  const { language } = ((options as JsonObject | undefined)?.raw ?? {}) as JsonObject;
  return language === "json" ? "application/json" : "text/plain";
}

/** A field, or a file by its path: its bytes are not in the report. */
function readPart({ key, value, type, src, contentType }: JsonObject): JsonObject {
  const [path] = [src].flat();
  const file = type === "file" ? { fileName: basename(String(path ?? "file")) } : {};
  return { name: key, value, ...file, contentType };
}

function graphqlText(graphql: unknown): string {
  const { query, variables } = requireObject(graphql, "request.body.graphql");
  const values: unknown = typeof variables === "string" && variables !== "" ? parsed(variables) : variables;
  return JSON.stringify({ query, variables: values });
}

function parsed(text: string): unknown {
  return parseObject(Buffer.from(text));
}

function withType(headers: readonly HeaderPair[], type: string): readonly HeaderPair[] {
  const isNamed = headers.some(([name]) => name.toLowerCase() === "content-type");
  return isNamed ? headers : [...headers, ["Content-Type", type]];
}
