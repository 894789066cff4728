import { median, type Row } from "./bench.js";
import { type Load, load } from "./mock-load.js";
import { type Proxies, startProxies } from "./qa-proxy-servers.js";

export const title =
  "qa proxy: against a bare node:http proxy, prism proxy and redocly proxy, before one upstream";

const request = Buffer.from("GET /media HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer key\r\n\r\n");

/** Rounds per proxy, in alternation, so that a busy machine slows all of them equally; the best one counts. */
const ROUNDS = 3;
const LOAD_MS = 2500;

const names = ["bare", "ours", "prism", "redocly"] as const;
type Name = (typeof names)[number];

export async function* run(): AsyncGenerator<Row> {
  const proxies = await startProxies();
  const best = await measure(proxies);
  yield* compare(best);
  yield await firstEvent(proxies);
  const { exchanges } = await proxies.close();
  yield {
    name: "exchanges checked by ours",
    value: (100 * exchanges.checked) / (exchanges.checked + exchanges.skipped),
    unit: "%",
    limit: null,
    note: `${exchanges.checked} checked, ${exchanges.skipped} skipped`,
  };
}

async function measure(proxies: Proxies): Promise<Record<Name, Load>> {
  const best: Partial<Record<Name, Load>> = {};
  for (let turn = 0; turn < ROUNDS; turn++) {
    for (const name of names) {
      const one = await load(proxies[name].port, request, { status: 200, milliseconds: LOAD_MS });
      if (one.rate > (best[name]?.rate ?? 0)) best[name] = one;
    }
  }
  return best as Record<Name, Load>;
}

function* compare({ bare, ours, prism, redocly }: Record<Name, Load>): Generator<Row> {
  const rates = `${ours.rate.toFixed(0)}/s`;
  const against = (name: string, other: Load, times: number | null): Row => ({
    name: `time of ${name}`,
    value: other.rate / ours.rate,
    unit: "x",
    limit: times === null ? null : 1 / times,
    note: `${rates}, ${name} ${other.rate.toFixed(0)}/s: ${(ours.rate / other.rate).toFixed(2)} times as fast`,
  });
  yield against("a bare node:http proxy without checks", bare, 0.5);
  yield against("prism proxy", prism, 5);
  yield against("redocly proxy", redocly, null);
  yield {
    name: "p99 with 16 connections",
    value: ours.p99,
    unit: "ms",
    limit: null,
    note: `bare ${bare.p99.toFixed(1)}, prism ${prism.p99.toFixed(1)}, redocly ${redocly.p99.toFixed(1)} ms`,
  };
}

/** How long after the upstream sent it the first event of a stream arrives, while the upstream holds the rest. */
async function firstEvent({ ours }: Proxies): Promise<Row> {
  const times: number[] = [];
  for (let turn = 0; turn < 51; turn++) {
    const response = await fetch(`http://127.0.0.1:${ours.port}/events`);
    const reader = response.body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    times.push(Date.now() - Number(/data: (\d+)/.exec(Buffer.from(value ?? []).toString())?.[1]));
    await reader?.cancel();
  }
  return {
    name: "first event of a stream, slowest of 51",
    value: Math.max(...times),
    unit: "ms",
    limit: 50,
    note: `median ${median(times)} ms`,
  };
}
