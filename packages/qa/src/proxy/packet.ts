import type { Body, HeaderPair } from "@ittybit/contract";
import type { ReadExchange } from "../input/exchange-record.js";
import { type Copied, type CopiedBody, sizeOf } from "./copied.js";

/**
 * Several exchanges on their way to another thread: one text and one block of bytes, because that is cheap to hand
 * over. The bodies stand in the block one after the other.
 */
export interface Packet {
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

/** An exchange out of a packet. */
export interface Unpacked {
  readonly record: ReadExchange;
  /** Number of the upload that is its request's body; null: the body is here, or nowhere. */
  readonly upload: number | null;
}

/** Bytes in the block; null: no body; -1: not in the block. */
type BodyLength = number | null;

export function pack(exchanges: readonly Copied[]): Packet {
  const block = new Uint8Array(exchanges.reduce((sum, one) => sum + sizeOf(one), 0));
  let at = 0;
  for (const { requestBody, responseBody } of exchanges) {
    at = write(block, at, requestBody);
    at = write(block, at, responseBody);
  }
  return { heads: JSON.stringify(exchanges.map(headOf)), bytes: block.buffer };
}

function write(block: Uint8Array, start: number, body: CopiedBody): number {
  let at = start;
  if (body.kind !== "bytes") return at;
  for (const chunk of body.chunks) {
    block.set(chunk, at);
    at += chunk.length;
  }
  return at;
}

function headOf(one: Copied): Head {
  const { id, started, method, url, requestHeaders, requestBody, status, responseHeaders, responseBody } =
    one;
  const [sent, answered] = [lengthOf(requestBody), lengthOf(responseBody)];
  const upload = requestBody.kind === "upload" ? requestBody.number : null;
  return [id, started, method, url, requestHeaders, sent, status, responseHeaders, answered, upload];
}

function lengthOf(body: CopiedBody): BodyLength {
  if (body.kind === "none") return null;
  return body.kind === "bytes" ? body.size : -1;
}

export function unpack({ heads, bytes }: Packet): Unpacked[] {
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
    const begun = new Date(started).toISOString();
    const exchange = { request, response };
    return {
      record: { kind: "exchange", id, started: begun, exchange, mayLackCredentials: false },
      upload,
    };
  });
}

export function pairsOf(flat: readonly string[]): HeaderPair[] {
  const pairs: HeaderPair[] = [];
  for (let at = 0; at < flat.length; at += 2) pairs.push([flat[at] as string, flat[at + 1] as string]);
  return pairs;
}
