import type { Random } from "./random.js";

const EXCHANGE = JSON.stringify({
  id: "1",
  started: "2026-01-05T00:00:00.000Z",
  request: {
    method: "POST",
    url: "https://uploads.ittybit.com/media",
    headers: [
      ["Authorization", "Bearer key-of-the-test"],
      ["Content-Type", "application/x-www-form-urlencoded"],
    ],
    body: "title=a&metadata[b]=c",
  },
  response: { status: 201, headers: [["Content-Type", "application/json"]], body: '{"meta":{},"data":{}}' },
});

const ENTRY = JSON.stringify({
  startedDateTime: "2026-01-05T00:00:00.000Z",
  request: {
    method: "GET",
    url: "https://api.ittybit.com/media?limit=5",
    headers: [{ name: "Authorization", value: "Bearer key-of-the-test" }],
    postData: { mimeType: "text/plain", text: "a" },
  },
  response: {
    status: 200,
    headers: [{ name: "Content-Type", value: "application/json" }],
    content: { mimeType: "application/json", text: '{"meta":{},"data":[]}', encoding: "base64" },
  },
});

/** Values that no schema expects. */
const VALUES = [null, true, -1, 1e308, "", "\0", "\ud800", [], {}, [[]], { $ref: "#" }, "x".repeat(2_000)];

/** Makes lines of NDJSON and entries of HAR that are malformed or hostile, one kind after the other. */
export function hostileRecords({ below, pick, bytes, mutate }: Random): () => {
  readonly format: "ndjson" | "har";
  readonly bytes: Buffer;
} {
  /** Replaces one value anywhere in an exchange. */
  const replaced = (text: string): Buffer => {
    const root: unknown = JSON.parse(text);
    let at = root as Record<string, unknown>;
    for (;;) {
      const key = pick(Object.keys(at));
      const inner = at[key];
      if (typeof inner !== "object" || inner === null || Object.keys(inner).length === 0 || below(3) === 0) {
        at[key] = pick(VALUES);
        return Buffer.from(JSON.stringify(root));
      }
      at = inner as Record<string, unknown>;
    }
  };
  const withBody = (body: string): Buffer => {
    const exchange = JSON.parse(EXCHANGE);
    exchange.request.url = "https://api.ittybit.com/media/abc";
    exchange.request.method = "PATCH";
    exchange.request.body = body;
    exchange.response.body = pick([body, `{"data":${body}`, `{"a":${JSON.stringify(body)}}`]);
    return Buffer.from(JSON.stringify(exchange));
  };
  const many = (count: number, item: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => item(index)).join("");

  const kinds: readonly (() => Buffer)[] = [
    () => bytes(1 + below(300)),
    () => mutate(Buffer.from(EXCHANGE)),
    () => replaced(EXCHANGE),
    () => withBody(`${"[".repeat(below(3_000))}`),
    () => withBody(many(below(300), (index) => `f${index}=${index}&`)),
    () => withBody(many(below(300), () => "metadata[a][b]=%ff&")),
    () => withBody(`{${many(below(300), (index) => `"p${index}":${index},`)}"z":1}`),
    () => withBody(`--b\r\n${many(below(300), () => 'name="a"\nx\n')}`),
    () => withBody(many(below(100), () => "https://h/v?Signature=abcdefghij&Key-Pair-Id=KLMNOPQRST ")),
  ];
  let made = 0;
  return () => {
    const index = made++;
    if (index % 4 !== 3) return { format: "ndjson", bytes: (kinds[index % kinds.length] as () => Buffer)() };
    return { format: "har", bytes: below(2) === 0 ? mutate(Buffer.from(ENTRY)) : replaced(ENTRY) };
  };
}
