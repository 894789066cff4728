import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMock, type Mock } from "@ittybit/mock";
import { operations } from "@ittybit/openapi";
import { Running } from "@ittybit/test-support/commands/process";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { builtCommand } from "../../scripts/cache/built-command.js";
import { freePort } from "../../scripts/start/free-port.js";

const command = await builtCommand("contract");
const apiKey = "sk_live_of_the_suite";
const folder = mkdtempSync(join(tmpdir(), "contract-command-"));
const nobody = await freePort();

/** A server in front of the mock; responds itself, or lets the mock respond. */
type Front = (request: IncomingMessage, response: ServerResponse) => Promise<boolean> | boolean;

let mock: Mock;
let server: Server;
let url: string;
let front: Front;
let responses: number;
/** Ids of what was added and deleted so far. */
let added: Set<string>;
let deleted: Set<string>;

beforeAll(async () => {
  mock = await createMock({
    apiKey,
    onResponse: () => {
      responses += 1;
    },
  });
  server = createServer(async (request, response) => {
    if (!(await front(request, response))) await throughMock(request, response);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  front = () => false;
  responses = 0;
  [added, deleted] = [new Set(), new Set()];
});
afterEach(() => server.closeAllConnections());
afterAll(async () => {
  server?.close();
  await mock?.close();
  rmSync(folder, { recursive: true });
});

async function throughMock(
  request: IncomingMessage,
  response: ServerResponse,
  alter = (text: string) => text,
) {
  const { method = "GET", headers } = request;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const sent = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const body = method === "GET" ? null : Buffer.concat(chunks);
  const forwarded = await mock.fetch(new Request(url + request.url, { method, headers: sent, body }));
  const text = await forwarded.text();
  if (forwarded.status === 201) added.add(JSON.parse(text).data.id);
  if (forwarded.status === 200 && method === "DELETE") deleted.add(JSON.parse(text).data.id);
  const altered = alter(text);
  const fields = { ...Object.fromEntries(forwarded.headers), "content-length": Buffer.byteLength(altered) };
  response.writeHead(forwarded.status, fields).end(altered);
}

const start = (args: readonly string[], key = apiKey) =>
  new Running([command, ...args], undefined, { ITTYBIT_API_KEY: key });

async function run(...args: string[]) {
  const running = start(["--url", url, ...args]);
  const code = await running.ended();
  expect(running.out + running.err).not.toContain(apiKey);
  return { code, out: running.out, err: running.err };
}

describe("against an API that keeps the contract", () => {
  it("only reads, reports each scenario, and what it skipped", async () => {
    const seen = new Set<string>();
    front = ({ method = "" }) => {
      seen.add(method);
      return false;
    };
    const { code, out, err } = await run("--strict", "--fail-on", "info");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^ok {4}listMedia {4}lists: 200$/m);
    expect(out).toMatch(/^- {5}createMedia {2}skipped: it writes \(--write\)$/m);
    expect(out).toMatch(/^(\d+) scenarios: \1 passed, 0 failed; 0 without a response, 6 skipped\.$/m);
    expect(out).toMatch(/^ {2}createMedia: 201, 400, 401, 413, 415, 422, 429, default$/m);
    expect(seen).toEqual(new Set(["GET"]));
  });

  it("writes where it is told to, leaves nothing behind, and writes reports", async () => {
    const [json, html] = [join(folder, "report.json"), join(folder, "report.html")];
    const { code, out, err } = await run("--write", "--report", `json=${json}`, "--report", `html=${html}`);
    expect([code, err]).toEqual([0, ""]);
    for (const id of Object.keys(operations)) expect(out).toMatch(new RegExp(`^ok +${id} `, "m"));
    expect(out).not.toMatch(/^(FAIL|ERR|!)/m);
    expect([added.size > 0, deleted]).toEqual([true, added]);
    const report = readFileSync(json, "utf8");
    expect(JSON.parse(report).exchanges.checked).toBe(responses);
    expect(readFileSync(html, "utf8")).toMatch(/^<!doctype html>/i);
    expect(report).not.toContain(apiKey);
  });
});

describe("against an API that breaks it", () => {
  it("says where, with the line of the contract, exit code 1", async () => {
    front = async (request, response) => {
      if (!/^\/media\/\w/.test(request.url ?? "")) return false;
      await throughMock(request, response, (text) => text.replace(/"kind":"\w+",/, ""));
      return true;
    };
    const { code, out, err } = await run();
    expect([code, err]).toEqual([1, ""]);
    expect(out).toMatch(
      /^FAIL {2}getMedia {5}reads an item: 200\n {8}error: .*"kind".* \(spec\/[\w/]+\.yaml:\d+\)$/m,
    );
  });

  it("says which status came where another was expected", async () => {
    front = (request) => {
      request.url = request.url?.replace("limit=251", "limit=250") ?? "";
      return false;
    };
    const { code, out } = await run();
    expect(code).toBe(1);
    expect(out).toMatch(/^FAIL {2}listMedia {4}rejects limit=251: expected 422, got 200\n {8}error: .*250/m);
  });

  it("deletes what it added, even if a scenario fails", async () => {
    front = ({ method, socket }) => {
      if (method === "PATCH") socket.destroy();
      return method === "PATCH";
    };
    const { code, out } = await run("--write");
    expect(out).toMatch(/^ERR {3}updateMedia {2}updates the title: no response \(\w+\)$/m);
    expect([code, added.size > 0, deleted]).toEqual([2, true, added]);
  });

  it("says what it could not delete", async () => {
    front = ({ method }, response) => {
      if (method === "DELETE") response.writeHead(500).end();
      return method === "DELETE";
    };
    const { code, out } = await run("--write");
    expect([code, out.match(/^! {5}left behind, delete it by hand: \w+$/gm)?.length]).toEqual([
      1,
      added.size,
    ]);
  });

  it("deletes what it added where it is stopped", async () => {
    const running = start(["--url", url, "--write"]);
    let isStopped = false;
    front = async ({ method }) => {
      if (method === "POST" && added.size > 0 && !isStopped) {
        isStopped = true;
        running.signal("SIGINT");
      }
      return false;
    };
    const code = await running.ended();
    expect([code, running.err]).toEqual([2, "contract: stopped before the end.\n"]);
    expect([added.size > 0, deleted]).toEqual([true, added]);
  });
});

describe("that cannot run", () => {
  it.each([
    [
      "an API that is down",
      ["--url", `http://127.0.0.1:${nobody}`],
      /cannot be reached \(\w+\): check --url\.$/,
    ],
    ["no URL", ["--url", "api.test"], /--url api\.test is not a URL/],
    ["an unknown threshold", ["--fail-on", "fatal"], /--fail-on fatal is not one of error,/],
    ["an unknown report", ["--report", "pdf=x"], /--report pdf=x is not FORM=FILE/],
    ["a list of drift that is not there", ["--allow", "none.yaml"], /none\.yaml cannot be read/],
  ])("with %s: one line, exit code 2", async (_, args, line) => {
    const running = start(args);
    expect([await running.ended(), running.out]).toEqual([2, ""]);
    expect(running.err.trimEnd()).toMatch(line);
    expect(running.err.split("\n")).toHaveLength(2);
  });

  it("against a host that returns 404 everywhere: one line, exit code 2", async () => {
    front = (_request, response) => {
      response.writeHead(404, { "Content-Type": "text/html" }).end("<h1>Not Found</h1>");
      return true;
    };
    const { code, out, err } = await run("--write");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toBe(
      `contract: ${url} does not serve this API: every list returns 404. ` +
        "docs/guides/versions.md says which API the contract describes.\n",
    );
  });

  it.each([
    ["no key", "", /^contract: there is no key: set ITTYBIT_API_KEY\.\n$/],
    ["a key that is refused", "other", /^contract: the API rejects the key of ITTYBIT_API_KEY \(401\)/],
  ])("with %s: one line, exit code 2", async (_, key, line) => {
    const running = start(["--url", url], key);
    expect(await running.ended()).toBe(2);
    expect(running.err).toMatch(line);
  });
});

it("has no flag for the key: it would stand in the list of processes", async () => {
  const running = start(["--key", apiKey]);
  expect(await running.ended()).toBe(2);
  expect(running.err).toMatch(/^contract: Unknown option '--key'/);
});
