import { createMock } from "@ittybit/mock";
import { expect, it } from "vitest";

const object = (extra: object = {}) => ({ type: "object", properties: { a: { type: "string" } }, ...extra });
const get = (schema: object) => ({
  get: { responses: { "200": { description: "ok", content: { "application/json": { schema } } } } },
});

/** The notices at the start, and the response. */
async function start(schema: object): Promise<[notices: string[], status: number, problem: unknown]> {
  const notices: string[] = [];
  const document = {
    openapi: "3.1.0",
    info: { title: "Branches", version: "1" },
    servers: [{ url: "https://api.test" }],
    paths: { "/a": get(schema) },
    components: { schemas: { A: object(), B: object({ description: "The same." }) } },
  };
  const mock = await createMock({ document, onNotice: (line) => notices.push(line) });
  const response = await mock.fetch("https://api.test/a");
  await mock.close();
  const body = await response.json();
  return [notices, response.status, response.ok ? null : (body as { detail: string }).detail];
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const schemaAt = "/paths/~1a/get/responses/200/content/application~1json/schema";

it.each([
  ["inline", { oneOf: [object(), object()] }, ""],
  ["by reference", { oneOf: [ref("A"), ref("A")] }, ""],
  ["but for their descriptions", { oneOf: [ref("A"), ref("B")] }, ""],
  [
    "of a property",
    object({ required: ["x"], properties: { x: { oneOf: [object(), object()] } } }),
    "/properties/x",
  ],
])(
  "two branches of a oneOf that are the same, %s: a notice, and a 500 that names them",
  async (_what, schema, below) => {
    const at = `${schemaAt}${below}/oneOf`;
    const same = "Branches 1 and 2 of a oneOf are the same, so no value can match exactly one of them";
    expect(await start(schema)).toEqual([
      [`${same} (at ${at}).`],
      500,
      `The mock's own response to GET /a breaks the contract, so it is not sent. ${same} (at ${at}).`,
    ]);
  },
);

it.each([
  ["a third branch can be matched", { oneOf: [object(), object(), { type: "integer" }] }, 1],
  ["different branches", { oneOf: [{ type: "string" }, { type: "integer" }] }, 0],
  ["an example that looks like a oneOf", { type: "object", example: { oneOf: [{}, {}] } }, 0],
])("%s", async (_what, schema, count) => {
  const [notices, status] = await start(schema);
  expect([notices.length, status]).toEqual([count, 200]);
});

it("a 500 for a response that no value can make valid names the keyword", async () => {
  const [notices, status, detail] = await start({ enum: [] });
  expect([notices, status]).toEqual([[], 500]);
  expect(detail).toMatch(
    / \(at \/paths\/~1a\/get\/responses\/200\/content\/application~1json\/schema\/enum\)\.$/,
  );
});
