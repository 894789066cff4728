import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createContract } from "@ittybit/contract/create";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("./fixtures/json-schema-test-suite", import.meta.url));
const dialect = "https://json-schema.org/draft/2020-12/schema";

/** Files whose subject is not what a contract does; see fixtures/json-schema-test-suite/README.md. */
const left = new Set(["format.json"]);

interface Group {
  readonly description: string;
  readonly schema: unknown;
  readonly tests: readonly {
    readonly description: string;
    readonly data: unknown;
    readonly valid: boolean;
  }[];
}

/** Schemas that the suite serves from localhost:1234. */
const remotes = Object.fromEntries(
  jsonFiles(join(folder, "remotes"))
    .filter((file) => !file.includes("metaschema"))
    .map((file) => [`http://localhost:1234/${file}`, readJson(join(folder, "remotes", file))]),
);

test("every failure of the official suite is listed, and nothing is listed that does not fail", async () => {
  const failures: string[] = [];
  let passed = 0;
  for (const file of jsonFiles(join(folder, "tests")).filter((name) => !left.has(name))) {
    for (const group of readJson(join(folder, "tests", file)) as Group[]) {
      const results = await failuresOf(group);
      passed += results.filter((failure) => failure === null).length;
      failures.push(...results.flatMap((failure) => (failure === null ? [] : [`${file} | ${failure}`])));
    }
  }
  const listed = readJson(join(folder, "failures.json")) as Record<string, string>;
  expect(failures.sort()).toEqual(Object.keys(listed).sort());
  expect(passed).toBeGreaterThan(1700);
});

/** For each test null, or what failed. A schema that is refused fails all tests of its group. */
async function failuresOf({ description, schema, tests }: Group): Promise<(string | null)[]> {
  try {
    const contract = contractFor(schema);
    return await Promise.all(
      tests.map(async (one) => {
        const valid = await accepts(contract, one.data);
        return valid === one.valid ? null : `${description} | ${one.description}`;
      }),
    );
  } catch (error) {
    if ((error as Error).name !== "ContractError") throw error;
    return tests.map((one) => `${description} | ${one.description}`);
  }
}

function contractFor(schema: unknown) {
  const media = { "application/json": { schema: { $ref: "https://suite.invalid/schema" } } };
  const document = {
    openapi: "3.1.1",
    info: { title: "Suite", version: "1" },
    jsonSchemaDialect: dialect,
    paths: {
      "/": { get: { operationId: "ask", responses: { 200: { description: "Value", content: media } } } },
    },
  };
  const served = JSON.stringify(schema).includes("localhost:1234") ? remotes : {};
  return createContract(document, { schemas: { ...served, "https://suite.invalid/schema": schema } });
}

async function accepts(contract: ReturnType<typeof createContract>, data: unknown): Promise<boolean> {
  const body = new TextEncoder().encode(JSON.stringify(data));
  const headers = [["content-type", "application/json"]] as const;
  const { findings } = await contract.checkResponse(
    { method: "GET", url: "/" },
    { status: 200, headers, body },
  );
  return !findings.some(({ category }) => category === "violation");
}

function jsonFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".json"))
    .sort();
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
