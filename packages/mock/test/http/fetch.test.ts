import { request } from "node:http";
import { startMock } from "@ittybit/test-support/servers/start-mock";
import { expect, it } from "vitest";
import { key } from "../call-mock.js";

const { mock, url } = await startMock();
const page = { Origin: "http://app.test" };
const file = "/__mock/files/vJ3kq9ZtWm2d/harbour.mp4";

/** Fields of the connection, which there is none of in process. */
const OF_THE_CONNECTION = ["connection", "date", "keep-alive"];

/** Status, header fields and number of bytes over HTTP, without an Accept-Encoding. */
function overHttp(method: string, path: string, headers: Record<string, string>): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url + path, { method, headers, agent: false }, (incoming) => {
      let size = 0;
      incoming.on("data", (chunk) => {
        size += chunk.length;
      });
      incoming.on("end", () => {
        const fields = Object.entries(incoming.headers).filter(([name]) => !OF_THE_CONNECTION.includes(name));
        resolve([incoming.statusCode, Object.fromEntries(fields), size]);
      });
    });
    outgoing.on("error", reject).end();
  });
}

it.each<[string, string, Record<string, string>]>([
  ["GET", "/media", key],
  ["HEAD", "/media", key],
  ["GET", "/media", { ...key, ...page }],
  ["GET", "/media", {}],
  ["HEAD", "/media?limit=0", key],
  ["DELETE", "/media", key],
  ["OPTIONS", "/media", { ...page, "Access-Control-Request-Method": "GET" }],
  ["HEAD", file, {}],
  ["GET", file, { Range: "bytes=0-9" }],
  ["GET", file, { Range: "bytes=-5" }],
  ["PUT", file, {}],
  ["GET", file, { Range: "bytes=999999999-" }],
  ["GET", file, { "If-None-Match": "*" }],
  ["HEAD", "/__mock/state", {}],
])("%s %s with %o has the same status, headers and size in process as over HTTP", async (...call) => {
  const [method, path, headers] = call;
  const response = await mock.fetch(url + path, { method, headers });
  const fields = Object.fromEntries(response.headers);
  const size = (await response.arrayBuffer()).byteLength;
  expect([response.status, fields, size]).toEqual(await overHttp(...call));
});
