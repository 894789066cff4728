import { startMock } from "@ittybit/test-support/servers/start-mock";
import { expect, it } from "vitest";
import { sendBytes } from "./send-bytes.js";

const { url } = await startMock();

const common = "Host: x\r\nAuthorization: Bearer key\r\nConnection: close\r\n";
const get = (line: string) => `${line}\r\n${common}\r\n`;
const patch = (...fields: string[]) =>
  `PATCH /media/vJ3kq9ZtWm2d HTTP/1.1\r\n${common}Content-Type: application/x-www-form-urlencoded\r\n${fields.join("\r\n")}\r\n\r\n`;
const chunks = "7\r\ntitle=x\r\n0\r\n\r\n";

it.each([
  ["a method that HTTP does not know", get("FOO /media HTTP/1.1"), 501, "Not Implemented"],
  ["a method in small letters", get("get /media HTTP/1.1"), 501, "Not Implemented"],
  ["CONNECT", "CONNECT api.ittybit.com:443 HTTP/1.1\r\nHost: x\r\n\r\n", 501, "Not Implemented"],
  ["a method that the path does not take", get("TRACE /media HTTP/1.1"), 405, "Method Not Allowed"],
  ["HTTP/1.2", get("GET /media HTTP/1.2"), 505, "HTTP Version Not Supported"],
  ["HTTP/0.9", get("GET /media HTTP/0.9"), 505, "HTTP Version Not Supported"],
  ["HTTP/2.0", get("GET /media HTTP/2.0"), 505, "HTTP Version Not Supported"],
  ["HTTP/2 with prior knowledge", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, "HTTP Version Not Supported"],
  ["HTTP/3", get("GET /media HTTP/3"), 505, "HTTP Version Not Supported"],
  ["an unknown coding", patch("Transfer-Encoding: foo"), 501, "Not Implemented"],
  ["a coding before chunked", patch("Transfer-Encoding: gzip, chunked") + chunks, 501, "Not Implemented"],
  ["a coding after chunked", patch("Transfer-Encoding: chunked, foo") + chunks, 501, "Not Implemented"],
  ["two lengths", patch("Content-Length: 7", "Content-Length: 8"), 400, "Bad Request"],
  ["a length and a coding", patch("Content-Length: 7", "Transfer-Encoding: chunked"), 400, "Bad Request"],
  ["lines that end with LF alone", "GET /media HTTP/1.1\nHost: x\n\n", 400, "Bad Request"],
  ["another protocol", "\x16\x03\x01\x02\x00\x01\r\n\r\n", 400, "Bad Request"],
])("%s", async (_what, bytes, status, reason) => {
  const text = await sendBytes(url, bytes);
  const [head = "", body = ""] = text.split("\r\n\r\n");
  expect(head.split("\r\n")[0]).toBe(`HTTP/1.1 ${status} ${reason}`);
  expect(JSON.parse(body)).toMatchObject({ meta: { status } });
});

it.each([
  ["FOO /media HTTP/1.1", 501],
  ["GET /media HTTP/2.0", 505],
])("%s after another request leaves that its response", async (line, status) => {
  const first = get("GET /media?limit=1 HTTP/1.1").replace("Connection: close\r\n", "");
  const text = await sendBytes(url, first + get(line));
  expect([...text.matchAll(/HTTP\/1.1 (\d+)/g)].map(([, code]) => Number(code))).toEqual([200, status]);
});

it("a chunked body is read as before", async () => {
  const text = await sendBytes(url, patch("Transfer-Encoding: Chunked") + chunks);
  expect(text).toMatch(/^HTTP\/1.1 200 OK\r\n.*"title":"x"/s);
});
