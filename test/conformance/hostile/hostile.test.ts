import { createMock } from "@ittybit/mock";
import { RawServer } from "@ittybit/test-support/servers/raw-connection";
import { RunningProxy } from "@ittybit/test-support/servers/running-proxy";
import { afterAll, describe, expect, test } from "vitest";
import { InlineChecker } from "../../../packages/qa/src/checker/inline-checker.js";
import { createRandom } from "./random.js";
import { envelopeFault, excerptOf, exchangeRaw, HANG_MS } from "./raw-exchange.js";
import { rawRequests } from "./raw-requests.js";
import { rawResponses } from "./raw-responses.js";
import { hostileRecords } from "./records.js";

/** Inputs over all targets together. */
const total = Number(process.env.HOSTILE_INPUTS ?? 2_000);
const LONG_MS = 1_800_000;

/** How long callers of the proxy wait at least for a response to what may be half a request. */
const PATIENCE_MS = 500;

/** To what is a whole request, the response comes in any case. */
const UNLIMITED = { ms: HANG_MS };

const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

/** Runs inputs, several at a time, and returns the faults. Prints how many there were and the slowest. */
async function attack(
  name: string,
  count: number,
  parallel: number,
  attempt: () => readonly [input: Uint8Array, fault: Promise<string | null>],
): Promise<string[]> {
  const faults: string[] = [];
  let slowest = { milliseconds: 0, input: "" };
  let made = 0;
  const worker = async () => {
    while (made < count) {
      made += 1;
      const started = performance.now();
      const [input, pending] = attempt();
      const fault = await pending;
      const milliseconds = performance.now() - started;
      if (milliseconds > slowest.milliseconds) slowest = { milliseconds, input: excerptOf(input) };
      if (milliseconds > HANG_MS) faults.push(`${Math.round(milliseconds)} ms for ${excerptOf(input)}`);
      if (fault !== null) faults.push(`${fault} to ${excerptOf(input)}`);
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  const time = `slowest ${Math.round(slowest.milliseconds)} ms: ${slowest.input.slice(0, 100)}`;
  process.stdout.write(`hostile: ${name}: ${count} inputs, ${faults.length} faults, ${time}\n`);
  return faults;
}

async function listeningMock(): Promise<number> {
  const mock = await createMock();
  const { url } = await mock.listen({ port: 0 });
  closing.push(() => mock.close());
  return Number(new URL(url).port);
}

async function proxyTo(port: number): Promise<RunningProxy> {
  const proxy = await RunningProxy.start("--server", `http://127.0.0.1:${port}`, "--report", "json");
  closing.push(() => proxy.end());
  return proxy;
}

/** What a server responds to methods, transfer codings and versions of HTTP that it does not know. */
const UNSUPPORTED = [501, 505];

/** Whether a response is the proxy's own. */
const isOwnResponse = (text: string) => text.includes("Proxy-Status: ittybit-qa");

const GOOD = Buffer.from(
  "GET /media HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\nConnection: close\r\n\r\n",
);

describe("no hostile input crashes, hangs, or gets a response outside the envelope", () => {
  test(
    "requests to the mock",
    async () => {
      const port = await listeningMock();
      const next = rawRequests(createRandom(2024));
      let responded = 0;
      const count = Math.ceil(total * 0.3);
      const faults = await attack("mock", count, 24, () => {
        const input = next();
        const check = async () => {
          const text = await exchangeRaw(port, input);
          if (text !== "") responded += 1;
          return envelopeFault(text, UNSUPPORTED);
        };
        return [input, check()];
      });
      expect(faults.slice(0, 5)).toEqual([]);
      expect(responded / count).toBeGreaterThan(0.9);
      expect(await exchangeRaw(port, GOOD)).toMatch(/^HTTP\/1\.1 200 /);
    },
    LONG_MS,
  );

  test(
    "requests to the proxy",
    async () => {
      const proxy = await proxyTo(await listeningMock());
      const patience = { ms: PATIENCE_MS, probe: () => exchangeRaw(proxy.port, GOOD, UNLIMITED) };
      const next = rawRequests(createRandom(2025));
      let responded = 0;
      const count = Math.ceil(total * 0.2);
      const faults = await attack("proxy, requests", count, 24, () => {
        const input = next();
        const check = async () => {
          const text = await exchangeRaw(proxy.port, input, patience);
          if (text !== "") responded += 1;
          return envelopeFault(text, UNSUPPORTED);
        };
        return [input, check()];
      });
      expect(faults.slice(0, 5)).toEqual([]);
      expect(responded / count).toBeGreaterThan(0.9);
      expect(await exchangeRaw(proxy.port, GOOD, UNLIMITED)).toMatch(/^HTTP\/1\.1 200 /);
    },
    LONG_MS,
  );

  test(
    "responses through the proxy",
    async () => {
      const upstream = await RawServer.start();
      closing.push(() => upstream.close());
      const proxy = await proxyTo(upstream.port);
      const next = rawResponses(createRandom(2026));
      let response: Buffer = GOOD;
      upstream.serve(async (api) => {
        await api.until("\r\n\r\n");
        api.write(response);
        api.end();
      });
      // One at a time: each connection gets the response of its request.
      const faults = await attack("proxy, responses", Math.ceil(total * 0.2), 1, () => {
        response = next();
        const received = exchangeRaw(proxy.port, GOOD, { ms: PATIENCE_MS });
        return [response, received.then((text) => (isOwnResponse(text) ? envelopeFault(text, [502]) : null))];
      });
      expect(faults).toEqual([]);
      response = Buffer.from("HTTP/1.1 204 Good\r\n\r\n");
      expect(await exchangeRaw(proxy.port, GOOD, UNLIMITED)).toMatch(/^HTTP\/1\.1 204 Good/);
    },
    LONG_MS,
  );

  test(
    "records to check",
    async () => {
      const checker = await InlineChecker.open({ spec: null, options: {}, redact: [], noRedact: [] });
      const next = hostileRecords(createRandom(2027));
      const count = Math.ceil(total * 0.3);
      const faults = await attack("check", count, 1, () => {
        const { format, bytes } = next();
        const record = { kind: "bytes", number: 1, bytes } as const;
        const check = checker.check({ source: "hostile", format, records: [record] });
        return [
          bytes,
          check.then(
            () => null,
            (error) => `${error}`,
          ),
        ];
      });
      expect(faults).toEqual([]);
      const { exchanges } = await checker.report();
      expect(exchanges.read).toBe(count);
    },
    LONG_MS,
  );
});
