import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect as jest } from "expect";
import { afterAll, describe, expect, expectTypeOf, test } from "vitest";
import { stringify } from "yaml";
import { contractMatchers, createMatchers } from "../src/index.js";
import "../src/vitest.js";
import { altered } from "@ittybit/test-support/traffic/faulty-traffic";
import { cleanTraffic, plantedKey } from "@ittybit/test-support/traffic/traffic";
import { responseOf } from "./response-of.js";

const folder = mkdtempSync(join(tmpdir(), "qa-matchers-"));
afterAll(() => rmSync(folder, { recursive: true }));

const clean = altered("/media/med_123", () => undefined);
const faulty = altered("/media/med_123", (body) => delete body.data.kind);
/** Breaks a fact that is only inferred. */
const doubtful = altered("/media/med_123", (body) => Object.assign(body.data, { created: "yesterday" }));
/** Says more than the contract. */
const drifting = altered("/media/med_123", (body) => Object.assign(body.data, { brand: "new" }));

jest.extend({ ...contractMatchers });

describe.each([
  ["Vitest", expect],
  ["Jest", jest as unknown as typeof expect],
])("toMatchContract in %s", (_, expectIn) => {
  test("passes a response that matches the contract, and leaves it unread", async () => {
    const response = responseOf(clean);
    await expectIn(response).toMatchContract("getMedia");
    expect(response.bodyUsed).toBe(false);
  });

  test("reports where a response does not match: the location in the contract, and the fingerprint", async () => {
    await expect(expectIn(responseOf(faulty)).toMatchContract("getMedia")).rejects.toThrow(
      /^The response does not match the contract of getMedia:\n.*"kind".*spec\/.*\.yaml:\d+ .*id \w{16}\)$/,
    );
  });

  test("can be turned round", async () => {
    await expectIn(responseOf(faulty)).not.toMatchContract("getMedia");
    await expect(expectIn(responseOf(clean)).not.toMatchContract("getMedia")).rejects.toThrow(
      "The response matches the contract of getMedia, but should not.",
    );
  });

  test("accepts every documented response", async () => {
    for (const exchange of cleanTraffic) {
      const { method, url } = exchange.request;
      const operationId = (await operationOf(method, url)) as string;
      await expectIn(responseOf(exchange)).toMatchContract(operationId);
    }
  });
});

async function operationOf(method: string, url: string) {
  const { default: contract } = await import("@ittybit/contract");
  const match = contract.match({ method, url });
  return match.outcome === "matched" ? match.operation.operationId : null;
}

describe("what fails a response", () => {
  test("an inferred fact only where it is strict", async () => {
    await expect(responseOf(doubtful)).toMatchContract("getMedia");
    await expect(responseOf(doubtful)).not.toMatchContract("getMedia", { strict: true });
  });

  test("drift only where warnings fail, and not while it is allowed", async () => {
    const allow = [{ name: "brand", reason: "on its way", until: "9999-12-31" }];
    await expect(responseOf(drifting)).toMatchContract("getMedia");
    await expect(responseOf(drifting)).not.toMatchContract("getMedia", { failOn: "warning" });
    await expect(responseOf(drifting)).toMatchContract("getMedia", { failOn: "warning", allow });
  });

  test("a list of what is allowed may be the file of --allow", async () => {
    const allow = join(folder, "drift.yaml");
    writeFileSync(allow, stringify([{ name: "brand", reason: "on its way", until: "9999-12-31" }]));
    await expect(responseOf(drifting)).toMatchContract("getMedia", { failOn: "warning", allow });
  });

  test("options for all assertions, which a single one can change", async () => {
    const { toMatchContract } = createMatchers({ strict: true });
    expect((await toMatchContract(responseOf(doubtful), "getMedia")).pass).toBe(false);
    expect((await toMatchContract(responseOf(doubtful), "getMedia", { strict: false })).pass).toBe(true);
  });

  test("another contract, with a base path", async () => {
    const spec = join(folder, "pets.yaml");
    writeFileSync(spec, pets);
    await expect(Response.json({ name: "Rex" })).toMatchContract("getPet", { spec });
    await expect(Response.json({ name: 7 })).not.toMatchContract("getPet", { spec });
  });
});

const pets = `openapi: 3.1.1
info: { title: Pets, version: "1" }
servers: [{ url: "https://{zone}.example.com/v1", variables: { zone: { default: eu, enum: [eu, us] } } }]
paths:
  /pets/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: getPet
      responses:
        "200":
          description: A pet.
          content: { application/json: { schema: { properties: { name: { type: string } } } } }
`;

describe("toMatchContract never passes", () => {
  test.each([
    ["no response", {}, "getMedia", "needs a Response"],
    ["nothing", undefined, "getMedia", "needs a Response"],
    ["an unknown operation", new Response(), "getMovie", "getMovie is not an operation"],
    ["a stream without end", neverEnding(), "getMedia", "never ends"],
  ])("%s", async (_, given, operationId, problem) => {
    await expect(contractMatchers.toMatchContract(given, operationId)).rejects.toThrow(problem);
  });

  test("a body that was read already", async () => {
    const given = responseOf(clean);
    await given.text();
    await expect(contractMatchers.toMatchContract(given, "getMedia")).rejects.toThrow("already read");
  });

  test("a file of the options that is not there", async () => {
    const missing = { spec: join(folder, "none.yaml") };
    await expect(contractMatchers.toMatchContract(responseOf(clean), "getMedia", missing)).rejects.toThrow(
      "none.yaml",
    );
  });
});

function neverEnding(): Response {
  return new Response(new ReadableStream(), { headers: { "Content-Type": "text/event-stream" } });
}

test("no secret of the response is shown", async () => {
  const leaking = altered("/media/med_123", (body) =>
    Object.assign(body.data, { created: { token: plantedKey } }),
  );
  const strict = await contractMatchers.toMatchContract(responseOf(leaking), "getMedia", { strict: true });
  expect(strict.pass).toBe(false);
  expect(strict.message() + JSON.stringify(strict.findings)).not.toContain(plantedKey);
});

test("the assertion has types in Vitest, and in both sorts of Jest", () => {
  const inVitest = expect(new Response()).toMatchContract;
  const inJest = jest(new Response()).toMatchContract;
  expectTypeOf(inVitest).parameter(0).toEqualTypeOf<string>();
  expectTypeOf(inVitest).returns.toEqualTypeOf<Promise<void>>();
  expectTypeOf(inJest).parameter(0).toEqualTypeOf<string>();
  expectTypeOf(inJest).returns.toEqualTypeOf<Promise<void>>();
  expectTypeOf<jest.Matchers<void>["toMatchContract"]>().parameter(0).toEqualTypeOf<string>();
  expectTypeOf<jest.Matchers<void>["toMatchContract"]>().returns.toEqualTypeOf<Promise<void>>();
});
