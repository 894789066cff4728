import type { Exchange, HeaderPair } from "@ittybit/contract";
import document from "@ittybit/openapi/openapi.json" with { type: "json" };
import { documentedResponses } from "./documented-responses.js";

/** A key that must never be seen in what we write. */
export const plantedKey = "sk_live_9f8e7d6c5b4a39281706";

/** Realistic traffic: each documented response, to a request that causes it. */
export const cleanTraffic: readonly Exchange[] = documentedResponses(document).map(
  ({ asked, response, title }) => ({
    request: {
      method: asked.method,
      url: asked.url,
      headers: [
        ["Authorization", `Bearer ${plantedKey}`],
        ["Accept", "application/json"],
        ...contentType(title),
      ],
      body: requestBody(title),
    },
    response,
  }),
);

function contentType(title: string): HeaderPair[] {
  if (title.startsWith("create")) return [["Content-Type", "multipart/form-data; boundary=cut"]];
  return title.startsWith("update") ? [["Content-Type", "application/x-www-form-urlencoded"]] : [];
}

function requestBody(title: string): Uint8Array | null {
  if (title.startsWith("update")) return Buffer.from("title=Harbour");
  if (!title.startsWith("create")) return null;
  const part = 'Content-Disposition: form-data; name="url"\r\n\r\nhttps://example.com/harbour.mp4';
  return Buffer.from(`--cut\r\n${part}\r\n--cut--\r\n`);
}

/** An exchange as a line of NDJSON, without the newline. */
export function toLine({ request, response }: Exchange, id: string | null = null): string {
  return JSON.stringify({
    ...(id === null ? {} : { id }),
    request: { ...request, body: toBody(request.body) },
    response: { ...response, body: toBody(response.body) },
  });
}

function toBody(body: Exchange["request"]["body"]): unknown {
  return body instanceof Uint8Array ? { base64: Buffer.from(body).toString("base64") } : body;
}

/** Exchanges as NDJSON. */
export function toNdjson(exchanges: readonly Exchange[]): string {
  return exchanges.map((exchange) => `${toLine(exchange)}\n`).join("");
}

/** Exchanges as a HAR file, as a browser writes it. */
export function toHar(exchanges: readonly Exchange[]): string {
  const log = {
    version: "1.2",
    creator: { name: "test", version: "1" },
    pages: [],
    entries: exchanges.map(toEntry),
  };
  return JSON.stringify({ log });
}

function toEntry({ request, response }: Exchange): Record<string, unknown> {
  const text = (body: Exchange["request"]["body"]) =>
    body instanceof Uint8Array ? Buffer.from(body).toString("utf8") : "";
  return {
    startedDateTime: "2026-01-05T10:00:00.000Z",
    time: 12,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: "h2",
      headers: [{ name: ":method", value: request.method }, ...request.headers.map(toHeader)],
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: text(request.body).length,
      ...(request.body
        ? { postData: { mimeType: headerOf(request.headers, "content-type"), text: text(request.body) } }
        : {}),
    },
    response: {
      status: response.status,
      statusText: "",
      headers: response.headers.map(toHeader),
      content: { size: text(response.body).length, mimeType: "application/json", text: text(response.body) },
      bodySize: text(response.body).length,
    },
    cache: {},
    timings: { send: 0, wait: 1, receive: 1 },
  };
}

function toHeader([name, value]: HeaderPair) {
  return { name, value };
}

function headerOf(headers: readonly HeaderPair[], wanted: string): string {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? "";
}
