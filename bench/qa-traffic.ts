import type { HeaderPair } from "@ittybit/contract";
import document from "@ittybit/openapi/openapi.json" with { type: "json" };
import { documentedResponses } from "@ittybit/test-support/traffic/documented-responses";

/** Occurrences of each response per hundred; all other responses share the rest. */
const shares: Readonly<Record<string, number>> = {
  "getMedia 200 VideoComplete": 36,
  "listMedia 200 MediaList": 14,
  "listVideos 200 VideoList": 10,
  "listImages 200 ImageList": 6,
  "createMedia 201 VideoIngested": 7,
  "updateMedia 200 VideoUpdated": 6,
  "deleteMedia 200 MediaDeleted": 4,
  "getMedia 404 UnknownMedia": 4,
};

/** One exchange as text, with places where each new one has its own values. */
interface Template {
  readonly pieces: readonly string[];
  /** For each gap between pieces, which value stands there. */
  readonly gaps: readonly Gap[];
}

type Gap =
  | { readonly kind: "identifier"; readonly name: string }
  | { readonly kind: "started" | "ray" | "date" };

export type TrafficFormat = "har" | "ndjson";

/** Real-shaped traffic of the media API as a browser records it: no two exchanges are the same. */
export class Traffic {
  readonly #templates: readonly Template[];
  readonly #format: TrafficFormat;
  #next = 0;

  constructor(format: TrafficFormat) {
    this.#format = format;
    this.#templates = responseMix().map((response) =>
      cut(format === "har" ? harEntry(response) : line(response)),
    );
  }

  /** A whole file with this many exchanges, in pieces. */
  *whole(count: number): Generator<Buffer> {
    if (this.#format === "har") yield Buffer.from(harStart);
    for (let written = 0; written < count; written += 100) {
      const batch = Array.from({ length: Math.min(100, count - written) }, () => this.one());
      const isLast = written + batch.length === count;
      if (this.#format === "har") yield Buffer.from(batch.join(",\n") + (isLast ? harEnd : ",\n"));
      else yield Buffer.from(`${batch.join("\n")}\n`);
    }
  }

  /** The next exchange. */
  one(): string {
    const number = this.#next++;
    const { pieces, gaps } = this.#templates[number % this.#templates.length] as Template;
    let text = pieces[0] as string;
    for (const [index, gap] of gaps.entries()) text += textOf(gap, number) + pieces[index + 1];
    return text;
  }
}

/** A hundred responses in a fixed, mixed order. */
function responseMix(): DocumentedResponse[] {
  const responses = documentedResponses(document);
  const rare = responses.filter(({ title }) => shares[title] === undefined);
  const common = responses.flatMap((response) =>
    Array<DocumentedResponse>(shares[response.title] ?? 0).fill(response),
  );
  const missing = Object.keys(shares).filter(
    (title) => !responses.some((response) => response.title === title),
  );
  if (missing.length > 0) throw new Error(`no example is called ${missing.join(", ")}`);
  const cards = [...common, ...rare.slice(0, 100 - common.length)];
  return cards.map((_, index) => cards[(index * 37) % cards.length] as DocumentedResponse);
}

type DocumentedResponse = ReturnType<typeof documentedResponses>[number];

const marks = /(\b(?:req_[0-9A-Za-z]{8}|[viad][0-9A-Za-z]{11}|med_123)\b|@started@|@ray@|@date@)/;

function cut(text: string): Template {
  const parts = text.split(marks);
  const gaps = parts.filter((_, index) => index % 2 === 1).map(gapOf);
  return { pieces: parts.filter((_, index) => index % 2 === 0), gaps };
}

function gapOf(mark: string): Gap {
  switch (mark) {
    case "@started@":
      return { kind: "started" };
    case "@ray@":
      return { kind: "ray" };
    case "@date@":
      return { kind: "date" };
    default:
      return { kind: "identifier", name: mark };
  }
}

const begin = Date.UTC(2026, 0, 5, 10);

function textOf(gap: Gap, number: number): string {
  switch (gap.kind) {
    case "started":
      return new Date(begin + number * 20).toISOString();
    case "date":
      return new Date(begin + number * 20).toUTCString();
    case "ray":
      return `${(0x8a7c3f2e1 + number).toString(16)}b2c4d6e-LHR`;
    case "identifier":
      return gap.name.slice(0, -6) + number.toString(36).padStart(6, "0");
    default:
      return gap satisfies never;
  }
}

/** A HAR entry as Chrome's network panel exports it: indented, credentials included. */
function harEntry({ asked, response, title }: DocumentedResponse): string {
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
function line({ asked, response, title }: DocumentedResponse): string {
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

const [harStart = "", harEnd = ""] = JSON.stringify(
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
