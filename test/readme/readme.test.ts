import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { DEFAULT_PORTS } from "@ittybit/contract/tool-ports";
import { startMock } from "@ittybit/test-support/servers/start-mock";
import { describe, expect, it, onTestFinished } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const README = readFileSync(join(ROOT, "README.md"), "utf8");
const MOCK_URL = `http://127.0.0.1:${DEFAULT_PORTS.mock}`;
const run = promisify(execFile);

const blocks = (language: string): string[] =>
  [...README.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, text = ""]) =>
    name === language ? [text] : [],
  );

const { url } = await startMock();

const atMock = (text: string): string => text.replaceAll(MOCK_URL, url);

describe("README", () => {
  const curls = blocks("sh")
    .flatMap((text) => text.split("\n"))
    .filter((line) => line.startsWith("curl "));

  const statuses = [200, 201, 422, 200, 429];

  it.each(curls.map((line, index) => [line, statuses[index]]))("%s returns %i", async (line, status) => {
    const { stdout } = await run("sh", ["-c", `${atMock(String(line))} --silent --show-error`], {
      cwd: ROOT,
    });
    expect(JSON.parse(stdout).meta.status).toBe(status);
  });

  it("has no curl line whose status is not known", () => {
    expect(curls).toHaveLength(statuses.length);
  });

  it("shows its sample as the file that is run", () => {
    const [, file = ""] = README.match(/<!-- sample: (\S+) -->/) ?? [];
    expect(blocks("ts")).toEqual([readFileSync(join(ROOT, file), "utf8")]);
  });

  it("has a sample that uploads a file to the mock, and lists what is there", async () => {
    const { stdout, stderr } = await run(
      "node",
      ["--conditions=@ittybit/source", "--import", "tsx", await sampleAtMock(blocks("ts")[0] ?? "")],
      { cwd: ROOT },
    );
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^(\w+) (pending|uploading)\n\1 Harbour at dawn\n(\w+ .+\n){13,}$/);
  });

  it("names only commands that exist", () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    const named = [...README.matchAll(/npm (?:run )?([\w:]+)/g)].map(([, name = ""]) => name);
    const known = ["ci", "install", ...Object.keys(scripts)];
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  it("links only to what is there", () => {
    const links = [...README.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = ""]) => path);
    expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

/** The sample in a file below the repository, where its imports resolve, gone after the test. */
async function sampleAtMock(text: string): Promise<string> {
  await mkdir(join(ROOT, "dist"), { recursive: true });
  const folder = await mkdtemp(join(ROOT, "dist", "readme-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, "sample.ts");
  await writeFile(file, atMock(text));
  return file;
}
