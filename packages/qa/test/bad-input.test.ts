import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { qa as inProcess } from "@ittybit/test-support/commands/qa";
import { faultyTraffic } from "@ittybit/test-support/traffic/faulty-traffic";
import { cleanTraffic, toHar, toNdjson } from "@ittybit/test-support/traffic/traffic";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtScripts } from "../../../scripts/cache/shared-builds.js";
import { checkHelp, mergeHelp, proxyHelp } from "../src/cli/help.js";
import { help } from "../src/cli/run.js";
import { QaProcess } from "./process.js";

const run = promisify(execFile);
const generated = fileURLToPath(new URL("../../../generated/", import.meta.url));

let folder: string;
let bin: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "qa-bad-input-"));
  bin = join(await builtScripts("qa"), "bin.js");
  const clean = toHar(cleanTraffic);
  await writeFile(at("clean.har"), clean);
  await writeFile(at("faulty.har"), toHar(faultyTraffic));
  await writeFile(at("cut.har"), clean.slice(0, clean.length - 300));
  await writeFile(at("cut-early.har"), clean.slice(0, 20));
  await writeFile(at("no-entries.har"), toHar([]));
  await writeFile(at("empty.ndjson"), "");
  await writeFile(at("picture.har"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]));
  await writeFile(at("elsewhere.har"), clean.replaceAll(/(?:api|uploads)\.ittybit\.com/g, "localhost:4010"));
  await writeFile(at("old.json"), '{"swagger":"2.0","info":{"title":"a","version":"1"},"paths":{}}');
  await writeFile(at("half.json"), '{"format":"ittybit-qa-report/1","findings":[{}]}');
  await writeFile(at("broken.yaml"), "openapi: 3.1.0\n  info: [");
  await mkdir(at("a-folder"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the command in this process, in the folder: a process of its own for each line would take most of the time. */
async function qa(...args: string[]) {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await inProcess(args);
  } finally {
    process.chdir(before);
  }
}

/** What a shell makes of a line in which `qa` is the command. */
const shell = (line: string) =>
  runFile("bash", ["-c", line.replaceAll(/\bqa /g, `"${process.execPath}" "${bin}" `)]);

async function runFile(file: string, args: readonly string[]) {
  const ran = await run(file, args, { cwd: folder }).catch((error) => error);
  return { code: ran.code ?? 0, out: ran.stdout as string, err: ran.stderr as string };
}

describe("input that cannot be used ends with 2, nothing on standard output, and one line that says why", () => {
  test.each([
    ["a file that is not there", ["check", "none.har"], "none.har does not exist. See --help."],
    ["a folder", ["check", "a-folder"], "a-folder is a directory: name the files in it. See --help."],
    ["a document of an older OpenAPI", ["check", "clean.har", "--spec", "old.json"], "Swagger 2.0"],
    ["a document that is no YAML", ["check", "clean.har", "--spec", "broken.yaml"], "broken.yaml"],
    [
      "a document that is not there",
      ["check", "clean.har", "--spec", "none.yaml"],
      "none.yaml does not exist",
    ],
    ["a baseline that is not there", ["check", "clean.har", "--baseline", "none.json"], "(ENOENT)"],
    ["a baseline that is a folder", ["check", "clean.har", "--baseline", "a-folder"], "(EISDIR)"],
    ["a baseline that is no report", ["check", "clean.har", "--baseline", "old.json"], "is not a report of"],
    [
      "a baseline that is half a report",
      ["check", "clean.har", "--baseline", "half.json"],
      "is not a whole report: it must",
    ],
    ["half a report to merge", ["merge", "half.json"], "half.json is not a whole report: it must have"],
    ["a report that is cut off", ["merge", "cut.har"], "cut.har is not JSON"],
    ["an unknown form", ["check", "clean.har", "--report", "pdf"], "--report pdf is not one of pretty, json"],
    [
      "two reports to one place",
      ["check", "clean.har", "--report", "json", "--report", "html"],
      "Only one report",
    ],
    [
      "two reports to one file",
      ["check", "clean.har", "--report", "json=a", "--report", "html=a"],
      "a is named twice",
    ],
    ["no file", ["check"], "No file is given"],
    ["no report to merge", ["merge"], "No report is given"],
    ["no command", [], "No command is given. See --help."],
    ["an unknown flag", ["check", "clean.har", "--verbose"], "Unknown option '--verbose'. See --help."],
  ])("%s", async (_, args, problem) => {
    const { code, out, err } = await qa(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(problem);
    expect(err).toMatch(/^ittybit-qa: [^\n]+\n$/);
  });
});

test("a baseline of another contract is told, and hides nothing that it does not know", async () => {
  await qa("check", "clean.har", "--spec", `${generated}openapi.yaml`, "--report", "json=other.json");
  const { code, err } = await qa("check", "faulty.har", "--baseline", "other.json");
  expect(code).toBe(1);
  expect(err).toMatch(
    /^ittybit-qa: The baseline was written for .*openapi\.yaml, not for ittybit: [^\n]*\n$/,
  );
});

describe("traffic in which nothing can be checked is never green", () => {
  test.each([
    ["a recording without entries", "no-entries.har", "the input has no exchange with a response."],
    ["an empty file", "empty.ndjson", "the input has no exchange with a response."],
    ["a file that is cut off in its head", "cut-early.har", "the input has no exchange with a response."],
    ["a picture", "picture.har", "the input has no exchange with a response."],
    ["other hosts only", "elsewhere.har", "Map them with --server HOST=api.ittybit.com."],
  ])("%s", async (_, file, problem) => {
    const { code, out, err } = await qa("check", file);
    expect(code).toBe(2);
    expect(out).toContain("Nothing was checked.");
    expect(err).toContain(problem);
  });
});

describe("what was checked is not lost", () => {
  test("when a recording is cut off", async () => {
    const { code, out } = await qa("check", "cut.har");
    expect(code).toBe(2);
    expect(out).toContain(`${cleanTraffic.length - 1} exchanges checked; 1 unreadable.`);
    expect(out).toContain("is cut off: the file ends before its end");
  });

  test("when one of several files goes away", async () => {
    await symlink("/proc/self/mem", at("unreadable.har"));
    const { code, out, err } = await qa("check", "unreadable.har", "clean.har");
    expect(code).toBe(2);
    expect(err).toMatch(/^ittybit-qa: unreadable\.har could not be read to its end: .*\n$/);
    expect(out).toContain(`${cleanTraffic.length} exchanges checked`);
  });

  test("of a pipe to its end after a signal, so that nothing that was delivered is lost", async () => {
    const file = at("drained.json");
    const args = ["check", "-", "--every", "5", "--report", `json=${file}`];
    const drained = new QaProcess(bin, args);
    drained.child.stdin.write(toNdjson(cleanTraffic.slice(0, 5)));
    await expect.poll(() => existsSync(file)).toBe(true);
    drained.child.kill("SIGTERM");
    await expect.poll(() => drained.err).toContain("standard input is read to its end, for at most 10 s");
    drained.child.stdin.end(toNdjson(cleanTraffic.slice(5)));
    expect(await drained.ended()).toBe(0);
    expect(JSON.parse(await readFile(file, "utf8")).exchanges.checked).toBe(cleanTraffic.length);
    expect(drained.err).not.toContain("Stopped early");
  });

  test("on Ctrl-C, and the exit code says that it is not all", async () => {
    const file = at("stopped.json");
    const args = ["check", "-", "--every", "5", "--report", `json=${file}`, "--report", "pretty"];
    const stopped = new QaProcess(bin, args);
    stopped.child.stdin.write(`${toNdjson(cleanTraffic.slice(0, 5))}{"request":`);
    await expect.poll(() => existsSync(file)).toBe(true);
    for (const signal of ["SIGINT", "SIGTERM"] as const) stopped.child.kill(signal);
    expect(await stopped.ended()).toBe(2);
    expect(stopped.err).toContain("Stopped early: the report covers what was checked until then.");
    expect(JSON.parse(await readFile(file, "utf8")).exchanges.checked).toBe(5);
    expect(stopped.out).toContain("5 exchanges checked");
  });
});

describe("a place that cannot be written to", () => {
  test.each([
    ["a folder that is not there", "none/report.json", "its folder does not exist"],
    ["a folder", "a-folder", "it is a directory"],
    ["a full disk", "/dev/full", "the disk is full"],
  ])("%s fails the run, and the other reports are written", async (_, place, why) => {
    const rest = ["--report", "html=report.html", "--report", "pretty"];
    const { code, out, err } = await qa("check", "clean.har", "--report", `json=${place}`, ...rest);
    expect([code, err]).toEqual([2, `ittybit-qa: the report ${place} cannot be written: ${why}.\n`]);
    expect(out).toContain("exchanges checked");
    expect(await readFile(at("report.html"), "utf8")).toContain("</html>");
    expect((await readdir(folder)).filter((name) => name.endsWith(".draft"))).toEqual([]);
  });

  test("a full disk behind standard output", async () => {
    const { code, err } = await shell("qa check clean.har > /dev/full");
    expect([code, err]).toEqual([
      2,
      "ittybit-qa: the report on standard output cannot be written: the disk is full.\n",
    ]);
    expect(await shell("qa --help > /dev/full")).toMatchObject({
      code: 2,
      err: "ittybit-qa: standard output cannot be written: the disk is full.\n",
    });
  });

  test("a report that is there stays whole when its folder is full", async () => {
    await qa("check", "clean.har", "--report", "json=whole.json");
    const before = await readFile(at("whole.json"), "utf8");
    await shell("ulimit -f 1; trap '' XFSZ; qa check faulty.har --report json=whole.json");
    expect(await readFile(at("whole.json"), "utf8")).toBe(before);
    expect(existsSync(at(`whole.json.draft`))).toBe(false);
  });

  test("a reader that has seen enough is no fault, and the exit code is that of the traffic", async () => {
    for (const [file, code] of [
      ["clean.har", 0],
      ["faulty.har", 1],
    ]) {
      const { out, err } = await shell(`qa check ${file} --report json | head -1; echo "\${PIPESTATUS[0]}"`);
      expect([out, err]).toEqual([`{\n${code}\n`, ""]);
    }
    expect(await shell(`qa --help | true; echo "\${PIPESTATUS[0]}"`)).toMatchObject({ out: "0\n", err: "" });
  });
});

describe("help", () => {
  test.each([
    [["--help"], help],
    [["check", "--help"], checkHelp],
    [["merge", "--help"], mergeHelp],
    [["proxy", "--help"], proxyHelp],
  ])("%j fits 80 columns", async (args, text) => {
    expect(await qa(...args)).toEqual({ code: 0, out: `${text}\n`, err: "" });
    expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  test.each([
    ["check", checkHelp],
    ["merge", mergeHelp],
  ])("every flag of %s that it names is taken", async (command, text) => {
    for (const [, flag = "", value] of text.matchAll(/^ {2}(--[\w-]+)( <)?/gm)) {
      const { err } = await qa(command, ...(value ? [flag, "?"] : [flag]));
      expect(err).not.toContain("Unknown option");
    }
  });
});
