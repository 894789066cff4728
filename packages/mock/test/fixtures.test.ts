import { expect, test as plain } from "vitest";
import { mockFixture } from "../src/fixtures.js";

const test = plain.extend({ mock: mockFixture({ apiKey: "right" }) });

let last = "";

test("each test gets a mock of its own on a free port", async ({ mock }) => {
  last = mock.url;
  const response = await fetch(`${mock.url}/media`, { headers: { Authorization: "Bearer right" } });
  expect(response.status).toBe(200);
});

test("the mock is closed after the test", async () => {
  await expect(fetch(`${last}/media`)).rejects.toThrow("fetch failed");
});
