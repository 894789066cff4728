import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Exchange } from "@ittybit/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contractMatchers, type ReportFinding, withContract } from "../src/index.js";
import { qa } from "./command.js";
import { altered } from "./faulty-traffic.js";
import { cleanTraffic, plantedKey, toLine } from "./traffic.js";

const faulty = altered("/media/med_123", (body) => delete body.data.kind);
const clean = cleanTraffic.find(({ request, response }) => {
  return request.method === "GET" && request.url.endsWith("/media/med_123") && response.status === 200;
}) as Exchange;

let server: Server;
let origin: string;
let answer: Exchange["response"];

beforeAll(async () => {
  server = createServer((_, response) => {
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const call = (checked: typeof fetch | ReturnType<typeof withContract>) =>
  checked(`http://${origin}/media/med_123`, { headers: { Authorization: `Bearer ${plantedKey}` } });

describe("a fetch with contract", () => {
  test("hands on an answer that keeps it, unread, and counts it", async () => {
    answer = clean.response;
    const checked = withContract(fetch, { hosts: { [origin]: "*" } });
    expect(checked.report()).toBeNull();
    const response = await call(checked);
    expect(await response.json()).toEqual(
      JSON.parse(Buffer.from(clean.response.body as Uint8Array).toString()),
    );
    expect(checked.report()).toMatchObject({ exchanges: { checked: 1 }, findings: [] });
  });

  test("refuses one that does not, with the fingerprint that check gives it, and without the key", async () => {
    answer = faulty.response;
    const error = await call(withContract(fetch, { hosts: { [origin]: "*" } })).catch((thrown) => thrown);
    expect(error.name).toBe("BreachError");
    expect(error.message).toMatch(/does not keep the contract:\n {2}error: .*"kind".* \(spec\//);
    expect(error.message + JSON.stringify(error.findings)).not.toContain(plantedKey);
    const { out } = await qa(["check", "-", "--report", "json"], toLine(faulty));
    const prints = (findings: ReportFinding[]) => findings.map(({ fingerprint }) => fingerprint);
    expect(prints(error.findings)).toEqual(prints(JSON.parse(out).findings));
  });

  test("lets pass what is below the severity it is told", async () => {
    answer = faulty.response;
    const checked = withContract(fetch, { hosts: { [origin]: "*" }, failOn: "never" });
    expect((await call(checked)).status).toBe(200);
    expect(checked.report()?.findings).toHaveLength(1);
  });
});

describe("toMatchContract", () => {
  const { toMatchContract } = contractMatchers;
  const response = ({ status, headers, body }: Exchange["response"]) =>
    new Response(body as Uint8Array<ArrayBuffer>, { status, headers: Object.fromEntries(headers) });

  test("passes an answer that keeps the contract, and leaves it unread", async () => {
    const given = response(clean.response);
    expect((await toMatchContract(given, "getMedia")).pass).toBe(true);
    expect(given.bodyUsed).toBe(false);
  });

  test("says where an answer leaves it", async () => {
    const { pass, message } = await toMatchContract(response(faulty.response), "getMedia");
    expect(pass).toBe(false);
    expect(message()).toMatch(
      /^The response does not keep the contract of getMedia:\n.*"kind".*spec\/.*\.yaml:\d+ .*id \w{16}\)$/,
    );
  });

  test.each([
    ["no response", {}, "getMedia", "needs a Response"],
    ["an unknown operation", new Response(), "getMovie", "getMovie is not an operation"],
  ])("never passes %s", async (_, given, operationId, problem) => {
    await expect(toMatchContract(given, operationId)).rejects.toThrow(problem);
  });

  test("never passes a body that was read already", async () => {
    const given = response(clean.response);
    await given.text();
    await expect(toMatchContract(given, "getMedia")).rejects.toThrow();
  });
});
