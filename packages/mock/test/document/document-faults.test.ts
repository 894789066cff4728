import { createMock } from "@ittybit/mock";
import { expect, test } from "vitest";

test("a document that breaks the rules of OpenAPI is mocked, and its faults are reported", async () => {
  const notices: string[] = [];
  const response = {
    content: { "application/json": { example: { a: 1 }, schema: { required: ["a", "a"] } } },
  };
  const document = {
    openapi: "3.1.1",
    overlays: {},
    paths: { "/a": { get: { responses: { 200: response } } } },
  };
  const mock = await createMock({ document, onNotice: (notice) => notices.push(notice) });
  const reply = await mock.fetch("http://localhost/a");
  expect([reply.status, await reply.json()]).toEqual([200, { a: 1 }]);
  expect(notices.toSorted()).toEqual([
    "description is missing (at /paths/~1a/get/responses/200).",
    "info is missing (at the document root).",
    'required lists "a" twice (at /paths/~1a/get/responses/200/content/application~1json/schema/required/1).',
    "there is no field overlays here (at /overlays).",
  ]);
  await mock.close();
});
