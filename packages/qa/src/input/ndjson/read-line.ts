import type { Body, HeaderPair } from "@ittybit/contract";
import { type ExchangeRecord, RecordError } from "../exchange-record.js";
import {
  type JsonObject,
  optionalString,
  parseObject,
  requireObject,
  requireStatus,
  requireString,
} from "../json-value.js";
import { textBody } from "../text-body.js";

/**
 * Reads one line of recorded traffic, as described by `schemas/exchange.schema.json`.
 *
 * @throws RecordError when the line is not an exchange
 */
export function readLine(bytes: Uint8Array): ExchangeRecord {
  const line = parseObject(bytes);
  const request = requireObject(line.request, "request");
  if (line.response === null) return { kind: "unanswered" };
  const response = requireObject(line.response, "response");
  const exchange = {
    request: {
      method: requireString(request.method, "request.method"),
      url: requireString(request.url, "request.url"),
      headers: readHeaders(request.headers, "request.headers"),
      body: readBody(request, "request.body"),
    },
    response: {
      status: requireStatus(response.status, "response.status"),
      headers: readHeaders(response.headers, "response.headers"),
      body: readBody(response, "response.body"),
    },
  };
  const [id, started] = [optionalString(line.id), optionalString(line.started)];
  return { kind: "exchange", exchange, id, started, mayLackCredentials: false };
}

function readHeaders(value: unknown, what: string): HeaderPair[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new RecordError(`${what} is not a list of [name, value]`);
  return value.map((pair) => {
    if (Array.isArray(pair) && typeof pair[0] === "string" && typeof pair[1] === "string") {
      return [pair[0], pair[1]];
    }
    throw new RecordError(`${what} has an item that is not [name, value]`);
  });
}

function readBody({ body }: JsonObject, what: string): Body {
  if (body === undefined || body === null) return body;
  if (typeof body === "string") return textBody(body);
  const base64 = requireString(requireObject(body, what).base64, `${what}.base64`);
  return Buffer.from(base64, "base64");
}
