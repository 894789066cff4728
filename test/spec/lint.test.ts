import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Edit, editedSpec } from "@ittybit/test-support/documents/small-spec";
import { afterEach, describe, expect, test } from "vitest";
import { builtCommand } from "../../scripts/cache/built-command.js";
import { openSource, writeGenerated } from "../../scripts/generate/write-generated.js";
import { LINT_STEPS } from "../../scripts/lint/all-steps.js";
import type { Outcome } from "../../scripts/lint/outcome.js";
import { openSpec } from "../../scripts/lint/spec/check-spec.js";
import { readSpec, specRoot } from "../../scripts/lint/spec/spec-file.js";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const LINT = await builtCommand("lint");
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function lint(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const options = { cwd: tmpdir(), encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [LINT, ...args], options);
  return { code: status, stdout: stdout.replaceAll(/\d+\.\d s/g, "0.0 s"), stderr };
}

/** What a step of the lint finds in a folder, in this process. */
function runStep(step: keyof typeof LINT_STEPS, folder: string): Promise<Outcome> {
  const spec = openSpec(readSpec(folder), specRoot);
  return LINT_STEPS[step].run({ repository, folder, spec, bundle: () => openSource(folder) });
}

/** What a machine sets for git, such as signed commits or hooks, is not that of the test. */
const NO_SETTINGS = { GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_SYSTEM: devNull };

function run(command: string, args: string[]): string {
  const env = { ...process.env, ...NO_SETTINGS };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: repository, encoding: "utf8", env });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "lint-"));
  folders.push(folder);
  return folder;
}

function folderWith(edit: Edit): string {
  const folder = emptyFolder();
  for (const [file, text] of editedSpec(edit)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

const typo: Edit = { file: "spec/components/examples/Image.yaml", replace: "poster: h", by: "posted: h" };

test("the contract of this repository has no findings in its source", () => {
  expect(lint("spec")).toEqual({ code: 0, stdout: "ok    spec      0.0 s\n", stderr: "" });
});

test("findings stand below their step, and the exit code is 1", () => {
  expect(lint("spec", "--root", folderWith(typo))).toEqual({
    code: 1,
    stdout:
      "FAIL  spec      0.0 s\n  spec/components/examples/Image.yaml:11 example-drift " +
      "data.urls.posted is not in the schema; correct the name or describe it\n",
    stderr: "",
  });
});

test("--help says what each step checks, and ends with 0", () => {
  const { code, stdout, stderr } = lint("--help");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^Usage: npm run lint -- \[STEP \.\.\.\] /);
});

describe("what cannot run is one line on standard error, and exit code 2", () => {
  const ref = { file: "spec/components/schemas/Item.yaml", replace: "./Kind.yaml", by: "./Sort.yaml" };
  const yaml = { file: "spec/components/schemas/Kind.yaml", text: "type: [string\n" };
  test.each<[string, () => string[], string]>([
    [
      "a broken $ref",
      () => ["--root", folderWith(ref)],
      "lint: spec/components/schemas/Item.yaml:5: $ref to ./Sort.yaml: " +
        "there is no file spec/components/schemas/Sort.yaml. Fix the $ref.",
    ],
    [
      "text that is not YAML",
      () => ["--root", folderWith(yaml)],
      "lint: spec/components/schemas/Kind.yaml:2: not valid YAML: " +
        "Flow sequence in block collection must be sufficiently indented and end with a ]. Fix this line.",
    ],
    [
      "a folder without a contract",
      () => ["--root", emptyFolder()],
      "lint: spec/openapi.yaml:1: no such file. Run this in a folder with spec/, or name one with --root.",
    ],
    [
      "an unknown flag",
      () => ["--fix"],
      "lint: Unknown option '--fix': npm run lint -- --help lists the flags.",
    ],
    [
      "an unknown step",
      () => ["prose"],
      "lint: there is no step prose: take biome, redocly, spectral, spec, marks, generated, changelog, words, repository, knip.",
    ],
  ])("%s", (_name, args, line) => {
    expect(lint(...args())).toEqual({ code: 2, stdout: "", stderr: `${line}\n` });
  });
});

const titleChange: Edit = { file: "spec/openapi.yaml", replace: "version: 1.0.0", by: "version: 1.1.0" };

test("a change that is neither generated nor in the changelog is named by its line of spec/", async () => {
  const folder = folderWith({ file: "CHANGELOG.md", text: "## Unreleased\n" });
  const { texts } = await writeGenerated(folder);
  const check = [await builtCommand("generate"), "--check", "--root", folder];
  expect(run(process.execPath, check)).toBe(`generated/ is up to date: ${texts.size} files.\n`);
  run("git", ["init", "--quiet", "--initial-branch=main", folder]);
  run("git", ["-C", folder, "add", "."]);
  run("git", [
    "-C",
    folder,
    "-c",
    "user.name=A",
    "-c",
    "user.email=a@b.test",
    "commit",
    "--quiet",
    "-m",
    "A",
  ]);
  expect(await runStep("generated", folder)).toEqual({ kind: "clean" });
  expect(await runStep("changelog", folder)).toEqual({ kind: "clean" });
  writeFileSync(join(folder, titleChange.file), editedSpec(titleChange).get(titleChange.file) ?? "");
  const { code, stdout } = lint("generated", "changelog", "--root", folder);
  expect({ code, stdout: stdout.replace(/since \w+/, "since COMMIT") }).toEqual({
    code: 1,
    stdout: `FAIL  generated 0.0 s
  spec/openapi.yaml:2 not-generated generated/ does not have this yet; run npm run generate, and commit generated/
FAIL  changelog 0.0 s
  spec/openapi.yaml:2 changelog add a line for this to CHANGELOG.md under Unreleased: spec/ changed since COMMIT
`,
  });
});

test("without a history of git there is nothing to compare with, and the lint says so", () => {
  expect(lint("changelog", "--root", folderWith(typo))).toEqual({
    code: 0,
    stdout: "skip  changelog 0.0 s  no CHANGELOG.md and no history of git\n",
    stderr: "",
  });
});

test("two operations of one name are a finding at the line of the second", async () => {
  const folder = folderWith({ file: "spec/paths/media.yaml", replace: "createMedia", by: "listMedia" });
  expect(await runStep("generated", folder)).toEqual({
    kind: "findings",
    lines: [expect.stringMatching(/^spec\/paths\/media\.yaml:19: /)],
  });
});
