import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createMock } from "@ittybit/mock";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

const FOLDER = fileURLToPath(new URL("../../../docs/samples/", import.meta.url));
const samples = readdirSync(FOLDER).filter((name) => name.startsWith("client-"));

let mock: Awaited<ReturnType<typeof createMock>>;
beforeAll(async () => {
  mock = await createMock();
  const { url } = await mock.listen({ port: 0 });
  vi.stubEnv("ITTYBIT_BASE_URL", url);
});
afterAll(() => mock.close());

/** What each sample prints. */
const printed: Readonly<Record<string, readonly RegExp[]>> = {
  "client-openapi-fetch.ts": [/^GET 200$/, /^listed 3$/, /^cached Harbour at (?:dawn|noon)$/],
  "client-pages.ts": [/^vJ3kq9ZtWm2d video \d+$/, /^page 1 of 1: \d+ ?$/],
  "client-results.ts": [/^.+ \S+$/, /^.+$/],
  "client-testing.ts": [/^200 3$/],
  "client-upload.ts": [/^sent \d+ bytes$/, /^v\w{11} \w+$/],
};

// The sample for React runs in a browser: test/browser/react.test.ts.
test.each(samples.filter((name) => name.endsWith(".ts")))("%s runs against the mock", async (name) => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  await import(`${FOLDER}${name}`);
  const lines = log.mock.calls.map((parts) => parts.join(" "));
  expect(error.mock.calls).toEqual([]);
  for (const pattern of printed[name] ?? [/never/])
    expect(lines).toContainEqual(expect.stringMatching(pattern));
  vi.restoreAllMocks();
});

test("the README and the docs show the same figures", async () => {
  const guide = await readFile(new URL("../../../docs/guides/client.md", import.meta.url), "utf8");
  const figures = guide.match(/^\|.+\d \|$/gm) ?? [];
  const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  expect(figures.length).toBeGreaterThan(10);
  for (const row of figures) expect(readme).toContain(row);
});

test("the README shows the samples as they are", async () => {
  const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  for (const name of samples) expect(readme).toContain(await readFile(`${FOLDER}${name}`, "utf8"));
});
