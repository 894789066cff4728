import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Exchange, HeaderPair } from "@ittybit/contract";

export type Json = Record<string, unknown>;
type Body = Uint8Array | null;

const bytesOf = (body: unknown): Body => (body instanceof Uint8Array ? body : null);
const text = (body: Body) => Buffer.from(body ?? []).toString("utf8");
const base64 = (body: Body) => Buffer.from(body ?? []).toString("base64");
export const named = (headers: readonly HeaderPair[]) => headers.map(([name, value]) => ({ name, value }));
const lower = (headers: readonly HeaderPair[]) =>
  headers.map(([name, value]): HeaderPair => [name.toLowerCase(), value]);
const typeOf = (headers: readonly HeaderPair[]) =>
  headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
/** What a form that was sent held, as exporters list it. */
const params = (body: Body) => [...new URLSearchParams(text(body))].map(([name, value]) => ({ name, value }));

/** One exchange as a tool exports it. */
type Entry = (exchange: Exchange) => Json;

/** DevTools of Chrome: HTTP/2 pseudo-headers, base64 without need, sizes of the wire, more than HAR knows. */
export const chrome: Entry = ({ request, response }) => ({
  _initiator: { type: "script" },
  _priority: "High",
  _resourceType: "fetch",
  connection: "443",
  request: {
    method: request.method,
    url: request.url,
    httpVersion: "h2",
    headers: named([
      [":authority", "api.ittybit.com"],
      [":method", request.method],
      ...lower(request.headers),
    ]),
    queryString: [],
    cookies: [],
    headersSize: -1,
    bodySize: bytesOf(request.body)?.length ?? 0,
    ...(request.body && {
      postData: { mimeType: typeOf(request.headers), text: text(bytesOf(request.body)), params: [] },
    }),
  },
  response: {
    status: response.status,
    statusText: "",
    httpVersion: "h2",
    headers: named([...lower(response.headers), ["content-encoding", "br"]]),
    cookies: [],
    content: {
      size: bytesOf(response.body)?.length ?? 0,
      mimeType: "application/json",
      text: base64(bytesOf(response.body)),
      encoding: "base64",
    },
    redirectURL: "",
    headersSize: -1,
    bodySize: -1,
    _transferSize: 512,
    _error: null,
    _fetchedViaServiceWorker: false,
  },
  serverIPAddress: "[::1]",
  startedDateTime: "2026-01-05T10:00:00.000Z",
  time: 12.5,
  timings: { blocked: 1, send: 0, wait: 10, receive: 1, _blocked_queueing: 1 },
  cache: {},
});

/** Firefox: names of headers as it likes, comments, a page for every entry. */
const firefox: Entry = (exchange) => {
  const { request, response } = chrome(exchange) as { request: Json; response: Json };
  return {
    pageref: "page_1",
    comment: "",
    request: { ...request, httpVersion: "HTTP/2", headers: named(exchange.request.headers) },
    response: {
      ...response,
      httpVersion: "HTTP/2",
      headers: named([...exchange.response.headers, ["Content-Encoding", "gzip"]]),
      content: {
        mimeType: `${typeOf(exchange.response.headers)}; charset=utf-8`,
        size: 4_000,
        text: text(bytesOf(exchange.response.body)),
        comment: "decoded",
      },
      bodySize: 400,
    },
    cache: {},
    connection: "443",
  };
};

/** Charles: bodies as they were on the wire, compressed, in base64. */
const charles =
  (coding: string, compress: (bytes: Uint8Array) => Buffer): Entry =>
  (exchange) => {
    const { request, response } = chrome(exchange) as { request: Json; response: Json };
    const body = compress(bytesOf(exchange.response.body) ?? new Uint8Array());
    return {
      request: { ...request, httpVersion: "HTTP/2.0", headers: named(exchange.request.headers) },
      response: {
        ...response,
        headers: named([...exchange.response.headers, ["Content-Encoding", coding]]),
        content: {
          size: 4_000,
          compression: 100,
          mimeType: "application/json",
          text: base64(body),
          encoding: "base64",
        },
        bodySize: body.length,
      },
    };
  };

/** mitmproxy: bodies decoded, text where it is text; names and order of headers as sent. */
const mitmproxy: Entry = ({ request, response }) => ({
  startedDateTime: "2026-01-05T10:00:00+00:00",
  time: 3,
  request: {
    method: request.method,
    url: request.url.replace("ittybit.com/", "ittybit.com:443/"),
    httpVersion: "HTTP/1.1",
    headers: named(request.headers),
    bodySize: bytesOf(request.body)?.length ?? 0,
    ...(request.body && {
      postData: {
        mimeType: typeOf(request.headers),
        text: text(bytesOf(request.body)),
        params: /urlencoded/.test(typeOf(request.headers)) ? params(bytesOf(request.body)) : [],
      },
    }),
  },
  response: {
    status: response.status,
    statusText: "OK",
    headers: named([...response.headers, ["Content-Encoding", "zstd"]]),
    content: { size: 100, compression: 50, mimeType: "application/json", text: text(bytesOf(response.body)) },
    bodySize: 50,
  },
});

/** What turns Postman's history into a HAR: the least that can be called one, headers by name, statuses as text. */
const postman: Entry = ({ request, response }) => ({
  request: {
    method: request.method.toLowerCase(),
    url: request.url,
    headers: Object.fromEntries(request.headers),
    ...(request.body && { postData: { mimeType: typeOf(request.headers), ...formOf(request) } }),
  },
  response: {
    status: String(response.status),
    headers: Object.fromEntries(response.headers),
    content: { mimeType: typeOf(response.headers), text: text(bytesOf(response.body)) },
  },
});

/** Forms as pairs, without the text that was sent. */
function formOf({ headers, body }: Exchange["request"]): Json {
  if (/urlencoded/.test(typeOf(headers))) return { params: params(bytesOf(body)) };
  return { params: [{ name: "url", value: "https://example.com/harbour.mp4" }] };
}

/** Proxyman and Fiddler: an empty coding, an empty form where nothing was sent, another letter case. */
const proxyman: Entry = (exchange) => {
  const { request, response } = chrome(exchange) as { request: Json; response: Json };
  return {
    request: {
      ...request,
      ...(exchange.request.body
        ? {
            postData: {
              ...(request.postData as Json),
              text: base64(bytesOf(exchange.request.body)),
              encoding: "BASE64",
            },
          }
        : { postData: { mimeType: "", text: "", params: [] } }),
    },
    response: {
      ...response,
      content: {
        size: 1,
        mimeType: "application/json",
        text: text(bytesOf(exchange.response.body)),
        encoding: "",
      },
    },
  };
};

const har = (entries: readonly Json[]) => ({
  version: "1.2",
  creator: { name: "x", version: "1" },
  pages: [],
  entries,
});

/** Each exporter: its name, how it writes an entry, and how it writes the file. */
export const exporters: readonly (readonly [
  name: string,
  entry: Entry,
  write: (entries: readonly Json[]) => string,
])[] = [
  ["Chrome", chrome, (entries) => JSON.stringify({ log: har(entries) }, null, 2)],
  ["Firefox, with a byte order mark", firefox, (entries) => `\ufeff${JSON.stringify({ log: har(entries) })}`],
  [
    "Charles, gzip",
    charles("gzip", gzipSync),
    (entries) => JSON.stringify({ log: { entries, version: "1.2" } }),
  ],
  ["Charles, Brotli", charles("br", brotliCompressSync), (entries) => JSON.stringify({ log: { entries } })],
  [
    "mitmproxy, log not first",
    mitmproxy,
    (entries) =>
      JSON.stringify({
        $schema: "http://www.softwareishard.com/har",
        _exported: { by: "x" },
        log: har(entries),
      }),
  ],
  ["Postman", postman, (entries) => JSON.stringify({ comment: "", log: har(entries) }, null, "\t")],
  ["Proxyman", proxyman, (entries) => JSON.stringify({ log: har(entries) })],
];
