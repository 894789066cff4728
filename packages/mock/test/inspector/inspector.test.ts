import { request } from "node:http";
import { startMock } from "@ittybit/test-support/servers/start-mock";
import { expect, it } from "vitest";
import { createMock } from "../../src/index.js";

const { mock, url } = await startMock();
const port = Number(new URL(url).port);

function get(path: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = { port, host: "127.0.0.1", path, headers: { Host: host } };
    request(options, (response) => resolve(response.resume().statusCode))
      .on("error", reject)
      .end();
  });
}

it.each([["127.0.0.1"], ["localhost"], ["app.localhost"], ["[::1]"], ["192.168.1.7"]])(
  "/__mock is served on %s",
  async (host) => {
    expect(await get("/__mock", `${host}:${port}`)).toBe(200);
    expect(await get("/__mock/worker.js", host)).toBe(200);
  },
);

it.each([["evil.example"], ["localhost.evil.example"], ["127.0.0.1.evil.example"], ["api.ittybit.com"]])(
  "/__mock is not served on %s, which could be another site's name for this machine",
  async (host) => {
    expect(await get("/__mock", `${host}:${port}`)).toBe(421);
    expect(await get("/__mock/worker.js", host)).toBe(421);
  },
);

it("/__mock is served on the host that --host names", async () => {
  const named = await mock.listen({ port: 0, host: "localhost" });
  const response = await fetch(`${named.url}/__mock`);
  expect(response.status).toBe(200);
});

it.each([
  ["in the path", "/media/SECRETxK7vWm2Lp9", { Authorization: "Bearer SECRETxK7vWm2Lp9" }],
  ["in the path of no operation", "/files/SECRETxK7vWm2Lp9", { Authorization: "Bearer SECRETxK7vWm2Lp9" }],
  ["as the name of a parameter", "/media?SECRETxK7vWm2Lp9=1", { Authorization: "Bearer SECRETxK7vWm2Lp9" }],
  [
    "as the value of a parameter",
    "/media?limit=SECRETxK7vWm2Lp9",
    { Authorization: "Bearer SECRETxK7vWm2Lp9" },
  ],
  ["in a preference", "/media", { Authorization: "Bearer a", Prefer: "api_key=SECRETxK7vWm2Lp9" }],
  [
    "in a version",
    "/media",
    { Authorization: "Bearer SECRETxK7vWm2Lp9", "Ittybit-Version": "SECRETxK7vWm2Lp9" },
  ],
  ["in a cookie", "/media/SECRETxK7vWm2Lp9", { Authorization: "Bearer a", Cookie: "sid=SECRETxK7vWm2Lp9" }],
])("a secret %s is neither logged nor shown at /__mock", async (_where, path, headers) => {
  const lines: string[] = [];
  const logged = await createMock({ onResponse: (entry) => lines.push(JSON.stringify(entry)) });
  await logged.fetch(new Request(`http://mock.test${path}`, { headers }));
  const page = await logged.fetch(new Request("http://mock.test/__mock"));
  expect(lines).toHaveLength(1);
  expect(lines[0] + (await page.text())).not.toContain("SECRETxK7vWm2Lp9");
});

it.each([
  ["a browser", "text/html,application/xhtml+xml,*/*;q=0.8", 302, "/__mock"],
  ["a client of the API", "application/json", 404, null],
])("/ leads %s (%s) to status %i", async (_caller, Accept, status, location) => {
  const response = await fetch(`${url}/`, { headers: { Accept }, redirect: "manual" });
  expect([response.status, response.headers.get("location")]).toEqual([status, location]);
});

it("/ is the operation of a document that has one there", async () => {
  const responses = { 200: { description: "ok", content: { "application/json": { example: { a: 1 } } } } };
  const document = {
    openapi: "3.1.0",
    info: { title: "t", version: "1" },
    paths: { "/": { get: { responses } } },
  };
  const other = await createMock({ document });
  const response = await other.fetch("http://mock.test/", { headers: { Accept: "text/html, */*" } });
  expect([response.status, await response.json()]).toEqual([200, { a: 1 }]);
});
