import { afterAll, beforeAll, expect, it } from "vitest";
import { createMock, type Mock } from "../../src/index.js";
import { call, form } from "../call-mock.js";

let mock: Mock;
beforeAll(async () => {
  mock = await createMock({ validateRequest: false });
});
afterAll(() => mock.close());

it.each<[what: string, method: string, path: string, init: RequestInit, status: number]>([
  ["a limit out of range", "GET", "/media?limit=0", {}, 200],
  ["an unknown parameter", "GET", "/media?colour=red", {}, 200],
  ["a broken version", "GET", "/media", { headers: { "Ittybit-Version": "x" } }, 200],
  ["neither file nor URL", "POST", "/media", { body: form({ title: "Mine" }) }, 201],
  ["a relative URL", "POST", "/media", { body: form({ url: "/a.mp4" }) }, 201],
  ["JSON in place of a form", "PATCH", "/media/vJ3kq9ZtWm2d", { body: "{}" }, 200],
  ["nothing to update", "PATCH", "/media/vJ3kq9ZtWm2d", { body: new URLSearchParams({ x: "1" }) }, 200],
])(
  "without validation, %s gets the example of a valid request",
  async (_what, method, path, init, status) => {
    const response = await call(mock, method, path, init);
    expect([response.status, response.body.meta.status]).toEqual([status, status]);
  },
);

it("an invalid request changes nothing, a valid one does", async () => {
  const before = mock.state().length;
  await call(mock, "POST", "/media", { body: form({ url: "/a.mp4" }) });
  expect(mock.state().length).toBe(before);
  await call(mock, "POST", "/media", { body: form({ url: "https://a.test/a.mp4" }) });
  expect(mock.state().length).toBe(before + 1);
});

it("credentials are required all the same", async () => {
  expect((await mock.fetch("https://api.ittybit.com/media?limit=0")).status).toBe(401);
});
