import type { Body } from "@ittybit/contract";
import type { RecordedExchange } from "../../input/exchange-record.js";
import { type CapturedBody, type CapturedExchange, capturedBytes } from "../capture/captured-exchange.js";
import { pairsOf } from "../raw-headers.js";

/**
 * Exchanges in the form in which they are sent to the worker: one JSON text and one block of bytes, which is cheap to
 * transfer. The block holds the bodies one after the other.
 */
export interface ExchangeBatch {
  readonly heads: string;
  readonly bytes: ArrayBuffer;
}

type Head = readonly [
  id: string,
  started: number,
  method: string,
  url: string,
  requestHeaders: readonly string[],
  requestBody: BodyLength,
  status: number,
  responseHeaders: readonly string[],
  responseBody: BodyLength,
  upload: number | null,
];

/** One exchange of a batch. */
export interface BatchedExchange {
  readonly record: RecordedExchange;
  /** Number of the upload that is the request body; null: the body is in the batch, or there is none. */
  readonly upload: number | null;
}

/** Bytes in the block; null: no body; -1: body not in the block. */
type BodyLength = number | null;

export function packExchanges(exchanges: readonly CapturedExchange[]): ExchangeBatch {
  const block = new Uint8Array(exchanges.reduce((sum, exchange) => sum + capturedBytes(exchange), 0));
  let at = 0;
  for (const { requestBody, responseBody } of exchanges) {
    at = write(block, at, requestBody);
    at = write(block, at, responseBody);
  }
  return { heads: JSON.stringify(exchanges.map(headOf)), bytes: block.buffer };
}

function write(block: Uint8Array, start: number, body: CapturedBody): number {
  let at = start;
  if (body.kind !== "bytes") return at;
  for (const chunk of body.chunks) {
    block.set(chunk, at);
    at += chunk.length;
  }
  return at;
}

function headOf(one: CapturedExchange): Head {
  const { id, started, method, url, requestHeaders, requestBody, status, responseHeaders, responseBody } =
    one;
  const [requestLength, responseLength] = [lengthOf(requestBody), lengthOf(responseBody)];
  const upload = requestBody.kind === "upload" ? requestBody.number : null;
  return [
    id,
    started,
    method,
    url,
    requestHeaders,
    requestLength,
    status,
    responseHeaders,
    responseLength,
    upload,
  ];
}

function lengthOf(body: CapturedBody): BodyLength {
  if (body.kind === "none") return null;
  return body.kind === "bytes" ? body.size : -1;
}

export function unpackExchanges({ heads, bytes }: ExchangeBatch): BatchedExchange[] {
  let at = 0;
  const read = (length: BodyLength): Body => {
    if (length === null) return null;
    if (length === -1) return undefined;
    at += length;
    return new Uint8Array(bytes, at - length, length);
  };
  return (JSON.parse(heads) as Head[]).map((head) => {
    const [
      id,
      started,
      method,
      url,
      requestHeaders,
      requestBody,
      status,
      responseHeaders,
      responseBody,
      upload,
    ] = head;
    const request = { method, url, headers: pairsOf(requestHeaders), body: read(requestBody) };
    const response = { status, headers: pairsOf(responseHeaders), body: read(responseBody) };
    const exchange = { request, response };
    return {
      record: {
        kind: "exchange",
        id,
        started: new Date(started).toISOString(),
        exchange,
        mayLackCredentials: false,
      },
      upload,
    };
  });
}
