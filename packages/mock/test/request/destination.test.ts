import { request } from "node:http";
import { afterEach, expect, it } from "vitest";
import { createMock, type Mock } from "../../src/index.js";
import { call, form, key } from "../call-mock.js";

let mock: Mock;
afterEach(() => mock.close());

const url = { body: form({ url: "https://a.test/b.mp4" }) };

it("each host of the contract serves its own operations", async () => {
  mock = await createMock();
  expect((await call(mock, "GET", "https://api.ittybit.com/media")).status).toBe(200);
  expect((await call(mock, "POST", "https://uploads.ittybit.com/media", url)).status).toBe(201);
  expect(await call(mock, "POST", "https://api.ittybit.com/videos", url)).toMatchObject({
    status: 404,
    body: {
      error: {
        message: "POST /videos is not served by api.ittybit.com. Send it to https://uploads.ittybit.com.",
      },
    },
  });
  expect((await call(mock, "GET", "https://uploads.ittybit.com/media")).body.error.message).toContain(
    "https://api.ittybit.com",
  );
});

it("X-Forwarded-Host selects the host", async () => {
  mock = await createMock();
  const headers = { "X-Forwarded-Host": "uploads.ittybit.com" };
  expect((await call(mock, "GET", "/media", { headers })).status).toBe(404);
  expect((await call(mock, "POST", "/media", { ...url, headers })).status).toBe(201);
});

it("any other host serves everything, and links point to it", async () => {
  mock = await createMock();
  const { body } = await call(mock, "POST", "http://mock:8080/media", url);
  expect(body.links).toMatchObject({ parent: "http://mock:8080/media" });
});

it("with lenientHosts every host serves everything", async () => {
  mock = await createMock({ lenientHosts: true });
  expect((await call(mock, "POST", "https://api.ittybit.com/media", url)).status).toBe(201);
});

it("two ports stand for the two hosts; links point to the port of the API", async () => {
  mock = await createMock();
  const api = await mock.listen({ port: 0, server: "api" });
  const uploads = await mock.listen({ port: 0, server: "uploads" });
  const send = async (base: string, method: string) => {
    const response = await fetch(`${base}/media`, {
      method,
      headers: key,
      ...(method === "POST" ? url : {}),
    });
    return [response.status, ((await response.json()) as { links?: { parent?: string } }).links?.parent];
  };
  expect(await send(api.url, "GET")).toEqual([200, undefined]);
  expect(await send(api.url, "POST")).toEqual([404, undefined]);
  expect(await send(uploads.url, "GET")).toEqual([404, undefined]);
  expect(await send(uploads.url, "POST")).toEqual([201, `${api.url}/media`]);
});

it("a port of 127.0.0.1 respects the Host header", async () => {
  mock = await createMock();
  const listener = await mock.listen({ port: 0 });
  const status = await new Promise((resolve) => {
    const headers = { ...key, Host: "uploads.ittybit.com" };
    request(`${listener.url}/media`, { headers }, (response) => resolve(response.resume().statusCode)).end();
  });
  expect(status).toBe(404);
});
