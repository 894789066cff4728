import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type OperationId, operations } from "@ittybit/openapi";
import { Running, takenPort } from "@ittybit/test-support/commands/process";
import { afterAll, beforeAll, expect, it } from "vitest";

const { paths, components } = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../generated/openapi.json", import.meta.url)), "utf8"),
);
const ids = Object.keys(operations) as OperationId[];

let prism: Running;
let url: string;

beforeAll(async () => {
  const { port, close } = await takenPort();
  close();
  const cli = "node_modules/@stoplight/prism-cli/dist/index.js";
  prism = new Running([cli, "mock", "generated/openapi.yaml", "--host", "127.0.0.1", "--port", `${port}`]);
  await prism.says(/Prism is listening/);
  url = `http://127.0.0.1:${port}`;
});
afterAll(() => prism?.end());

function send(method: string, path: string, body?: FormData | URLSearchParams, key = "Bearer key") {
  return fetch(url + path, { method, headers: key ? { Authorization: key } : {}, ...(body ? { body } : {}) });
}

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

it.each(ids)("%s returns its first example", async (id) => {
  const { method, path, server } = operations[id];
  const [status = "", documented] =
    Object.entries<Documented>(paths[path][method.toLowerCase()].responses)[0] ?? [];
  const body =
    server === "uploads"
      ? form({ url: "https://example.com/a.mp4" })
      : method === "PATCH"
        ? new URLSearchParams({ title: "Harbour" })
        : undefined;
  const response = await send(method, path.replace("{id}", "vJ3kq9ZtWm2d"), body);
  expect(response.status).toBe(Number(status));
  expect(await response.json()).toEqual(firstExample(documented));
});

it.each([
  ["a limit above its maximum", "GET", "/media?limit=251", undefined, "Bearer key", 422],
  ["a missing key", "GET", "/media", undefined, "", 401],
  ["a form with neither file nor url", "POST", "/media", form({ title: "Harbour" }), "Bearer key", 422],
] as const)("refuses %s", async (_what, method, path, body, key, status) => {
  expect((await send(method, path, body, key)).status).toBe(status);
});

interface Documented {
  readonly content: Record<string, { readonly examples: Record<string, { readonly $ref: string }> }>;
}

function firstExample(response: Documented | undefined): unknown {
  const [example] = Object.values(response?.content["application/json"]?.examples ?? {});
  return components.examples[example?.$ref.split("/").at(-1) ?? ""].value;
}
