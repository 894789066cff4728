import type { Exchange } from "@ittybit/contract";
import { qa } from "@ittybit/test-support/commands/qa";
import { openTestServer, replay, type TestServer } from "@ittybit/test-support/servers/test-server";
import { altered } from "@ittybit/test-support/traffic/faulty-traffic";
import { cleanTraffic, plantedKey, toLine } from "@ittybit/test-support/traffic/traffic";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ReportFinding, withContract } from "../src/index.js";

const faulty = altered("/media/med_123", (body) => delete body.data.kind);
const clean = cleanTraffic.find(({ request, response }) => {
  return request.method === "GET" && request.url.endsWith("/media/med_123") && response.status === 200;
}) as Exchange;

let server: TestServer;

beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const call = (checked: typeof fetch | ReturnType<typeof withContract>) =>
  checked(`${server.url}/media/med_123`, { headers: { Authorization: `Bearer ${plantedKey}` } });

describe("a fetch with contract", () => {
  test("returns a response that matches it, unread, and counts it", async () => {
    server.respond = replay(clean);
    const checked = withContract(fetch, { hosts: { [server.host]: "*" } });
    expect(checked.report()).toBeNull();
    const response = await call(checked);
    expect(await response.json()).toEqual(
      JSON.parse(Buffer.from(clean.response.body as Uint8Array).toString()),
    );
    expect(checked.report()).toMatchObject({ exchanges: { checked: 1 }, findings: [] });
  });

  test("refuses one that does not, with the fingerprint that check gives it, and without the key", async () => {
    server.respond = replay(faulty);
    const error = await call(withContract(fetch, { hosts: { [server.host]: "*" } })).catch(
      (thrown) => thrown,
    );
    expect(error.name).toBe("ContractViolationError");
    expect(error.message).toMatch(/does not match the contract:\n {2}error: .*"kind".* \(spec\//);
    expect(error.message + JSON.stringify(error.findings)).not.toContain(plantedKey);
    const { out } = await qa(["check", "-", "--report", "json"], toLine(faulty));
    const prints = (findings: ReportFinding[]) => findings.map(({ fingerprint }) => fingerprint);
    expect(prints(error.findings)).toEqual(prints(JSON.parse(out).findings));
  });

  test("passes findings below the given severity", async () => {
    server.respond = replay(faulty);
    const checked = withContract(fetch, { hosts: { [server.host]: "*" }, failOn: "never" });
    expect((await call(checked)).status).toBe(200);
    expect(checked.report()?.findings).toHaveLength(1);
  });
});
