import { LineSplitter } from "../ndjson/line-splitter.js";
import { toLine } from "../ndjson/write-line.js";
import { type Dump, readDump } from "./read-dump.js";

/** Requests that wait for their response. k6 logs both when the response has come, so that a longer list is a loss. */
const MAX_OPEN = 10_000;

/** Whether a text is the log of k6 1.8 with `--http-debug=full --log-format=json`. */
export function isK6Log(start: string): boolean {
  return start.startsWith("{") && /^[^\n]*"source"\s*:\s*"http-debug"/m.test(start);
}

/** Whether a text is the same log in another format, which cannot be read. */
export function isPlainK6Log(start: string): boolean {
  return !start.startsWith("{") && /\bsource=http-debug\b/.test(start);
}

/** A request in the log. */
interface Open {
  readonly dump: Dump;
  readonly time: string | null;
}

/** Writes the exchanges in a log of k6 as NDJSON. Requests without a response come last. */
export async function* k6Exchanges(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const lines = new LineSplitter();
  const open = new Map<string, Open>();
  for await (const chunk of chunks) {
    for (const record of lines.push(chunk))
      yield* exchangeOf(record.kind === "bytes" ? record.bytes : null, open);
  }
  for (const record of lines.end()) yield* exchangeOf(record.kind === "bytes" ? record.bytes : null, open);
  for (const [id, request] of open) yield written(id, request, null);
}

function* exchangeOf(bytes: Uint8Array | null, open: Map<string, Open>): Generator<Uint8Array> {
  const entry = bytes === null ? null : logEntry(bytes);
  if (entry === null) return;
  const { id, kind, dump, time } = entry;
  if (kind === "Request") {
    open.set(id, { dump, time });
    const [oldest] = open;
    if (open.size <= MAX_OPEN || oldest === undefined) return;
    open.delete(oldest[0]);
    yield written(oldest[0], oldest[1], null);
    return;
  }
  const request = open.get(id);
  if (request === undefined) return;
  open.delete(id);
  yield written(id, request, dump);
}

/** A message of the log; null for any other line. */
function logEntry(bytes: Uint8Array) {
  const { msg, request_id: id, source, time } = parsed(bytes);
  if (source !== "http-debug" || typeof msg !== "string" || typeof id !== "string") return null;
  const [, kind, text = ""] = /^(Request|Response):\n([\s\S]*)$/.exec(msg) ?? [];
  const dump = kind === undefined ? null : readDump(text);
  return dump && { id, kind, dump, time: typeof time === "string" ? time : null };
}

function parsed(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

function written(id: string, { dump, time }: Open, response: Dump | null): Uint8Array {
  const [method = "", target = ""] = dump.start.split(" ");
  const url = originOf(dump) + target;
  const status = Number(response?.start.split(" ")[1]);
  const line = toLine({
    id,
    started: time,
    exchange: {
      request: { method, url, headers: dump.headers, body: dump.body },
      response: response && { status, headers: response.headers, body: response.body },
    },
  });
  return Buffer.from(`${line}\n`);
}

/** A log does not tell the scheme. A host with a port of its own is taken for a local server. */
function originOf({ headers }: Dump): string {
  const host = headers.find(([name]) => name.toLowerCase() === "host")?.[1] ?? "";
  return `${/:(?!443$)\d+$/.test(host) ? "http" : "https"}://${host}`;
}
