import { fullFormats } from "ajv-formats/dist/formats.js";
import fc from "fast-check";
import { expect, test } from "vitest";
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
