import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ittybit, { type Exchange } from "@ittybit/contract";
import { qa } from "@ittybit/test-support/commands/qa";
import { driveExchanges } from "@ittybit/test-support/servers/drive-exchanges";
import { Peer, RawServer } from "@ittybit/test-support/servers/raw-connection";
import { RunningProxy, runProxy } from "@ittybit/test-support/servers/running-proxy";
import { altered, faultyTraffic } from "@ittybit/test-support/traffic/faulty-traffic";
import { cleanTraffic, plantedKey } from "@ittybit/test-support/traffic/traffic";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../../../scripts/start/free-port.js";

const folder = mkdtempSync(join(tmpdir(), "qa-proxy-"));
let upstream: RawServer;
let running: RunningProxy | null = null;

beforeAll(() => {
  // Findings name files of spec/ relative to the repository.
  process.chdir(join(import.meta.dirname, "../../.."));
});
afterEach(async () => {
  await running?.end();
  running = null;
  upstream?.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A proxy before an upstream, which stands for every host. */
async function start(...args: string[]): Promise<RunningProxy> {
  upstream = await RawServer.start();
  running = await RunningProxy.start("--server", `http://127.0.0.1:${upstream.port}`, ...args);
  return running;
}

/** The report of a proxy through which exchanges passed. */
async function watched(exchanges: readonly Exchange[], ...args: string[]) {
  const proxy = await start("--report", "json", ...args);
  await driveExchanges(exchanges, proxy.port, upstream);
  const ran = await proxy.end();
  return { ...ran, report: JSON.parse(ran.out) };
}

const fingerprints = (text: string): string[] =>
  JSON.parse(text)
    .findings.map(
      ({ fingerprint, count }: { fingerprint: string; count: number }) => `${fingerprint} ${count}`,
    )
    .sort();

describe("what passes", () => {
  test("is checked: clean traffic has no finding", async () => {
    const { code, err, report } = await watched(cleanTraffic);
    expect([code, report.exchanges.checked, report.findings]).toEqual([0, cleanTraffic.length, []]);
    expect(err).not.toMatch(/error|warning/);
  });

  test("is reported when it violates the contract, once for each fault, with its location", async () => {
    const { code, err, report } = await watched([...faultyTraffic, ...faultyTraffic]);
    expect(code).toBe(1);
    expect(report.findings.length).toBeGreaterThanOrEqual(faultyTraffic.length);
    const lines = err.split("\n").filter((line) => /^ittybit-qa: (error|warning|info):/.test(line));
    expect(lines.length).toBe(report.findings.length);
    expect(lines[0]).toMatch(/^ittybit-qa: error: getMedia: .*\(spec\/components\/.*\.yaml:\d+/);
  });

  test("is recorded without secrets; check finds the same in the recording", async () => {
    const file = join(folder, "traffic.ndjson");
    const { out } = await watched([...cleanTraffic, ...faultyTraffic], "--record", file);
    const text = readFileSync(file, "utf8");
    expect(text).not.toContain(plantedKey);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const checked = await qa(["check", file, "--report", "json"]);
    expect(fingerprints(checked.out)).toEqual(fingerprints(out));
    expect(fingerprints(out).length).toBeGreaterThan(5);
    expect(JSON.parse(checked.out).exchanges).toEqual(JSON.parse(out).exchanges);
  });

  test("is appended to a recording, after the half line that an earlier run left", async () => {
    const file = join(folder, "half.ndjson");
    writeFileSync(file, '{"request":');
    await watched(cleanTraffic.slice(0, 2), "--record", file);
    expect(readFileSync(file, "utf8").split("\n").length).toBe(4);
  });
});

test("a recording that can hold no more ends, which is said; traffic passes, is checked, and the run is not green", async () => {
  const { code, err, report } = await watched(cleanTraffic.slice(0, 3), "--record", "/dev/full");
  expect(err).toContain(
    "Recording to /dev/full stopped: the disk is full. Traffic is still forwarded and checked.",
  );
  expect([code, report.exchanges.checked]).toEqual([2, 3]);
});

test("a request without a response is in the recording too", async () => {
  const file = join(folder, "unanswered.ndjson");
  const proxy = await start("--record", file);
  const client = await Peer.connect(proxy.port);
  client.write(`GET /media/x?api_key=${plantedKey} HTTP/1.1\r\nHost: x\r\n\r\n`);
  const api = await upstream.accept();
  await api.until("\r\n\r\n");
  api.reset();
  await client.ending();
  await proxy.end();
  const line = JSON.parse(readFileSync(file, "utf8"));
  expect(line.request).toMatchObject({
    method: "GET",
    url: "https://api.ittybit.com/media/x?api_key=REDACTED",
  });
  expect(line.response).toBeNull();
  expect((await qa(["check", file, "--report", "json"])).out).toContain('"unanswered": 1');
});

test("each line of a recording is as the published schema says", async () => {
  const file = join(folder, "schema.ndjson");
  await watched([...cleanTraffic, ...faultyTraffic], "--record", file);
  const schema = JSON.parse(readFileSync("packages/qa/schemas/exchange.schema.json", "utf8"));
  const validate = new Ajv2020({ strict: false }).compile(schema);
  for (const line of readFileSync(file, "utf8").trim().split("\n")) {
    validate(JSON.parse(line));
    expect(validate.errors).toBeNull();
  }
});

describe("where a request goes", () => {
  const servers: Record<string, RawServer> = {};
  let shared: RunningProxy;

  beforeAll(async () => {
    servers.api = await RawServer.start();
    servers.uploads = await RawServer.start();
    shared = await RunningProxy.start(
      ...Object.entries(servers).flatMap(([name, { port }]) => {
        return ["--server", `${name}.ittybit.com=http://127.0.0.1:${port}`];
      }),
    );
  });
  afterAll(async () => {
    await shared.end();
    for (const server of Object.values(servers)) server.close();
  });

  const ask = async (port: number, method: string, target: string, ...lines: string[]) => {
    const client = await Peer.connect(port);
    client.write([`${method} ${target} HTTP/1.1`, ...lines, "", ""].join("\r\n"));
    return client;
  };

  test.each([
    ["to the host that it names", "uploads.ittybit.com", "/media", "GET", "uploads"],
    [
      "to the host that it names, with the port of the scheme",
      "API.ittybit.com:443",
      "/media",
      "POST",
      "api",
    ],
    ["to the host in a whole URL", "x", "https://uploads.ittybit.com/media", "GET", "uploads"],
    ["to the host of the operation that it calls", "127.0.0.1", "/media", "POST", "uploads"],
    ["to the host of the operation that it calls", "127.0.0.1", "/media?limit=1", "GET", "api"],
    ["to the first host when it calls none", "127.0.0.1", "/nowhere", "POST", "api"],
    ["of a preflight: where the request will go", "127.0.0.1", "/media", "OPTIONS", "uploads"],
  ])("%s", async (_, host, target, method, server) => {
    const client = await ask(
      shared.port,
      method,
      target,
      `Host: ${host}`,
      "Access-Control-Request-Method: POST",
    );
    const api = await (servers[server] as RawServer).accept();
    expect(await api.until("\r\n")).toBe(`${method} ${target.replace(/^https:\/\/[^/]+/, "")} HTTP/1.1\r\n`);
    client.destroy();
  });

  test("a host that the contract does not name is refused: this is no open proxy", async () => {
    const client = await ask(shared.port, "GET", "http://169.254.169.254/latest", "Host: x");
    expect(await client.until("}}")).toMatch(
      /^HTTP\/1\.1 421 .*169\.254\.169\.254 is not a host of the contract/s,
    );
    client.destroy();
  });

  test("with --keep-host the upstream hears the host that the caller named", async () => {
    const proxy = await start("--keep-host");
    const client = await ask(proxy.port, "GET", "/media", "Host: Somewhere:1");
    expect(await (await upstream.accept()).until("\r\n\r\n")).toContain("Host: Somewhere:1\r\n");
    client.destroy();
  });
});

describe("a response of the proxy itself", () => {
  /** Checks it against the contract as a response to getMedia. */
  async function checkedResponse(bytes: string) {
    const [head = "", body = ""] = bytes.split("\r\n\r\n");
    const [line = "", ...fields] = head.split("\r\n");
    const headers = fields.map((field) => field.split(/: (.*)/s).slice(0, 2) as [string, string]);
    const asked = { method: "GET", url: "https://api.ittybit.com/media/med_1" };
    const response = { status: Number(line.split(" ")[1]), headers, body: Buffer.from(body) };
    const { findings } = await ittybit.checkResponse(asked, response);
    return { status: response.status, findings, json: JSON.parse(body) };
  }

  test("reports to the caller, in the envelope of the API, and to the user that nothing listens", async () => {
    const port = await freePort();
    running = await RunningProxy.start("--server", `http://127.0.0.1:${port}`);
    const client = await Peer.connect(running.port);
    client.write("GET /media/med_1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    const bytes = await client.rest();
    const { status, findings, json } = await checkedResponse(bytes);
    expect([status, findings]).toEqual([502, []]);
    expect(json.error.message).toBe(
      `The proxy got no response from http://127.0.0.1:${port}: nothing listens there.`,
    );
    expect(bytes).toContain("Proxy-Status: ittybit-qa; error=connection_refused\r\n");
    const { code, err } = await running.end();
    expect(code).toBe(2);
    expect(err).toContain(`ittybit-qa: No response from http://127.0.0.1:${port}: nothing listens there.\n`);
    expect(err).toContain("ittybit-qa: Nothing was checked: 1 request got no response.\n");
  });

  test("replaces a violation with --enforce, and is itself none", async () => {
    const proxy = await start("--enforce", "--report", "json");
    const violation = altered("/media/med_123", (body) => delete body.data.kind).response.body as Uint8Array;
    const client = await Peer.connect(proxy.port);
    client.write(
      "GET /media/med_123 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\nConnection: close\r\n\r\n",
    );
    const api = await upstream.accept();
    await api.until("\r\n\r\n");
    api.write(
      `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nIttybit-Version: 2024-03-21\r\nContent-Length: ${violation.length}\r\n\r\n`,
    );
    api.write(violation);
    const { status, findings, json } = await checkedResponse(await client.rest());
    expect([status, findings]).toEqual([502, []]);
    expect(json.error.message).toMatch(
      /^The response of the API violates its contract and was not forwarded\. .*kind/,
    );
    expect(json.error.details).toEqual([expect.objectContaining({ location: "body", field: "/data" })]);
    const { code, out } = await proxy.end();
    expect([code, JSON.parse(out).exchanges.checked]).toEqual([1, 1]);
  });

  test("does not stand in place of a response that matches the contract, which passes as it came", async () => {
    const proxy = await start("--enforce");
    await driveExchanges(cleanTraffic, proxy.port, upstream);
    expect((await proxy.end()).code).toBe(0);
  });
});

test("--for ends it; a run that saw nothing is not green", async () => {
  const { code, err } = await runProxy(["--for", "0.01s"]);
  expect(code).toBe(2);
  expect(err).toContain("Nothing was checked: there were no requests.");
});

test("--help names every option", async () => {
  const { code, out } = await runProxy(["--help"]);
  expect(code).toBe(0);
  expect(out).toMatch(/^Usage: ittybit-qa proxy \[options\]/);
  for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(110);
});
