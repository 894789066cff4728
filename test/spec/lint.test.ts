import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { type Edit, editedShelf } from "./shelf.js";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function lint(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const command = join(repository, "node_modules/.bin/tsx");
  const { status, stdout, stderr } = spawnSync(command, [join(repository, "scripts/lint.ts"), ...args], {
    cwd: tmpdir(),
    encoding: "utf8",
  });
  return { code: status, stdout: stdout.replaceAll(/\d+\.\d s/g, "0.0 s"), stderr };
}

function folderWith(edit: Edit): string {
  const folder = mkdtempSync(join(tmpdir(), "lint-"));
  folders.push(folder);
  for (const [file, text] of editedShelf(edit)) {
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
        "there is no file spec/components/schemas/Sort.yaml. Mend the $ref.",
    ],
    [
      "text that is not YAML",
      () => ["--root", folderWith(yaml)],
      "lint: spec/components/schemas/Kind.yaml:2: not valid YAML: " +
        "Flow sequence in block collection must be sufficiently indented and end with a ]. Mend this line.",
    ],
    [
      "a folder without a contract",
      () => ["--root", tmpdir()],
      "lint: spec/openapi.yaml:1: no such file. Run this in a folder with spec/, or name one with --root.",
    ],
    [
      "a bundle that was never made",
      () => ["--root", folderWith(typo)],
      "lint: generated/openapi.yaml:1: no such file. Run `npm run generate`.",
    ],
    [
      "a bundle that is not YAML",
      () => {
        const folder = folderWith(typo);
        mkdirSync(join(folder, "generated"));
        writeFileSync(join(folder, "generated/openapi.yaml"), "openapi: [3.1.1\n");
        return ["spectral", "--root", folder];
      },
      "lint: spectral could not run: generated/openapi.yaml:2: " +
        "Unexpected end of the stream within a flow collection. Run `npm run generate`.",
    ],
    [
      "an unknown flag",
      () => ["--fix"],
      "lint: Unknown option '--fix': npm run lint -- --help lists the flags.",
    ],
    [
      "an unknown step",
      () => ["prose"],
      "lint: there is no step prose: take biome, redocly, spectral, spec, knip.",
    ],
  ])("%s", (_name, args, line) => {
    expect(lint(...args())).toEqual({ code: 2, stdout: "", stderr: `${line}\n` });
  });
});
