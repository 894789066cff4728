import type { Body, ExchangeRequest, ExchangeResponse } from "@ittybit/contract";
import { bytesOf, isInMemory } from "@ittybit/contract/findings";
import type { RecordedExchange } from "../exchange-record.js";

interface Line extends Pick<RecordedExchange, "id" | "started"> {
  readonly exchange: {
    readonly request: ExchangeRequest;
    /** null if the request got no response. */
    readonly response: ExchangeResponse | null;
  };
}

/** An exchange as one line of NDJSON without the newline, as described by `schemas/exchange.schema.json`. */
export function toLine({ id, started, exchange: { request, response } }: Line): string {
  return JSON.stringify({
    ...(id === null ? {} : { id }),
    ...(started === null ? {} : { started }),
    request: { method: request.method, url: request.url, headers: request.headers, ...bodyOf(request.body) },
    response: response && {
      status: response.status,
      headers: response.headers,
      ...bodyOf(response.body),
    },
  });
}

/** Writes valid UTF-8 as text, so that people can read it, and anything else as base64. */
function bodyOf(body: Body): { readonly body?: unknown } {
  if (body === null) return { body: null };
  if (!isInMemory(body)) return {};
  if ("text" in body) return { body: body.text };
  const { buffer, byteOffset, byteLength } = bytesOf(body);
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  const text = bytes.toString("utf8");
  return { body: Buffer.from(text, "utf8").equals(bytes) ? text : { base64: bytes.toString("base64") } };
}
