import { describe, expect, test } from "vitest";
import type { Report, ReportFinding } from "../src/index.js";
import { createHeadline } from "../src/reporters/html/headline.js";
import { wrapPointer } from "../src/reporters/wrap.js";

describe("a JSON pointer is broken before slashes", () => {
  test.each([
    ["", 10, [""]],
    ["/a/b", 10, ["/a/b"]],
    ["/paths/~1media/get", 10, ["/paths", "  /~1media", "  /get"]],
    ["/longer-than-the-line/a", 10, ["/longer-than-the-line", "  /a"]],
  ])("%s", (pointer, width, lines) => {
    expect(wrapPointer(pointer, width)).toEqual(lines);
    expect(lines.map((line) => line.trim()).join("")).toBe(pointer);
  });
});

describe("the headline of the HTML report counts what the API does wrong", () => {
  const finding = (direction: "request" | "response") => ({ direction, severity: "error" }) as ReportFinding;
  const sentenceOf = (...fresh: ReportFinding[]) =>
    createHeadline({ exchanges: { checked: 3 } } as Report, { fresh, known: [], gone: [] }).sentence;

  test("without the errors of callers", () => {
    const [request, response] = [finding("request"), finding("response")];
    expect(sentenceOf(request, response, request)).toBe("The API breaks its contract in 1 way.");
    expect(sentenceOf(request, request)).toBe("Requests break the contract in 2 ways.");
  });
});
