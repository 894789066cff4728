import { request } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createMock, type Mock } from "../../src/index.js";

let mock: Mock;
let port: number;
beforeAll(async () => {
  mock = await createMock();
  port = Number(new URL((await mock.listen({ port: 0 })).url).port);
});
afterAll(() => mock.close());

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
