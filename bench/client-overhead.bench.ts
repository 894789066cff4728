import type { Row } from "./bench.js";
import { median } from "./bench.js";
import { printed, runtimes } from "./client/runtime.js";
import { startSink } from "./client/sink.js";

export const title = "client: a small GET, in times of a bare fetch of the same";

/** Processes for each runtime; the middle one counts. */
const PROCESSES = 3;

/** Median milliseconds of one call. */
interface Timed {
  readonly fetch: number;
  readonly client: number;
}

export async function* run(): AsyncGenerator<Row> {
  await using sink = await startSink();
  for await (const runtime of runtimes()) {
    const timed: Timed[] = [];
    for (let turn = 0; turn < PROCESSES; turn++) {
      const times = await printed<Timed>(runtime, "small-get.mjs", sink.url);
      if (times) timed.push(times);
    }
    yield row(runtime.name, timed);
  }
}

function row(name: string, timed: readonly Timed[]): Row {
  const limit = name.startsWith("Node") ? 1.15 : null;
  if (timed.length === 0) return { name, value: null, unit: "x", limit, note: "cannot be had here" };
  const ratios = timed.map(({ fetch, client }) => client / fetch);
  const [fetch, client] = [median(timed.map((each) => each.fetch)), median(timed.map((each) => each.client))];
  const spread = [Math.min(...ratios), Math.max(...ratios)].map((ratio) => ratio.toFixed(2)).join(" to ");
  const note = `fetch ${fetch.toFixed(3)} ms, client ${client.toFixed(3)} ms; ${spread} x`;
  return { name, value: median(ratios), unit: "x", limit, note };
}
