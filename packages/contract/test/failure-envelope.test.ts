import { createFailureEnvelope } from "@ittybit/contract";
import { expect, test } from "vitest";

const example = (code: string) => ({
  content: { "application/json": { example: { meta: { type: "error" }, error: { code } } } },
});
const responses = { 400: example("bad"), 404: example("absent"), default: example("other") };
const wrap = createFailureEnvelope({ paths: { "/a": { get: { responses } } } });

test.each([
  [404, "absent"],
  [422, "bad"],
  [499, "bad"],
  [500, "other"],
  [503, "other"],
])("a failure with status %i has the code of the closest example, %s", (status, code) => {
  expect(wrap?.({ status, message: "M", details: [] })).toEqual({
    meta: { type: "error", status },
    error: { code, message: "M", details: [] },
  });
});
