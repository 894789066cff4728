import { EventEmitter } from "node:events";
import { Worker } from "node:worker_threads";
import contract from "@ittybit/contract";
import { describe, expect, test } from "vitest";
import { MemoryBudget } from "../src/proxy/capture/memory-budget.js";
import { ProxyChecker } from "../src/proxy/check/proxy-checker.js";
import { UploadChecks } from "../src/proxy/check/upload-checks.js";

test("a thread that ends early is reported at once, traffic that comes later takes no memory, and there is no report", async () => {
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
  const failure = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const onFailed = (reason: string) => {
    failed.push(reason);
    wake();
  };
  const start = () => new Worker(dying, { eval: true });
  const checker = await ProxyChecker.start(settings, budget, { ...events, onFailed }, start);
  await failure;
  expect(failed).toEqual(["it ended with 3"]);
  budget.reserve(100);
  const body = { kind: "bytes", chunks: [new Uint8Array(100)], size: 100 } as const;
  const head = { id: "1", started: 0, method: "GET", url: "/", requestHeaders: [], responseHeaders: [] };
  checker.add({ ...head, status: 200, requestBody: { kind: "none" }, responseBody: body });
  expect(budget.reserve(100)).toBe(true);
  await expect(checker.end()).rejects.toThrow("ended with 3");
});

/** A worker that never replies and remembers what it was sent. */
class SilentWorker extends EventEmitter {
  readonly tasks: { kind: string; step?: string }[] = [];
  postMessage(task: { kind: string; step?: string }): void {
    this.tasks.push(task);
  }
  async terminate(): Promise<number> {
    return 0;
  }
}

describe("an upload does not stay open", () => {
  const head = { method: "POST", url: "https://uploads.ittybit.com/media", headers: [] };

  test("when its exchange is skipped because too many wait", async () => {
    const worker = new SilentWorker();
    const events = { onChecked() {}, onFound() {}, onFailed() {}, onRecordingFailed() {} };
    const settings = { spec: null, strict: false, allow: [], today: "2026-01-05", record: null };
    const starting = ProxyChecker.start(
      { ...settings, redact: [], noRedact: [] },
      new MemoryBudget(1_000),
      events,
      () => worker as unknown as Worker,
    );
    worker.emit("message", { kind: "ready" });
    const checker = await starting;
    const plain = { id: "1", started: 0, method: "GET", url: "/", requestHeaders: [], responseHeaders: [] };
    const empty = { kind: "none" } as const;
    for (let count = 0; count < 10_000; count++)
      checker.add({ ...plain, status: 200, requestBody: empty, responseBody: empty });
    const upload = checker.openUpload(head);
    upload.add(new Uint8Array(10));
    upload.end("complete");
    const requestBody = { kind: "upload", number: upload.number } as const;
    checker.add({ ...plain, status: 201, requestBody, responseBody: empty });
    const steps = worker.tasks.flatMap(({ kind, step }) => (kind === "upload" ? [step] : []));
    expect(steps).toEqual(["begin", "chunk", "complete", "abandoned"]);
    await checker.close();
  });

  test("when its exchange breaks: its memory is free again, and nothing is left of it", async () => {
    let read = 0;
    const uploads = new UploadChecks(contract, (bytes) => {
      read += bytes;
    });
    const headers = ["Content-Type", "multipart/form-data; boundary=b"];
    uploads.receive({ kind: "upload", number: 7, step: "begin", head: { ...head, headers } });
    const bytes = Buffer.from('--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nhalf');
    uploads.receive({ kind: "upload", number: 7, step: "chunk", bytes });
    uploads.receive({ kind: "upload", number: 7, step: "abandoned" });
    await expect.poll(() => read).toBe(bytes.length);
    expect(uploads.take(7)).toBeUndefined();
    uploads.receive({ kind: "upload", number: 7, step: "chunk", bytes });
  });
});
