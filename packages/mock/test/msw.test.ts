import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { createMswMock, respondTo } from "../src/msw.js";

const mock = createMswMock({ seed: "empty" });
const server = setupServer(...mock.handlers);
const headers = { Authorization: "Bearer key" };

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(async () => {
  server.resetHandlers();
  await mock.reset();
});
afterAll(() => server.close());

/** Sends an upload as a page does. */
async function upload(name = "pier.png") {
  const body = new FormData();
  body.set("file", new File([Uint8Array.from([0x89, 0x50, 0x4e, 0x47])], name, { type: "image/png" }));
  body.set("title", "The pier");
  const response = await fetch("https://uploads.ittybit.com/media", { method: "POST", headers, body });
  return { status: response.status, ...(await jsonOf(response)) };
}

const list = async () => jsonOf(await fetch("https://api.ittybit.com/media", { headers }));

// biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever was sent
const jsonOf = (response: Response): Promise<any> => response.json();

it("keeps what is created, serves its file, and starts again after a reset", async () => {
  const created = await upload();
  expect(created).toMatchObject({ status: 201, data: { title: "The pier", filename: "pier.png" } });
  const [item, ...others] = (await list()).data;
  expect([item.id, others]).toEqual([created.data.id, []]);
  const { data } = await jsonOf(await fetch(`https://api.ittybit.com/media/${item.id}`, { headers }));
  const file = await fetch(data.urls.playback, { headers: { Range: "bytes=1-3" } });
  expect([file.status, await file.text()]).toEqual([206, "PNG"]);
  await mock.reset();
  expect([(await list()).data, await mock.state()]).toEqual([[], []]);
});

it("rejects what the API would reject", async () => {
  const response = await fetch("https://api.ittybit.com/media?limit=500", { headers });
  expect([response.status, (await jsonOf(response)).error.details[0].field]).toEqual([422, "limit"]);
  expect((await fetch("https://api.ittybit.com/media")).status).toBe(401);
});

it("gives one operation a response of the test's own, typed by the contract", async () => {
  const meta = { id: "req_1", status: 404, version: "2024-03-21", type: "error" } as const;
  const error = { code: "not_found", message: "Gone.", details: [] };
  server.use(respondTo("getMedia", { status: 404, body: { meta, error } }, { once: true }));
  const created = await upload();
  const get = () => fetch(`https://api.ittybit.com/media/${created.data.id}`, { headers });
  expect([(await get()).status, (await get()).status]).toEqual([404, 200]);
  // @ts-expect-error 418 is documented nowhere, and its body is none of an error
  respondTo("getMedia", { status: 418, body: { teapot: true } });
});

it("selects a response by the request", async () => {
  const meta = { status: 429, version: "2024-03-21", type: "error" } as const;
  server.use(
    respondTo("deleteMedia", ({ params }) => ({
      status: 429,
      headers: { "Retry-After": "1" },
      body: {
        meta: { id: "req_1", ...meta },
        error: { code: "rate_limited", message: `Wait for ${params.id}.`, details: [] },
      },
    })),
  );
  const response = await fetch("https://api.ittybit.com/media/m1", { method: "DELETE", headers });
  expect([response.headers.get("retry-after"), (await jsonOf(response)).error.message]).toEqual([
    "1",
    "Wait for m1.",
  ]);
});

it("follows a scenario, and its own clock", async () => {
  const stop = await mock.scenario({ operation: "listMedia", status: 503 });
  expect((await fetch("https://api.ittybit.com/media", { headers })).status).toBe(503);
  stop();
  await mock.advance("10s");
  expect((await list()).data).toEqual([]);
});
