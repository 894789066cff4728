import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { StatusLine } from "../src/cli/status-line.js";
import { MemoryBudget } from "../src/proxy/capture/memory-budget.js";
import { ProxyChecker } from "../src/proxy/check/proxy-checker.js";

const screen = (drawn: string[], columns = 80) => ({
  columns,
  draw: (text: string) => drawn.push(text),
  clock: () => 0,
});

test("the status line is drawn within the terminal, and gone when something is said or all is over", () => {
  const drawn: string[] = [];
  const status = new StatusLine(screen(drawn, 10), () => "12 exchanges checked");
  status.erase();
  status.end();
  expect(drawn).toEqual(["\r\u001b[2K12 exchan", "\r\u001b[2K"]);
});

test("a thread that ends early is told at once, traffic that comes later takes no memory, and there is no report", async () => {
  const budget = new MemoryBudget(100);
  const failed: string[] = [];
  const events = { onChecked() {}, onFound() {}, onRecordingFailed() {} };
  const settings = {
    spec: null,
    strict: false,
    allow: [],
    today: "2026-01-05",
    redact: [],
    noRedact: [],
    record: null,
  };
  const dying =
    'require("node:worker_threads").parentPort.postMessage({ kind: "ready" }); setTimeout(process.exit, 1, 3);';
  let wake = () => {};
  const told = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const onFailed = (reason: string) => {
    failed.push(reason);
    wake();
  };
  const start = () => new Worker(dying, { eval: true });
  const checker = await ProxyChecker.start(settings, budget, { ...events, onFailed }, start);
  await told;
  expect(failed).toEqual(["it ended with 3"]);
  budget.reserve(100);
  const body = { kind: "bytes", chunks: [new Uint8Array(100)], size: 100 } as const;
  const head = { id: "1", started: 0, method: "GET", url: "/", requestHeaders: [], responseHeaders: [] };
  checker.add({ ...head, status: 200, requestBody: { kind: "none" }, responseBody: body });
  expect(budget.reserve(100)).toBe(true);
  await expect(checker.end()).rejects.toThrow("ended with 3");
});
