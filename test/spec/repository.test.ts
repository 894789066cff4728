import { describe, expect, test } from "vitest";
import { outsideFindings, recordNumberFindings, rootFileFindings } from "../../scripts/lint/repository.js";

const at = (...names: string[]) => `/${names.join("/")}`;
const shared = ["..", "shared"].join("/");

test("a file at the root that is not on the list is a finding, a file in a folder is not", () => {
  expect(rootFileFindings(["README.md", "NOTE.md", "docs/NOTE.md"])).toEqual([
    expect.objectContaining({ file: "NOTE.md", code: "root-file" }),
  ]);
});

test("two decision records with one number are a finding at the second", () => {
  expect(recordNumberFindings(["docs/adr/0001-a.md", "docs/adr/0002-b.md", "docs/adr/0002-c.md"])).toEqual([
    {
      file: "docs/adr/0002-c.md",
      line: 1,
      code: "record-number",
      message: "has the number of docs/adr/0002-b.md; take the next free one",
    },
  ]);
});

describe("text that points outside the repository is a finding with its line", () => {
  test.each([
    ["a folder beside it", `See ${shared}/style.md.`, shared],
    ["a temporary folder", `const log = "${at("tmp", "log.txt")}";`, "/tmp"],
    ["a home", `cd ${at("root", "project")}`, "/root"],
    ["another home", `(${at("home", "me", "x")})`, "/home"],
    ["a working folder", at("work", "main"), "/work"],
    ["a link that leaves it", `[guide](${["..", "..", "guide.md"].join("/")})`, "../../guide.md"],
  ])("%s", (_name, line, path) => {
    expect(outsideFindings("docs/page.md", `first\n${line}\n`)).toEqual([
      {
        file: "docs/page.md",
        line: 2,
        code: "outside-path",
        message: `${path} is outside the repository; nobody else has it`,
      },
    ]);
  });
});

test.each([
  ["a link within it", "docs/guides/a.md", "[client](../../packages/client/README.md)"],
  ["a URL path", "docs/a.md", "https://example.com/work/1 and packages/tmp/a"],
  ["a container's own volume", "docs/qa/scale.md", `report ${at("work", "report.json")}`],
])("%s is none", (_name, file, line) => {
  expect(outsideFindings(file, line)).toEqual([]);
});
