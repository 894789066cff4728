import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { faultyTraffic } from "@ittybit/test-support/traffic/faulty-traffic";
import { cleanTraffic, toLine } from "@ittybit/test-support/traffic/traffic";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { builtScripts } from "../../../scripts/cache/shared-builds.js";
import { startCheckWorker } from "../src/checker/check-thread.js";
import type { Checker, SourceRecords } from "../src/checker/checker.js";
import { InlineChecker } from "../src/checker/inline-checker.js";
import { ThreadedChecker } from "../src/checker/threaded-checker.js";
import { merge } from "../src/report/merge.js";
import type { Report } from "../src/report/report.js";
import { QaProcess } from "./process.js";

const settings = { spec: null, options: { today: "2026-01-05" }, redact: [], noRedact: [] };
const opened: Checker[] = [];
const keep = <Kind extends Checker>(checker: Kind): Kind => {
  opened.push(checker);
  return checker;
};
afterAll(() => Promise.all(opened.map((checker) => checker.close())));

const lines = [...cleanTraffic, ...faultyTraffic].map((exchange, index) =>
  toLine(exchange, `exchange-${index}`),
);

/** Lines of several sources, some of them broken, cut in any way. */
const traffic = fc.array(
  fc.record({
    source: fc.constantFrom("a.ndjson", "b.ndjson"),
    lines: fc.array(fc.constantFrom(...lines, "{oops", '{"request":{}}'), { minLength: 1, maxLength: 12 }),
  }),
  { minLength: 1, maxLength: 12 },
);

/** More of them with `QA_CONFORMANCE=full`: each run compares four reports with all of their coverage. */
const numRuns = process.env.QA_CONFORMANCE === "full" ? 100 : 6;

/** Enough of every sort, whatever chance adds to it. */
const everything = {
  source: "a.ndjson",
  lines: [...lines, ...["a", "b", "c", "d", "e", "f"].map((name) => `{${name}`)],
};

function piecesOf(source: string, texts: readonly string[], from: number): SourceRecords {
  const records = texts.map((text, index) => {
    return { kind: "bytes", number: from + index, bytes: Buffer.from(text) } as const;
  });
  return { source, format: "ndjson", records };
}

test("what threads give part by part merges to the whole, and nothing is told twice", async () => {
  const [inline, threaded] = [await InlineChecker.open(settings), keep(new ThreadedChecker(settings, 2))];
  const parts: Report[] = [];
  for (const [index, line] of lines.entries()) {
    const records = piecesOf("a.ndjson", [line, "{oops"], 2 * index);
    await Promise.all([inline.check(records), threaded.check(records)]);
    if (index % 40 === 7) parts.push(await threaded.takeReport());
  }
  parts.push(await threaded.takeReport());
  expect(merge(parts)).toEqual(await inline.report());
  expect((await threaded.report()).exchanges.read).toBe(0);
});

test("one, two and three threads give the same report, byte for byte", async () => {
  const inline = await InlineChecker.open(settings);
  const threaded = [1, 2, 3].map((count) => keep(new ThreadedChecker(settings, count)));
  let number = 1;
  await fc.assert(
    fc.asyncProperty(traffic, async (parts) => {
      for (const { source, lines: texts } of parts) {
        const records = piecesOf(source, texts, number);
        number += texts.length;
        for (const checker of [inline, ...threaded]) await checker.check(records);
      }
      const whole = JSON.stringify(await inline.report());
      for (const checker of threaded) expect(JSON.stringify(await checker.report())).toBe(whole);
    }),
    { numRuns, examples: [[[everything]]] },
  );
  const { broken, findings } = await inline.report();
  expect(broken.length).toBeGreaterThan(5);
  expect(findings.length).toBeGreaterThan(5);
});

test("a thread that ends early costs what it was given, and nothing else", async () => {
  const workers: Worker[] = [];
  const checker = keep(
    new ThreadedChecker(settings, 2, (options) => {
      const worker = startCheckWorker(options);
      workers.push(worker);
      return worker;
    }),
  );
  await checker.check(piecesOf("a", lines.slice(0, 3), 1));
  await checker.check(piecesOf("b", lines.slice(0, 2), 1));
  await checker.report();
  await workers[1]?.terminate();
  await checker.check(piecesOf("c", lines.slice(0, 4), 1));
  expect((await checker.report()).exchanges).toMatchObject({ read: 9, checked: 7, skipped: 2 });
  expect(checker.problems).toEqual([
    "A thread ended early, and with it the results of 2 exchanges: it ended with 1.",
  ]);
  await workers[0]?.terminate();
  await expect(checker.report()).rejects.toThrow("No thread is left to check with: it ended with 1.");
});

test("a thread that does not end its work is given up, and what the others found is kept", async () => {
  let started = 0;
  let onReport = () => {};
  const hasReported = new Promise<void>((resolve) => {
    onReport = resolve;
  });
  const checker = keep(
    new ThreadedChecker(settings, 2, (options) => {
      started += 1;
      if (started === 2) return new Worker("for (;;) {}", { eval: true });
      const worker = startCheckWorker(options);
      worker.on("message", ({ kind }: { kind: string }) => kind === "report" && onReport());
      return worker;
    }),
  );
  await checker.check(piecesOf("fine", lines.slice(0, 4), 1));
  await checker.check(piecesOf("stuck", lines.slice(0, 3), 1));
  const report = checker.report();
  await hasReported;
  checker.abandon();
  expect((await report).exchanges).toMatchObject({ read: 7, checked: 4, skipped: 3 });
  expect(checker.problems).toEqual([
    "A thread ended early, and with it the results of 3 exchanges: it was stopped in the middle of its work.",
  ]);
});

test("a contract that cannot be opened is told as it is without threads", async () => {
  const refused = { ...settings, spec: "/nowhere.yaml" };
  const message = await InlineChecker.open(refused).catch(
    (error: Error) => `${error.name}: ${error.message}`,
  );
  expect(message).toMatch(/^ContractError: .*nowhere\.yaml does not exist/);
  await expect(
    keep(new ThreadedChecker(refused, 2))
      .report()
      .catch((error: Error) => `${error.name}: ${error.message}`),
  ).resolves.toBe(message);
});

test("Ctrl-C in the middle of a stream ends it, and keeps what the threads have checked", async () => {
  const bin = join(await builtScripts("qa"), "bin.js");
  const running = new QaProcess(bin, ["check", "-", "--jobs", "2", "--report", "json"]);
  const { child } = running;
  // What is written beyond the few megabytes that the command holds back has been checked, however slow the machine is.
  const megabytes = `${Array.from({ length: 4_000 }, (_, index) => lines[index % lines.length]).join("\n")}\n`;
  for (let round = 0; round < 2; round++) {
    if (!child.stdin.write(megabytes)) await once(child.stdin, "drain");
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) child.kill(signal);
  const code = await running.ended();
  expect(running.err).toMatch(
    /^ittybit-qa: Stopping: .*\nittybit-qa: Stopped early: the report covers what was checked until then\.\n$/,
  );
  expect(JSON.parse(running.out).exchanges.checked).toBeGreaterThan(3_000);
  expect(code).toBe(1);
});
