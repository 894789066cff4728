import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { MAX_CAPTURED_BYTES } from "../src/proxy/capture/body-capture.js";
import type { CapturedExchange, UnansweredRequest } from "../src/proxy/capture/captured-exchange.js";
import { ExchangeCapture } from "../src/proxy/capture/exchange-capture.js";
import { MemoryBudget } from "../src/proxy/capture/memory-budget.js";
import { UploadCapture } from "../src/proxy/capture/upload-capture.js";

const BUDGET_BYTES = 4 * MAX_CAPTURED_BYTES;

/** A capture of an upload, and what it reports to whom. */
function capture(contentType: string) {
  const budget = new MemoryBudget(BUDGET_BYTES);
  const steps: string[] = [];
  const captured: CapturedExchange[] = [];
  const unanswered: UnansweredRequest[] = [];
  const incoming = { method: "POST", rawHeaders: ["Content-Type", contentType] } as IncomingMessage;
  const start = { id: "1", started: 0, url: "https://uploads.ittybit.com/media" };
  const exchange = new ExchangeCapture(incoming, start, {
    budget,
    openUpload: (head) => new UploadCapture(7, head, budget, ({ step }) => steps.push(step)),
    onCaptured: (each) => captured.push(each),
    onUnanswered: (each) => unanswered.push(each),
  });
  return { budget, exchange, steps, captured, unanswered };
}

const MULTIPART = "multipart/form-data; boundary=b";

test("an upload whose exchange breaks does not stay open in the checking worker", () => {
  const { exchange, steps, captured, unanswered } = capture(MULTIPART);
  exchange.requestChunk(new Uint8Array(MAX_CAPTURED_BYTES));
  exchange.requestChunk(new Uint8Array(1));
  exchange.end({ kind: "aborted" });
  expect(steps).toEqual(["begin", "chunk", "chunk", "abandoned"]);
  expect([captured, unanswered]).toEqual([[], [expect.objectContaining({ id: "1", method: "POST" })]]);
});

test("an exchange that breaks gives the memory of both bodies back", () => {
  const { budget, exchange } = capture("application/json");
  exchange.requestChunk(new Uint8Array(10));
  exchange.response(200, []);
  exchange.responseChunk(new Uint8Array(10));
  exchange.end({ kind: "aborted" });
  expect(budget.reserve(BUDGET_BYTES)).toBe(true);
});

test.each([
  [true, "complete"],
  [false, "incomplete"],
])("an upload that passed whole: %s, ends as %s, and is part of its exchange", (isRequestComplete, step) => {
  const { exchange, steps, captured } = capture(MULTIPART);
  exchange.requestChunk(new Uint8Array(MAX_CAPTURED_BYTES + 1));
  exchange.response(201, []);
  exchange.end({ kind: "complete", isRequestComplete });
  expect(steps).toEqual(["begin", "chunk", step]);
  expect(captured).toMatchObject([{ status: 201, requestBody: { kind: "upload", number: 7 } }]);
});
