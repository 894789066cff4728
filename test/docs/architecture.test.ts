import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const read = (file: string): string => readFileSync(join(repository, file), "utf8");

/** What a page names in code and in commands: paths from the root of the repository, files at the root among them. */
function pathsIn(text: string): string[] {
  const roots = readdirSync(repository).filter((name) => !["dist", "node_modules"].includes(name));
  const code = [...text.matchAll(/`([^`]+)`/g)].flatMap(([, words = ""]) => words.split(/\s+/));
  return code.filter((name) => roots.includes(name.split("/")[0] ?? ""));
}

describe.each(["docs/architecture.md", "CONTRIBUTING.md"])("%s", (page) => {
  const paths = pathsIn(read(page));

  it("names paths", () => {
    expect(paths.length).toBeGreaterThan(10);
  });

  it("names only paths that exist", () => {
    expect(paths.filter((path) => !existsSync(join(repository, path)))).toEqual([]);
  });

  it("links only to files that exist", () => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = ""]) => path);
    const folder = join(repository, page, "..");
    expect(links.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
  });
});

describe("docs/architecture.md", () => {
  const text = read("docs/architecture.md");

  it("has a row for at least 25 everyday changes", () => {
    const [, table = ""] = text.split("## To change X, open Y");
    expect([...table.matchAll(/^\| (?!change \||-)/gm)].length).toBeGreaterThanOrEqual(25);
  });

  it("describes every folder of sources at the top of a package, and every package", () => {
    const folders = ["contract", "client", "mock", "qa"].flatMap((name) =>
      readdirSync(join(repository, "packages", name, "src"), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !["platform", "cli", "document"].includes(entry.name))
        .map((entry) => `packages/${name}/src/${entry.name}/`),
    );
    expect(folders.filter((folder) => !text.includes(folder))).toEqual([]);
  });
});
