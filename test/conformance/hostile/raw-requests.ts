import type { Random } from "./random.js";

const VALID_FORM =
  '--b\r\nContent-Disposition: form-data; name="url"\r\n\r\nhttps://example.com/a.mp4\r\n--b--\r\n';

const CONTENT_TYPES = [
  "multipart/form-data; boundary=b",
  "multipart/form-data; boundary=",
  "multipart/mixed; boundary=b",
  "application/x-www-form-urlencoded",
  "application/x-www-form-urlencoded; charset=utf-16",
  "application/json",
  "text/plain; charset=nonsense",
  "/",
];

const OPERATIONS = [
  ["POST", "/media"],
  ["PATCH", "/media/a"],
  ["POST", "/images"],
] as const;

/** Makes the bytes of malformed and hostile requests, one kind after the other. */
export function rawRequests({ below, pick, bytes, mutate, chance }: Random): () => Buffer {
  const text = (length: number) => bytes(length).toString("latin1");
  const head = (...lines: string[]) => `${lines.join("\r\n")}\r\n`;
  const credentials = "Host: x\r\nAuthorization: Bearer k";

  const post = (body: Buffer, more = "", length = body.length): Buffer => {
    const [method, path] = pick(OPERATIONS);
    const fields = head(
      `${method} ${path} HTTP/1.1`,
      credentials,
      `Content-Type: ${pick(CONTENT_TYPES)}`,
      "Connection: close",
    );
    return Buffer.concat([Buffer.from(`${fields}${more}Content-Length: ${length}\r\n\r\n`), body]);
  };
  const form = () => mutate(Buffer.from(VALID_FORM));
  const raw = (...lines: string[]) => Buffer.from(`${head(...lines)}\r\n`, "latin1");

  const kinds: readonly (() => Buffer)[] = [
    () => bytes(1 + below(300)),
    () => raw(`${pick(["GET", "PUT", "BREW", ""])} /media${text(below(40))} HTTP/1.1`),
    () => raw("GET /media HTTP/1.1", "Connection: close", text(below(80))),
    () => {
      const path = pick(["media", "%", "%ff%fe", "media/%2e%2e", "?%", "//", "media?limit=%ff"]);
      const query = encodeURIComponent(text(below(20)));
      const host = pick(["", "a b", "[", "x"]);
      const fields = [`Host: ${host}`, "Authorization: Bearer k", "Connection: close"];
      return raw(`GET /${path}?${query} HTTP/1.1`, ...fields);
    },
    () => {
      const prefer = pick(["code=", "example=", "seed=", "", "dynamic"]);
      const value = `${prefer}${encodeURIComponent(text(9))}`;
      return raw("GET /media HTTP/1.1", credentials, "Connection: close", `Prefer: ${value}`);
    },
    () => post(bytes(below(400))),
    () => post(form()),
    () => post(bytes(below(200)), `Content-Encoding: ${pick(["gzip", "br", "deflate", "zstd", "x"])}\r\n`),
    () => post(Buffer.from(`metadata${"[a]".repeat(below(200))}=b&title=%${pick(["", "z", "ff"])}`)),
    () => post(Buffer.from(`${"[".repeat(below(3000))}{"a":`)),
    () => post(form(), "", VALID_FORM.length + 500),
    () => {
      const body = pick(["zz\r\n", "-1\r\n", "5\r\nab", "ffffffffffffffff\r\n", "0\r\n\r"]);
      const type = `Content-Type: ${pick(CONTENT_TYPES)}`;
      const fields = [credentials, type, "Transfer-Encoding: chunked", "Connection: close"];
      return Buffer.concat([raw("POST /media HTTP/1.1", ...fields), Buffer.from(body)]);
    },
    () => {
      const coding = pick(["gzip, chunked", "chunked, gzip", "x", "chunked;a=b", " chunked", "identity"]);
      return raw("POST /media HTTP/1.1", credentials, `Transfer-Encoding: ${coding}`, "Connection: close");
    },
    () => {
      const second = pick(["Host: y", "Host: x", "Content-Length: 0", "Content-Length: 9", "Host:"]);
      return raw("GET /media HTTP/1.1", credentials, "Content-Length: 0", second, "Connection: close");
    },
    () => {
      const named = pick(["authorization", "host", "content-length", "close, authorization", ",,,"]);
      return raw("GET /media HTTP/1.1", credentials, `Connection: ${named}`, "Connection: close");
    },
    () => {
      const fields = Array.from({ length: below(200) }, (_, index) => `X-${index}: ${"v".repeat(below(50))}`);
      return raw("GET /media HTTP/1.1", credentials, "Connection: close", ...fields);
    },
    () =>
      Buffer.concat([
        raw("GET /media HTTP/1.1", credentials),
        chance(0.5) ? bytes(1 + below(40)) : raw("GET /media HTTP/1.1", credentials, "Connection: close"),
      ]),
    () => raw("GET /media HTTP/1.0", "Authorization: Bearer k", ...(chance(0.5) ? ["Host: x"] : [])),
    () => Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    () => raw(`GET http://${pick(["169.254.169.254", "x", "[::1", "a@b", ""])}/media HTTP/1.1`, credentials),
  ];
  let made = 0;
  return () => (kinds[made++ % kinds.length] as () => Buffer)();
}
