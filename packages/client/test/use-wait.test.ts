// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createElement } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createReader } from "../src/index.js";
import { createQueries } from "../src/react.js";

/** The DOM of this test, whose types the project does not include. */
declare const document: { createElement(name: string): { readonly textContent: string | null } };

let root: Root;
let shown: ReturnType<typeof document.createElement>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
  shown = document.createElement("main");
  root = createRoot(shown);
});
afterEach(() => {
  root.unmount();
  vi.useRealTimers();
});

/** Renders the status of a Media that has one of these for each request; the last one stays. */
function render(states: readonly object[]): { requests: number } {
  const seen = { requests: 0 };
  const fetch = async () => {
    const data = { id: "m1", deleted: null, ...states[Math.min(seen.requests++, states.length - 1)] };
    return Response.json({ meta: { id: "req_1" }, data, links: {} });
  };
  const queries = createQueries(createReader({ apiKey: null, fetch, retry: 0 }));
  const Status = () => queries.useWait("m1").data?.data.status ?? "none yet";
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  root.render(createElement(QueryClientProvider, { client }, createElement(Status)));
  return seen;
}

/** Real time, in which a busy machine comes to render. */
const TIMEOUT_MS = 90_000;

/** Lets time pass until the component shows a text. */
const until = (text: string) =>
  vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(500);
    expect(shown.textContent).toBe(text);
  }, TIMEOUT_MS);

test("renders with each new status, and requests no more once the Media is complete", async () => {
  const seen = render([{ status: "uploading" }, { status: "pending" }, { status: "complete" }]);
  for (const status of ["uploading", "pending", "complete"]) await until(status);
  expect(seen.requests).toBe(3);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(seen.requests).toBe(3);
});

test.each<[string, object]>([
  ["failed", { status: "failed" }],
  ["was deleted", { status: "pending", deleted: "2024-03-20T09:15:30Z" }],
])("requests no more once the Media %s", async (_case, state) => {
  const seen = render([state]);
  await until((state as { status: string }).status);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(seen.requests).toBe(1);
});

test("goes on at a status that this package does not know", async () => {
  const seen = render([{ status: "transcoding" }, { status: "complete" }]);
  await until("transcoding");
  await until("complete");
  expect(seen.requests).toBe(2);
});
