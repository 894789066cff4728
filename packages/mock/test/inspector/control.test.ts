import { afterEach, describe, expect, it } from "vitest";
import { createMock, type Mock, type MockOptions } from "../../src/index.js";
import { call, form } from "../call-mock.js";

let mock: Mock;
afterEach(() => mock.close());

const create = async (headers: Record<string, string> = {}) => {
  const body = form({ url: "https://a.test/a.mp4" });
  return (await call(mock, "POST", "/media", { body, headers })).body.data;
};
const total = async () => (await call(mock, "GET", "/media")).body.meta.total;
const statusOf = async (id: string) => (await call(mock, "GET", `/media/${id}`)).body.data.status;
const post = (path: string, value?: object, method = "POST") =>
  call(mock, method, `/__mock/${path}`, value && { body: JSON.stringify(value) });

describe("over HTTP", () => {
  it("POST /__mock/reset returns to the seed", async () => {
    mock = await createMock();
    await create();
    await call(mock, "DELETE", "/media/vJ3kq9ZtWm2d");
    expect((await post("reset")).status).toBe(200);
    expect([await total(), (await call(mock, "GET", "/media/vJ3kq9ZtWm2d")).body.data.deleted]).toEqual([
      13,
      null,
    ]);
  });

  it("PUT /__mock/snapshots/NAME saves, POST …/restore restores, GET exports", async () => {
    mock = await createMock({ seed: "empty" });
    await create();
    expect((await post("snapshots/one", undefined, "PUT")).body).toEqual({ snapshot: "one", media: 1 });
    await create();
    expect((await post("snapshots/one/restore")).status).toBe(200);
    expect(await total()).toBe(1);
    expect((await post("snapshots/one", undefined, "GET")).body.media).toHaveLength(1);
    expect((await post("snapshots/none/restore")).status).toBe(404);
  });

  it("POST /__mock/clock ends processing that is due", async () => {
    mock = await createMock({ processing: "1m" });
    const { id } = await create();
    expect(await statusOf(id)).toBe("uploading");
    expect((await post("clock", { advance: "60s" })).status).toBe(200);
    expect(await statusOf(id)).toBe("complete");
    expect((await post("clock", { advance: "soon" })).status).toBe(422);
  });

  it("POST /__mock/media/ID/status sets a status", async () => {
    mock = await createMock({ processing: "manual" });
    const { id } = await create();
    expect((await post(`media/${id}/status`, { status: "failed" })).body).toMatchObject({
      id,
      status: "failed",
    });
    expect(await statusOf(id)).toBe("failed");
    expect((await post(`media/${id}/status`, { status: "gone" })).status).toBe(422);
    expect((await post("media/none/status", { status: "failed" })).status).toBe(404);
    await call(mock, "DELETE", `/media/${id}`);
    expect((await post(`media/${id}/status`, { status: "failed" })).status).toBe(409);
  });

  it("GET /__mock/state shows every Media", async () => {
    mock = await createMock({ seed: 3 });
    const { body } = await post("state", undefined, "GET");
    expect(body.media).toHaveLength(3);
  });

  it.each([
    ["POST", "nothing", 404],
    ["POST", "%ff", 404],
    ["DELETE", "reset", 404],
  ])("%s /__mock/%s: %i", async (method, path, status) => {
    mock = await createMock();
    expect((await post(path, undefined, method)).status).toBe(status);
  });

  it("a page of another origin cannot change anything, the page of the mock can", async () => {
    mock = await createMock();
    const { url } = await mock.listen({ port: 0 });
    const reset = (Origin: string) =>
      fetch(`${url}/__mock/reset`, {
        method: "POST",
        redirect: "manual",
        headers: { Origin, "Content-Type": "application/x-www-form-urlencoded" },
      });
    expect((await reset("http://app.test")).status).toBe(403);
    const response = await reset(url);
    expect([response.status, response.headers.get("location")]).toEqual([303, "/__mock"]);
  });
});

describe("in process", () => {
  it("reset, advance and state", async () => {
    mock = await createMock({ seed: "empty", processing: "10s" });
    const { id } = await create();
    mock.advance("9s");
    expect(mock.state()).toMatchObject([{ id, status: "uploading" }]);
    mock.advance(1000);
    expect(mock.state()).toMatchObject([{ id, status: "complete" }]);
    mock.reset();
    expect(mock.state()).toEqual([]);
    expect(() => mock.advance("soon")).toThrow("soon is not a duration");
  });

  it("deterministic: the same ids and times in every mock, and after a reset", async () => {
    const options: MockOptions = { deterministic: true, seed: "empty" };
    const run = async () => {
      await create();
      mock.advance("1s");
      await create();
      return mock.state();
    };
    mock = await createMock(options);
    const first = await run();
    mock.reset();
    expect(await run()).toEqual(first);
    mock = await createMock(options);
    expect(await run()).toEqual(first);
    expect(first.map(({ created }) => created)).toEqual([
      "2024-03-21T00:00:00.000Z",
      "2024-03-21T00:00:01.000Z",
    ]);
  });

  it("Prefer: processing=failed fails one Media", async () => {
    mock = await createMock();
    const failed = await create({ Prefer: "processing=failed" });
    const other = await create();
    expect([await statusOf(failed.id), await statusOf(other.id)]).toEqual(["failed", "complete"]);
    const body = form({ url: "https://a.test/a.mp4" });
    expect(
      (await call(mock, "POST", "/media", { body, headers: { Prefer: "processing=soon" } })).status,
    ).toBe(400);
  });

  it("processing: reads=2", async () => {
    mock = await createMock({ processing: "reads=2" });
    const { id } = await create();
    expect([await statusOf(id), await statusOf(id), await statusOf(id)]).toEqual([
      "uploading",
      "uploading",
      "complete",
    ]);
    await expect(createMock({ processing: "soon" })).rejects.toThrow("soon is not a kind of processing");
  });
});

it.each([
  ["empty", 0],
  [250, 250],
  ["examples", 13],
] as const)("seed %s: %i media, each page keeps the contract", async (seed, count) => {
  mock = await createMock({ seed });
  const { status, body } = await call(mock, "GET", "/media?limit=250");
  expect([status, body.meta.total, body.data.length]).toEqual([200, count, count]);
  for (const { id } of body.data.slice(0, 5)) expect(await statusOf(id)).toMatch(/complete|failed/);
});
