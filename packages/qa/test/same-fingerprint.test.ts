import { createClient } from "@ittybit/client";
import contract, { type Exchange } from "@ittybit/contract";
import { qa } from "@ittybit/test-support/commands/qa";
import { openTestServer, replay, type TestServer } from "@ittybit/test-support/servers/test-server";
import { faultyTraffic } from "@ittybit/test-support/traffic/faulty-traffic";
import { plantedKey, toHar, toNdjson } from "@ittybit/test-support/traffic/traffic";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contractHooks } from "../src/client.js";
import { contractMatchers, type ReportFinding, withContract } from "../src/index.js";
import { responseOf } from "./response-of.js";

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const prints = (findings: readonly Pick<ReportFinding, "fingerprint">[]) =>
  findings.map(({ fingerprint }) => fingerprint).sort();

const checked = async (input: string) =>
  prints(JSON.parse((await qa(["check", "-", "--report", "json"], input)).out).findings);

const operationOf = ({ request }: Exchange): string => {
  const match = contract.match(request);
  return match.outcome === "matched" ? match.operation.operationId : "";
};

const pathOf = ({ request }: Exchange) => new URL(request.url).pathname;
const options = () => ({ hosts: { [server.host]: "*" }, failOn: "info" }) as const;

/** Each way in; gives the fingerprints of what it finds in an exchange. */
const entries: Record<string, (exchange: Exchange) => Promise<string[]>> = {
  "a HAR file": (exchange) => checked(toHar([exchange])),

  withContract: async (exchange) => {
    const headers = { Authorization: `Bearer ${plantedKey}` };
    const call = withContract(fetch, options())(server.url + pathOf(exchange), { headers });
    return prints((await call.catch((error) => error)).findings);
  },

  toMatchContract: async (exchange) => {
    const response = responseOf(exchange);
    const given = { failOn: "info" } as const;
    return prints((await contractMatchers.toMatchContract(response, operationOf(exchange), given)).findings);
  },

  "the hooks of the client": async (exchange) => {
    const found: ReportFinding[] = [];
    const hooks = contractHooks({ ...options(), onViolation: (findings) => found.push(...findings) });
    const client = createClient({ apiKey: plantedKey, baseUrl: server.url, retry: 0, ...hooks });
    const path = pathOf(exchange);
    if (path.startsWith("/media/")) await client.media.get(path.slice("/media/".length));
    else await client.GET(path as "/media");
    return prints(found);
  },
};

describe.each(faultyTraffic.map((exchange, index) => [index, exchange] as const))(
  "fault %i",
  (_, exchange) => {
    test.each(Object.keys(entries))(
      "has the same fingerprints through %s as through NDJSON",
      async (name) => {
        server.respond = replay(exchange);
        const expected = await checked(toNdjson([exchange]));
        expect(expected.length).toBeGreaterThan(0);
        expect(await entries[name]?.(exchange)).toEqual(expected);
      },
    );
  },
);
