import { fullFormats } from "ajv-formats/dist/formats.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formats } from "../src/schema/compile/formats.js";

const isUri = formats.uri as (text: string) => boolean;
const isAnyUri = fullFormats.uri as (text: string) => boolean;

test("the shortcut for common URIs accepts what the format accepts", () => {
  const piece = fc.constantFrom(
    "http://",
    "https://",
    "a.b",
    "é",
    ":",
    "80",
    "/",
    "?",
    "#",
    "=&",
    "%",
    "%20",
    " ",
    "-_~",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
      const text = pieces.join("");
      expect(isUri(text), text).toBe(isAnyUri(text));
    }),
    { numRuns: 2_000 },
  );
});

test.each(["https://files.example.com/a.mp4", "http://localhost:8080/?q=1#top", "https://a.b/c/?d=e&f=g"])(
  "%s is a URI",
  (text) => expect(isUri(text) && isAnyUri(text)).toBe(true),
);

describe("formats where ajv-formats and the RFCs differ", () => {
  test.each([
    ["time", "10:00:00+05:30", true],
    ["time", "10:00:00z", true],
    ["time", "10:00:00+0530", false],
    ["time", "10:00:00+05", false],
    ["time", "10:00:00", false],
    ["uuid", "123E4567-e89b-12d3-a456-426614174000", true],
    ["uuid", "urn:uuid:123e4567-e89b-12d3-a456-426614174000", false],
    ["email", "root@localhost", true],
    ["email", '"a @ \\" b"@example.com', true],
    ["email", "a@[127.0.0.1]", true],
    ["email", "a@[IPv6:::1]", true],
    ["email", "a@[::1]", false],
    ["email", "a@[IPv6:127.0.0.1]", false],
    ["email", '"a"b"@example.com', false],
    ["email", "a..b@example.com", false],
    ["email", "a@-example.com", false],
    ["email", "a@example..com", false],
    ["email", "ä@example.com", false],
    ["email", "a@example.com\n", false],
  ])("%s %j: %s", (name, text, valid) => {
    const format = formats[name] as RegExp | ((text: string) => boolean);
    expect(typeof format === "function" ? format(text) : format.test(text)).toBe(valid);
  });
});
