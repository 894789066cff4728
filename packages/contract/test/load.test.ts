import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ContractError, type LoadOptions, loadContract } from "@ittybit/contract/load";
import { afterEach, describe, expect, test } from "vitest";

const SECRET = "s3cr3t: of another file";
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A document in the folder `api`, whose one path item refers to another file. */
function documentWith(reference: string, files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "load-"));
  folders.push(folder);
  const start = 'openapi: 3.1.1\ninfo: {title: T, version: "1"}\npaths:\n  /a:\n';
  const all = { "api/openapi.yaml": `${start}    $ref: "${reference}"\n`, ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

async function problemOf(folder: string, options: LoadOptions = {}): Promise<string> {
  try {
    await loadContract(join(folder, "api/openapi.yaml"), options);
  } catch (error) {
    if (error instanceof ContractError) return error.message.split("\n").length === 1 ? error.message : "";
    throw error;
  }
  return "none";
}

const item = "get:\n  responses: {'204': {description: done}}\n";

describe("a $ref of a document", () => {
  test("leads to a file of its folder, or of a folder below", async () => {
    expect(await problemOf(documentWith("paths/a.yaml", { "api/paths/a.yaml": item }))).toBe("none");
  });

  test("to another folder is refused, and what the file holds is not shown", async () => {
    const problem = await problemOf(documentWith("../other/a.yaml", { "other/a.yaml": SECRET }));
    expect(problem).toMatch(/openapi\.yaml:5: this \$ref leads to .*other\/a\.yaml, outside the folder/);
    expect(problem).toContain("--allow-ref DIR");
    expect(problem).not.toContain("s3cr3t");
  });

  test("to another folder is followed when that folder is allowed", async () => {
    const folder = documentWith("../other/a.yaml", { "other/a.yaml": item });
    expect(await problemOf(folder, { allowRef: [join(folder, "other")] })).toBe("none");
  });

  test("to a link that leads out of the folder is refused", async () => {
    const folder = documentWith("a.yaml", { "other/a.yaml": item });
    symlinkSync(join(folder, "other/a.yaml"), join(folder, "api/a.yaml"));
    expect(await problemOf(folder)).toContain("outside the folder of the document");
  });

  test("to a pipe is refused, instead of waiting for it", async () => {
    const folder = documentWith("pipe");
    execFileSync("mkfifo", [join(folder, "api/pipe")]);
    expect(await problemOf(folder)).toContain("pipe is not a regular file");
  });

  test("to a folder is refused", async () => {
    expect(await problemOf(documentWith("./"))).toContain("is not a regular file");
  });

  test("to a device is refused", async () => {
    const problem = await problemOf(documentWith("/dev/zero"), { allowRef: ["/dev"] });
    expect(problem).toContain("is not a regular file");
  });
});

describe("a document is refused in one line", () => {
  test("when YAML is nested too deeply", async () => {
    const folder = documentWith("a.yaml", { "api/a.yaml": "[".repeat(100_000) });
    expect(await problemOf(folder)).not.toBe("");
  });

  test("when it is nested deeper than 500 levels", async () => {
    const folder = documentWith("a.yaml", { "api/a.yaml": `x-deep: ${"[".repeat(600)}${"]".repeat(600)}` });
    expect(await problemOf(folder)).toContain("nested deeper than 500 levels");
  });
});

test("aliases may be many, as long as they stand for little", async () => {
  const none = `x-none: &none {}\nx-all: [${"*none, ".repeat(500)}]\n`;
  const large = `x-list: &list [${"1, ".repeat(400)}]\nx-lists: [${"*list, ".repeat(200)}]\n`;
  for (const aliases of [none, large])
    expect(await problemOf(documentWith("a.yaml", { "api/a.yaml": aliases + item }))).toBe("none");
});
