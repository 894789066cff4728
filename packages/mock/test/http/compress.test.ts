import { expect, test } from "vitest";
import { compress } from "../../src/http/compress.js";

const response = (size: number) => ({
  status: 200,
  headers: [["Content-Type", "application/json"]] as const,
  body: Buffer.alloc(size, "a"),
});

test.each([
  [1_023, undefined],
  [1_024, "gzip"],
])("a body of %i bytes is encoded as %s", (size, encoding) => {
  const { headers } = compress(response(size), [["Accept-Encoding", "gzip"]]);
  expect(new Map(headers).get("Content-Encoding")).toBe(encoding);
});
