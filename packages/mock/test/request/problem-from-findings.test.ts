import { afterAll, beforeAll, expect, it } from "vitest";
import { createMock, type Mock } from "../../src/index.js";
import { call } from "../call-mock.js";

let mock: Mock;
beforeAll(async () => {
  mock = await createMock();
});
afterAll(() => mock.close());

it.each([
  ["an unknown field", "colour=1", ["colour"]],
  ["a field inside of another", "metadata[a][b]=1", ["metadata[a]"]],
  ["two fields", "colour=1&metadata[a][b]=1", ["colour", "metadata[a]"]],
])("a problem names %s as the caller sent it", async (_, body, fields) => {
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const { status, body: problem } = await call(mock, "PATCH", "/media/vJ3kq9ZtWm2d", { headers, body });
  expect(status).toBe(422);
  expect(problem.error.details.map(({ field }: { field: string }) => field)).toEqual(fields);
});

it("a message names the field once", async () => {
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const { body } = await call(mock, "PATCH", "/media/vJ3kq9ZtWm2d", { headers, body: "colour=1" });
  expect(body.error.message).toBe("colour is not allowed here.");
});
