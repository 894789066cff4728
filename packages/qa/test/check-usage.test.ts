import { tmpdir } from "node:os";
import { qa } from "@ittybit/test-support/commands/qa";
import { expect, test } from "vitest";

test.each([
  [["check"], "No file is given: name one, or - for standard input. See --help."],
  [["check", "/nowhere.har"], "/nowhere.har does not exist. See --help."],
  [["check", tmpdir()], `${tmpdir()} is a directory: name the files in it. See --help.`],
  [["check", "-", "--report", "xml"], "--report xml is not one of pretty, json"],
  [
    ["check", "-", "--fail-on", "all"],
    "--fail-on all is not one of error, warning, info, never. See --help.",
  ],
  [["check", "-", "--min-coverage", "operations"], "is not KIND=PERCENT"],
  [["check", "-", "--min-coverage", "pages=1"], "pages is not one of operations"],
  [["check", "-", "--spec", "https://example.com/a.yaml"], "--spec takes a file, not a URL: download https:"],
  [
    ["check", "-", "--spec", "file:///a.yaml"],
    "--spec takes a file, not a URL: download file:///a.yaml first.",
  ],
  [["check", "https://example.com/a.har"], "check takes files, not URLs: download https://example.com/a.har"],
  [["check", "-", "--baseline", "/nowhere.json"], "--baseline /nowhere.json cannot be read (ENOENT)"],
  [["check", "-", "--report", "json", "--report", "pretty"], "Only one report fits on standard output"],
  [["check", "-", "--server", "here"], "--server here is not HOST=HOST"],
  [["check", "-", "--server", "a=typo"], "a is mapped to typo, which is no host of the contract"],
  [["check", "-", "--wrong"], "Unknown option '--wrong'. See --help."],
  [["check", "-", "--spec", "/nowhere.yaml"], "nowhere.yaml does not exist"],
  [["chek"], "chek is not a command. See --help."],
  [[], "No command is given. See --help."],
])("refuses %j in one line", async (args, problem) => {
  const { code, out, err } = await qa(args);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(problem);
  expect(err.trimEnd().split("\n")).toHaveLength(1);
});
