import { startMock } from "@ittybit/test-support/servers/start-mock";
import { expect, it } from "vitest";
import { call, key } from "../call-mock.js";

const { mock, url } = await startMock();

function formOf(count: number, name: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${name(index)}=x`).join("&");
}

const patch = (body: string) => ({
  method: "PATCH",
  headers: { ...key, "Content-Type": "application/x-www-form-urlencoded" },
  body,
});

it.each([
  ["8,000 unknown fields", formOf(8_000, (index) => `field${index}`)],
  ["20,000 unknown fields", formOf(20_000, (index) => `field${index}`)],
  ["50,000 metadata keys", formOf(50_000, (index) => `metadata[k${index}]`)],
])("a form of %s is rejected without being checked", async (_what, body) => {
  const response = await fetch(`${url}/media/vJ3kq9ZtWm2d`, patch(body));
  expect([response.status, ((await response.json()) as { error: object }).error]).toMatchObject([
    422,
    {
      details: [{ location: "body", field: null, message: expect.stringContaining("more than 1000 fields") }],
    },
  ]);
});

it("a multipart body of boundaries alone is rejected in time", async () => {
  const body = "\r\n--b".repeat(500_000);
  const headers = { "Content-Type": "multipart/form-data; boundary=b" };
  expect((await call(mock, "POST", "/media", { body, headers })).status).toBe(400);
});

it("a form of 1000 fields is checked", async () => {
  const body = formOf(1000, (index) => `metadata[k${index}]`);
  const { status, body: found } = await call(mock, "PATCH", "/media/vJ3kq9ZtWm2d", patch(body));
  expect([status, Object.keys(found.data.metadata).length]).toEqual([200, 1001]);
});
