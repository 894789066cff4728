import { chunks, runQuietly } from "@ittybit/test-support/commands/qa";
import { cleanTraffic, toNdjson } from "@ittybit/test-support/traffic/traffic";
import { expect, test } from "vitest";
import { progressLine } from "../src/cli/progress-line.js";
import { run } from "../src/cli/run.js";

test.each([
  [
    "a file",
    { bytes: 41e6, total: 1e8, exchanges: 8_000, seconds: 2 },
    "████████░░░░░░░░░░░░   41 %  41.0 MB  4,000 exchanges/s  3 s left",
  ],
  [
    "hours to go",
    { bytes: 1e9, total: 1e12, exchanges: 5, seconds: 10 },
    "░░░░░░░░░░░░░░░░░░░░    0 %  1.0 GB  1 exchanges/s  2 h 47 min left",
  ],
  [
    "the end",
    { bytes: 1e8, total: 1e8, exchanges: 9, seconds: 3 },
    "████████████████████  100 %  100.0 MB  3 exchanges/s  0 s left",
  ],
  [
    "a file that grew",
    { bytes: 2e8, total: 1e8, exchanges: 9, seconds: 3 },
    "████████████████████  100 %  200.0 MB  3 exchanges/s  0 s left",
  ],
  [
    "the first second",
    { bytes: 999, total: 1e8, exchanges: 0, seconds: 0 },
    "░░░░░░░░░░░░░░░░░░░░    0 %  999 B  0 exchanges/s",
  ],
  ["half a second", { bytes: 1_500, total: null, exchanges: 30, seconds: 0.5 }, "1.5 kB  60 exchanges/s"],
  ["no time yet", { bytes: 1_500, total: null, exchanges: 30, seconds: 0 }, "1.5 kB  0 exchanges/s"],
  ["standard input", { bytes: 1_500, total: null, exchanges: 30, seconds: 2 }, "1.5 kB  15 exchanges/s"],
])("one line says how far it is: %s", (_, progress, line) => {
  expect(progressLine(progress, 80)).toBe(line);
  expect(progressLine(progress, 12)).toBe(line.slice(0, 11));
});

const erase = "\r\u001b[2K";

/** Runs with a terminal whose clock goes on by a second each time it is looked at. */
async function onTerminal(args: readonly string[], input: string) {
  let [out, shown, now] = ["", "", 0];
  const code = await run({
    args,
    stdin: chunks(input, 40_000),
    out: async (text) => {
      out += text;
      return true;
    },
    err: (line) => {
      shown += `${line}\n`;
    },
    screen: { columns: 80, draw: (text) => (shown += text), clock: () => now++ },
    hasColours: false,
    cores: 1,
    signal: new AbortController().signal,
    today: "2026-01-05",
  });
  return { code, out, shown };
}

test("a terminal sees the line grow and go away, and gets the same report", async () => {
  const input = toNdjson(cleanTraffic);
  const { code, out, shown } = await onTerminal(["check", "-"], input);
  const quiet = await runQuietly(["check", "-"], new AbortController().signal, () => {}, input);
  expect({ code, out }).toEqual(quiet);
  const lines = shown.split(erase);
  expect(lines.length).toBeGreaterThan(3);
  expect([lines[0], lines.at(-1)]).toEqual(["", ""]);
  for (const line of lines.slice(1, -1)) expect(line).toMatch(/^\d+(\.\d)? k?B {2}\d+ exchanges\/s$/);
});

test("what is said on standard error stands alone in its line", async () => {
  const { shown } = await onTerminal(["check", "-"], `${JSON.stringify({ request: {}, response: null })}\n`);
  expect(shown.split(erase).at(-1)).toBe(
    "ittybit-qa: Nothing was checked: the input has no exchange with a response.\n",
  );
});
