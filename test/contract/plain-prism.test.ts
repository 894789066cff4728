import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type OperationId, operations } from "@ittybit/openapi";
import { Running } from "@ittybit/test-support/commands/process";
import { afterAll, beforeAll, expect, it } from "vitest";
import { builtCommand } from "../../scripts/cache/built-command.js";

const { paths, components } = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../generated/openapi.json", import.meta.url)), "utf8"),
);
const ids = Object.keys(operations) as OperationId[];

let prism: Running;
let url: string;

beforeAll(async () => {
  prism = new Running([await builtCommand("prism"), "--port", "0"]);
  [, url = ""] = await prism.says(/Prism is listening on (\S+)/);
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

it("fails the scenarios of the contract suite that the guide lists, and no other", async () => {
  const args = [await builtCommand("contract"), "--url", url, "--write"];
  const suite = new Running(args, undefined, { ITTYBIT_API_KEY: "key" });
  expect([await suite.ended(), suite.err]).toEqual([1, ""]);
  const failed = new Map<string, string[]>();
  for (const line of suite.out.split("\n")) {
    const [, operation = "", title = "", end = ""] = /^(?:FAIL|ERR ) +(\w+) +(.+): (.+)$/.exec(line) ?? [];
    const other = /^\d+, but .+$/.test(end) ? end : "no response";
    const [, expected = "200", status = other] = /^expected (\d+), got (\d+)$/.exec(end) ?? [];
    const key = [title, expected, status].join(" | ");
    if (operation !== "") failed.set(key, [...(failed.get(key) ?? []), operation]);
  }
  expect(Object.fromEntries(failed)).toEqual(await listedDifferences());
});

/** The operations of each row of the guide's table, by scenario, expected status and status of Prism. */
async function listedDifferences(): Promise<Record<string, string[]>> {
  const guide = await readFile(new URL("../../docs/guides/prism.md", import.meta.url), "utf8");
  const [section = ""] = guide.split("{#further}");
  const [, , ...rows] = section.split("\n").filter((line) => line.startsWith("|"));
  return Object.fromEntries(
    rows.map((row) => {
      const [, scenario, operations = "", expected, status] = row.split("|").map((cell) => cell.trim());
      return [[scenario, expected, status].join(" | "), operations.split(", ")];
    }),
  );
}

interface Documented {
  readonly content: Record<string, { readonly examples: Record<string, { readonly $ref: string }> }>;
}

function firstExample(response: Documented | undefined): unknown {
  const [example] = Object.values(response?.content["application/json"]?.examples ?? {});
  return components.examples[example?.$ref.split("/").at(-1) ?? ""].value;
}
