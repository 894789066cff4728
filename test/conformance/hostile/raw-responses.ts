import type { Random } from "./random.js";

const JSON_HEAD = "Content-Type: application/json\r\nIttybit-Version: 2024-03-21";

/** Makes the bytes of malformed and hostile responses, one kind after the other. */
export function rawResponses({ below, pick, bytes, mutate }: Random): () => Buffer {
  const text = (length: number) => bytes(length).toString("latin1");
  const raw = (head: string, body = "") => Buffer.from(`${head}\r\n\r\n${body}`, "latin1");
  const valid = raw(`HTTP/1.1 404 Not Found\r\n${JSON_HEAD}\r\nContent-Length: 2`, "{}");

  const kinds: readonly (() => Buffer)[] = [
    () => bytes(1 + below(300)),
    () => mutate(valid),
    () => raw(`HTTP/1.1 ${pick(["204", "304", "205", "101", "100", "199"])} X`, text(below(50))),
    () => raw(`HTTP/${pick(["1.0", "1.2", "2.0", "0.9", "x"])} 200 OK\r\nContent-Length: 2`, "{}"),
    () => raw(`HTTP/1.1 ${pick(["0", "99", "600", "999", "1000", "-1", "2x0"])} X\r\nContent-Length: 0`),
    () =>
      raw(
        `HTTP/1.1 200 OK\r\nContent-Length: ${pick(["-1", "1e3", "9999999999999999999", "", "5, 5"])}`,
        "{}",
      ),
    () => raw(`HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: ${pick(["2", "3"])}`, "{}"),
    () =>
      raw(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked",
        pick(["zz\r\n", "5\r\nab", "ffffffffffffffff\r\n", "0\r\n\r", "-1\r\n"]),
      ),
    () =>
      raw(
        `HTTP/1.1 200 OK\r\nTransfer-Encoding: ${pick(["gzip", "gzip, chunked", "chunked, chunked"])}`,
        text(20),
      ),
    () =>
      raw(
        `HTTP/1.1 200 OK\r\n${JSON_HEAD}\r\nContent-Encoding: ${pick(["gzip", "br", "x"])}\r\nContent-Length: 40`,
        text(40),
      ),
    () => raw(`HTTP/1.1 200 OK\r\nContent-Length: 2\r\n${text(below(60))}`, "{}"),
    () => raw("HTTP/1.1 200 OK\r\nContent-Length: 2", `{}${valid.toString("latin1")}`),
    () => raw(`HTTP/1.1 200 OK\r\n${"X: y\r\n".repeat(below(3000))}Content-Length: 2`, "{}"),
    () => raw(`HTTP/1.1 200 OK\r\n${JSON_HEAD}`, `${"[".repeat(below(3000))}{"a":`),
    () => raw("HTTP/1.1 103 Early Hints\r\nLink: </a>", valid.toString("latin1").repeat(1 + below(2))),
    () => Buffer.alloc(0),
  ];
  let made = 0;
  return () => (kinds[made++ % kinds.length] as () => Buffer)();
}
