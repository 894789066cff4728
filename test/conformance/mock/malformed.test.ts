import { connect } from "node:net";
import contract, { type HeaderPair } from "@ittybit/contract";
import { createMock } from "@ittybit/mock";
import { afterAll, beforeAll, expect, it } from "vitest";
import { atScale, randomNumbers } from "./scale.js";

const mock = await createMock();
let port: number;
beforeAll(async () => {
  port = Number(new URL((await mock.listen({ port: 0 })).url).port);
});
afterAll(() => mock.close());

const random = randomNumbers(2024);
const below = (limit: number) => Math.floor(random() * limit);
const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
const junk = (length: number) => Buffer.from(Array.from({ length }, () => below(256)));

const valid =
  '--b\r\nContent-Disposition: form-data; name="url"\r\n\r\nhttps://example.com/a.mp4\r\n--b--\r\n';
const types = [
  "multipart/form-data; boundary=b",
  "multipart/form-data; boundary=",
  "multipart/mixed; boundary=b",
  "application/x-www-form-urlencoded",
  "application/x-www-form-urlencoded; charset=utf-16",
  "application/json",
  "text/plain; charset=nonsense",
  "/",
];

function post(
  body: Buffer,
  more = "",
  length = body.length,
  [method, path] = pick([
    ["POST", "/media"],
    ["PATCH", "/media/a"],
    ["POST", "/images"],
  ]),
): Buffer {
  const head = `${method} ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\nContent-Type: ${pick(types)}\r\nConnection: close\r\n`;
  return Buffer.concat([Buffer.from(`${head}${more}Content-Length: ${length}\r\n\r\n`), body]);
}

/** A valid body with some bytes changed, repeated or removed. */
function mutated(): Buffer {
  const bytes = [...Buffer.from(valid)];
  for (let count = 1 + below(6); count > 0; count--) {
    const at = below(bytes.length);
    if (random() < 0.4) bytes[at] = below(256);
    else bytes.splice(at, below(12), ...(random() < 0.5 ? [] : bytes.slice(at, at + below(30))));
  }
  return Buffer.from(bytes);
}

const makers: readonly (() => Buffer)[] = [
  () => junk(1 + below(300)),
  () =>
    Buffer.concat([
      Buffer.from(`${pick(["GET", "PUT", "BREW", ""])} /media`),
      junk(below(40)),
      Buffer.from(" HTTP/1.1\r\n\r\n"),
    ]),
  () =>
    Buffer.concat([
      Buffer.from("GET /media HTTP/1.1\r\nConnection: close\r\n"),
      junk(below(80)),
      Buffer.from("\r\n\r\n"),
    ]),
  () =>
    Buffer.from(
      `GET /${pick(["media", "%", "%ff%fe", "media/%2e%2e", "?%", "//", "media?limit=%ff"])}?${encodeURIComponent(junk(below(20)).toString("latin1"))} HTTP/1.1\r\nHost: ${pick(["", "a b", "[", "x"])}\r\nAuthorization: Bearer k\r\nConnection: close\r\n\r\n`,
    ),
  () =>
    Buffer.from(
      `GET /media HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer k\r\nPrefer: ${pick(["code=", "example=", "seed=", "", "dynamic"])}${encodeURIComponent(junk(9).toString("latin1"))}\r\n\r\n`,
    ),
  () => post(junk(below(400))),
  () => post(mutated()),
  () =>
    post(junk(below(200)), `Content-Encoding: ${pick(["gzip", "br", "deflate", "zstd", "nonsense"])}\r\n`),
  () => post(Buffer.from(`metadata${"[a]".repeat(below(200))}=b&title=%${pick(["", "z", "ff"])}`)),
  () => post(Buffer.from(`${"[".repeat(below(3000))}{"a":`)),
  () => post(mutated(), "", valid.length + 500),
  () =>
    Buffer.from(
      `POST /media HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\nContent-Type: ${pick(types)}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${pick(["zz\r\n", "-1\r\n", "5\r\nab", "ffffffffffffffff\r\n", "0\r\n\r"])}`,
    ),
];

/** Sends bytes, closes the writing half, and reads to the end. Rejects if nothing happens for 20 s. */
function exchange(bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const whole = () => resolve(Buffer.concat(chunks).toString("latin1"));
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    socket.setTimeout(20_000, () => reject(new Error(`nothing happens after ${bytes.toString("latin1")}`)));
    socket
      .on("data", (chunk) => chunks.push(chunk))
      .on("end", whole)
      .on("error", whole)
      .on("close", whole);
    socket.end(bytes);
  });
}

async function faultsOf(text: string): Promise<string | null> {
  if (text === "") return null;
  const [head = "", body = ""] = text.split(/\r\n\r\n(.*)/s);
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]);
  if (status < 400) return null;
  const headers = head
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(/: (.*)/s).slice(0, 2) as unknown as HeaderPair);
  const response = { status, headers, body: Buffer.from(body, "latin1") };
  const { findings } = await contract.checkResponse(
    { method: "GET", url: "https://api.ittybit.com/media" },
    response,
  );
  return status >= 500 || findings.length > 0 ? `${status} ${JSON.stringify(findings)} ${body}` : null;
}

it("rejects malformed requests in its envelope, and keeps running", async () => {
  const total = atScale(100_000, 2500);
  const faults: string[] = [];
  let responded = 0;
  let made = 0;
  const worker = async () => {
    while (made < total) {
      const bytes = (makers[made++ % makers.length] as () => Buffer)();
      const text = await exchange(bytes);
      if (text !== "") responded++;
      const fault = await faultsOf(text);
      if (fault !== null) faults.push(`${fault} to ${bytes.toString("latin1").slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: 24 }, worker));
  process.stdout.write(`malformed: ${total} sent, ${responded} responded\n`);
  expect(faults.slice(0, 5)).toEqual([]);
  expect(responded / total).toBeGreaterThan(0.9);
  const after = await mock.fetch(new Request("http://x/media", { headers: { Authorization: "Bearer k" } }));
  expect(after.status).toBe(200);
}, 900_000);
