import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { builtScripts } from "../../../../scripts/cache/shared-builds.js";
import { run } from "../../src/cli/run.js";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const folders: string[] = [];
const ends: AbortController[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) end.abort();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** Runs the command in this process; `printed` waits for a line on either stream. */
function start(...args: string[]) {
  const end = new AbortController();
  ends.push(end);
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const take = (line: string) => {
    lines.push(line);
    for (const look of waiting) look();
  };
  const code = run(args, { out: take, err: take, signal: end.signal });
  const printed = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const line = lines.find((one) => pattern.test(one));
        if (line === undefined) return;
        waiting.delete(look);
        resolve(line);
      };
      waiting.add(look);
      look();
      code.then(() => reject(new Error(`ended, having printed ${lines.join("\n")}`)));
    });
  return { lines, printed, code, end: () => end.abort() };
}

const key = { Authorization: "Bearer secret-key" };

describe("the log", () => {
  it("has one line per request, with findings, without keys and queries", async () => {
    const mock = start("--port", "0");
    const url = /http\S+/.exec(await mock.printed(/^Mock of the Ittybit API \(both hosts\): /))?.[0] ?? "";
    await fetch(`${url}/media?limit=500&token=secret-query`, { headers: key });
    expect(await mock.printed(/^GET/)).toMatch(
      /^GET \/media 422 \d+\.\d ms {2}2 findings: limit must be at most 250, but is 500\. token is not a parameter/,
    );
    mock.end();
    expect(await mock.code).toBe(0);
    expect(mock.lines.join()).not.toContain("secret");
  });

  it("is JSON with --json", async () => {
    const mock = start("--port", "0", "--json", "--api-key", "secret-key");
    const { url } = JSON.parse(await mock.printed(/listening/));
    await fetch(`${url}/media`, { headers: key });
    expect(JSON.parse(await mock.printed(/"GET"/))).toEqual({
      method: "GET",
      path: "/media",
      operationId: "listMedia",
      status: 200,
      milliseconds: expect.any(Number),
      findings: [],
    });
    expect(mock.lines.join()).not.toContain("secret");
  });
});

it.each([[[]], [["--json"]]])("the log shows invisible characters as escapes: %j", async (args) => {
  const mock = start("--port", "0", ...args);
  await mock.printed(/http/);
  const url = /http:\/\/[\d.:]+/.exec(mock.lines[0] ?? "")?.[0] ?? "";
  const body = new URLSearchParams({ "a\u202eb\u200b\ufeff\u{e0041}\u001b": "x" });
  await fetch(`${url}/media/vJ3kq9ZtWm2d`, { method: "PATCH", headers: key, body });
  const line = await mock.printed(/PATCH/);
  expect(line).toMatch(/a\\u202eb\\u200b\\ufeff/);
  expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

it("--uploads-port gives each host a port of its own", async () => {
  const mock = start("--port", "0", "--uploads-port", "0");
  const url = /http\S+/.exec(await mock.printed(/^Mock of its uploads host/))?.[0] ?? "";
  expect((await fetch(`${url}/media`, { headers: key })).status).toBe(404);
});

it.each([
  [["--max-upload", "big"], "--max-upload big is not a size"],
  [["--latency", "800..200"], "--latency 800..200 is not a time"],
  [["--port", "65536"], "--port 65536 is not a port"],
  [["--spec", "none.yaml"], "none.yaml does not exist"],
  [[""], "The document is empty"],
  [["none.yaml"], "none.yaml does not exist"],
  [["https://example.com/openapi.yaml"], "https://example.com/openapi.yaml is not fetched: download"],
  [["-d", "one.yaml"], "There is no --dynamic: send Prefer: dynamic=true with a request."],
  [["one.yaml", "two.yaml"], "Give one document only."],
  [["one.yaml", "--spec", "two.yaml"], "Give one document only."],
  [["-p", "65536"], "--port 65536 is not a port"],
  [["-h", "256.0.0.1", "-p", "0"], "Cannot listen on 256.0.0.1:0"],
  [["--spec", join(root, "test/fixtures/media/image.png")], "image.png"],
  [["--seed", "some"], "--seed some is not a seed"],
  [["--processing", "soon"], "soon is not a kind of processing"],
  [["--max-storage", "big"], "--max-storage big is not a size"],
  [["--host", ""], "--host is empty"],
  [["--api-key", ""], "--api-key is empty"],
  [["--spec", ""], "--spec is empty"],
  [["--host", "256.0.0.1", "--port", "0"], "Cannot listen on 256.0.0.1:0"],
])("%s: one line on standard error, exit code 2", async (args, message) => {
  const { code, lines } = start(...args);
  expect(await code).toBe(2);
  expect(lines).toEqual([expect.stringContaining(message)]);
});

it("--watch serves the changed document, and the previous one while it is broken", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mock-"));
  folders.push(folder);
  await cp(join(root, "spec"), folder, { recursive: true });
  const mock = start("--port", "0", "--watch", "--spec", join(folder, "openapi.yaml"));
  const url = /http\S+/.exec(await mock.printed(/^Mock of/))?.[0] ?? "";
  const title = async () => {
    const response = await fetch(`${url}/media/vJ3kq9ZtWm2d`, { headers: key });
    return ((await response.json()) as { data: { title: string } }).data.title;
  };
  expect(await title()).toBe("Harbour at dawn");

  const example = join(folder, "components/examples/VideoComplete.yaml");
  const text = await readFile(example, "utf8");
  await writeFile(example, text.replace("Harbour at dawn", "Harbour at dusk"));
  await mock.printed(/reloaded/);
  expect(await title()).toBe("Harbour at dusk");

  await writeFile(join(folder, "paths/media.yaml"), "get: [");
  await mock.printed(/media\.yaml.*The previous document is still served/);
  expect(await title()).toBe("Harbour at dusk");
});

it("--spec mocks any 3.1 document, with or without examples", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mock-"));
  folders.push(folder);
  const schema = {
    type: "object",
    required: ["name"],
    properties: { name: { type: "string", minLength: 3 } },
  };
  const responses = (content: object) => ({
    200: { description: "A pet.", content: { "application/json": content } },
  });
  const document = {
    openapi: "3.1.0",
    info: { title: "Pets", version: "1" },
    servers: [{ url: "https://pets.test/v1" }],
    paths: {
      "/pets/{id}": {
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }],
        get: { responses: responses({ schema, example: { name: "Rex" } }) },
        put: { responses: responses({ schema }) },
        delete: { responses: responses({ schema, example: { name: "X" } }) },
      },
    },
  };
  await writeFile(join(folder, "pets.json"), JSON.stringify(document));
  const mock = start("--port", "0", "--spec", join(folder, "pets.json"));
  const url = /http\S+/.exec(await mock.printed(/^Mock of pets\.json: /))?.[0] ?? "";
  const send = async (method: string, path: string) => {
    const response = await fetch(`${url}/v1${path}`, { method });
    return { status: response.status, body: await response.json() };
  };
  expect(await send("GET", "/pets/7")).toEqual({ status: 200, body: { name: "Rex" } });
  expect(await send("PUT", "/pets/7")).toMatchObject({ status: 200, body: { name: expect.any(String) } });
  expect(await send("GET", "/pets/rex")).toMatchObject({
    status: 422,
    body: { validation: [{ location: ["path", "id"] }] },
  });
  expect(await send("DELETE", "/pets/7")).toEqual({ status: 200, body: { name: "string" } });
  await mock.printed(/DELETE .* 200 .*breaks the contract and is not used.*at \/name: must be at least 3/);
});

it("as a process: SIGTERM ends it with exit code 0", async () => {
  const bin = join(await builtScripts("mock"), "bin.js");
  const child = spawn(process.execPath, [bin, "--port", "0"], { cwd: root });
  await once(child.stdout, "data");
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});
