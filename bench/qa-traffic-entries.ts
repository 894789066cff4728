import type { HeaderPair } from "@ittybit/contract";
import type { documentedResponses } from "@ittybit/test-support/traffic/documented-responses";

export type DocumentedResponse = ReturnType<typeof documentedResponses>[number];

/** A HAR entry as Chrome's network panel exports it: indented, credentials included. */
export function harEntry({ asked, response, title }: DocumentedResponse): string {
  const text = Buffer.from(response.body as Uint8Array).toString("utf8");
  const { method, url } = asked;
  const sentHeaders = [...pseudoHeaders(method, url), ...requestHeaders(title)].map(toHeader);
  const responseHeaders = [...response.headers, ...transportHeaders].map(toHeader);
  const entry = {
    _connectionId: "71234",
    _initiator: initiator,
    _priority: "High",
    _resourceType: "fetch",
    cache: {},
    connection: "443",
    pageref: "page_1",
    request: {
      method,
      url,
      httpVersion: "h2",
      headers: sentHeaders,
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: requestBody(title)?.length ?? 0,
      ...postData(title),
    },
    response: {
      status: response.status,
      statusText: "",
      httpVersion: "h2",
      headers: responseHeaders,
      cookies: [],
      content: { size: text.length, mimeType: "application/json", text },
      redirectURL: "",
      headersSize: -1,
      bodySize: -1,
      _transferSize: Math.round(text.length / 3),
      _error: null,
      _fetchedViaServiceWorker: false,
    },
    serverIPAddress: "104.18.22.41",
    startedDateTime: "@started@",
    time: 61.903,
    timings,
  };
  return JSON.stringify(entry, null, 2).replaceAll(/^/gm, "      ");
}

/** An exchange as a line of NDJSON, in the form that `ittybit-qa` documents. */
export function ndjsonLine({ asked, response, title }: DocumentedResponse): string {
  return JSON.stringify({
    id: "req_00000000",
    started: "@started@",
    request: {
      method: asked.method,
      url: asked.url,
      headers: requestHeaders(title),
      body: requestBody(title),
    },
    response: {
      status: response.status,
      headers: [...response.headers, ...transportHeaders.filter(([name]) => name !== "content-encoding")],
      body: Buffer.from(response.body as Uint8Array).toString("utf8"),
    },
  });
}

function pseudoHeaders(method: string, url: string): HeaderPair[] {
  const { host, pathname } = new URL(url);
  return [
    [":authority", host],
    [":method", method],
    [":path", pathname],
    [":scheme", "https"],
  ];
}

function requestHeaders(title: string): HeaderPair[] {
  return [
    ["accept", "application/json"],
    ["accept-encoding", "gzip, deflate, br, zstd"],
    ["accept-language", "en-GB,en;q=0.9"],
    ["authorization", "Bearer sk_test_4f9a1c7e2b8d6035"],
    ...contentType(title),
    ["ittybit-version", "2024-03-21"],
    ["origin", "https://app.example.com"],
    ["priority", "u=1, i"],
    ["referer", "https://app.example.com/"],
    ["sec-ch-ua", '"Chromium";v="142", "Google Chrome";v="142", "Not_A Brand";v="99"'],
    ["sec-ch-ua-mobile", "?0"],
    ["sec-ch-ua-platform", '"macOS"'],
    ["sec-fetch-dest", "empty"],
    ["sec-fetch-mode", "cors"],
    ["sec-fetch-site", "cross-site"],
    [
      "user-agent",
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36",
    ],
  ];
}

const transportHeaders: readonly HeaderPair[] = [
  ["access-control-allow-origin", "https://app.example.com"],
  ["access-control-expose-headers", "Ittybit-Version, Retry-After"],
  ["alt-svc", 'h3=":443"; ma=86400'],
  ["cache-control", "private, no-store"],
  ["cf-cache-status", "DYNAMIC"],
  ["cf-ray", "@ray@"],
  ["content-encoding", "br"],
  ["date", "@date@"],
  ["server", "cloudflare"],
  ["strict-transport-security", "max-age=31536000; includeSubDomains"],
  ["vary", "Origin, Accept-Encoding"],
];

function contentType(title: string): HeaderPair[] {
  if (title.startsWith("create")) return [["content-type", `multipart/form-data; boundary=${boundary}`]];
  return title.startsWith("update") ? [["content-type", "application/x-www-form-urlencoded"]] : [];
}

const boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW";

function requestBody(title: string): string | null {
  if (title.startsWith("update")) return "title=Harbour+at+sunrise&metadata%5Balbum%5D=Coast";
  if (!title.startsWith("create")) return null;
  const part = 'Content-Disposition: form-data; name="url"\r\n\r\nhttps://files.example.com/med_123.mp4';
  return `--${boundary}\r\n${part}\r\n--${boundary}--\r\n`;
}

function postData(title: string): Record<string, unknown> {
  const text = requestBody(title);
  return text === null ? {} : { postData: { mimeType: contentType(title)[0]?.[1], text } };
}

function toHeader([name, value]: HeaderPair) {
  return { name, value };
}

const initiator = {
  type: "script",
  stack: {
    callFrames: [
      {
        functionName: "send",
        scriptId: "42",
        url: "https://app.example.com/assets/index-B4x9.js",
        lineNumber: 18,
        columnNumber: 20451,
      },
      {
        functionName: "load",
        scriptId: "42",
        url: "https://app.example.com/assets/index-B4x9.js",
        lineNumber: 18,
        columnNumber: 31207,
      },
    ],
  },
};

const timings = {
  blocked: 2.319,
  dns: -1,
  ssl: -1,
  connect: -1,
  send: 0.131,
  wait: 58.499,
  receive: 0.954,
  _blocked_queueing: 1.844,
  _workerStart: -1,
};

/** What stands before the entries of a HAR file, and after them. */
export const [harStart = "", harEnd = ""] = JSON.stringify(
  {
    log: {
      version: "1.2",
      creator: { name: "WebInspector", version: "537.36" },
      pages: [
        {
          startedDateTime: "2026-01-05T10:00:00.000Z",
          id: "page_1",
          title: "https://app.example.com/",
          pageTimings: { onContentLoad: 412.5, onLoad: 518.1 },
        },
      ],
      entries: ["@entries@"],
    },
  },
  null,
  2,
).split(/ {6}"@entries@"/);
