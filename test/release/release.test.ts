import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import {
  appendFile,
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Running } from "@ittybit/test-support/commands/process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { version } from "../../generated/version.js";
import { builtCommand } from "../../scripts/cache/built-command.js";
import { releaseNotes } from "../../scripts/release/notes.js";
import { type Registry, serveRegistry } from "./registry.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const packages = ["client", "contract", "mock", "qa"];

let folder: string;
let built: string;
let output: string;
let registry: Registry;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "release-"));
  built = join(folder, "built");
  const running = new Running([await builtCommand("release"), "--dry-run", "--output", built]);
  expect(await running.ended(), running.err).toBe(0);
  output = running.out;
  const contract = await readFile(join(root, "packages/contract/package.json"), "utf8");
  // Of what the packages need, the programs below load the dependencies of the contract alone.
  registry = await serveRegistry(root, Object.keys(JSON.parse(contract).dependencies));
});
afterAll(async () => {
  registry?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs the command. */
async function release(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const running = new Running([await builtCommand("release"), ...args], root, env);
  return { code: await running.ended(), out: running.out, err: running.err };
}

describe("npm run release -- --dry-run", () => {
  it("builds a tarball of each package and every file of generated/, and uploads nothing", async () => {
    const files = await readdir(built);
    expect(files).toEqual(expect.arrayContaining(packages.map((name) => `ittybit-${name}-${version}.tgz`)));
    const contract = (await readdir(join(root, "generated"))).filter((file) =>
      /\.(ts|js|json|yaml)$/.test(file),
    );
    expect(files).toEqual(expect.arrayContaining(contract.filter((file) => file !== "package.json")));
    expect(output).toContain(`Dry run: v${version} was not uploaded.\n`);
  });

  it("lists the hash of every file as sha256sum reads it", async () => {
    const { stdout } = await run("sha256sum", ["--check", "SHA256SUMS"], { cwd: built });
    const checked = stdout.trim().split("\n");
    expect(checked.filter((line) => !line.endsWith(": OK"))).toEqual([]);
    expect(checked).toHaveLength((await readdir(built)).length - 1);
  });

  it("writes the notes from CHANGELOG.md", async () => {
    const changelog = await readFile(join(root, "CHANGELOG.md"), "utf8");
    const notes = await readFile(join(built, "NOTES.md"), "utf8");
    expect(notes).toMatch(/^- \*\*/m);
    expect(changelog).toContain(notes.trim());
  });
});

describe("a tarball", () => {
  it.each(packages)(
    "of %s has the version of the contract, and so has each package that it needs",
    async (name) => {
      const { stdout } = await run("tar", ["-xzOf", tarball(name), "package/package.json"], { cwd: built });
      const manifest = JSON.parse(stdout);
      expect(manifest).toMatchObject({ name: `@ittybit/${name}`, version });
      expect(manifest).not.toHaveProperty("private");
      const own = Object.entries(manifest.dependencies ?? {}).filter(([key]) => key.startsWith("@ittybit/"));
      expect(own.filter(([, wanted]) => wanted !== version)).toEqual([]);
    },
  );

  it.each([
    [
      "client",
      [
        process.execPath,
        "-e",
        'import("@ittybit/client").then(({ createClient }) => console.log(typeof createClient))',
      ],
      "function\n",
    ],
    ["contract", [process.execPath, "sample.mjs"], expect.stringMatching(/^.*limit.*250.*500.*\n$/)],
    [
      "mock",
      [process.execPath, "node_modules/@ittybit/mock/dist/bin.js", "--help"],
      expect.stringMatching(/^Usage: /),
    ],
    ["qa", ["npx", "--offline", "ittybit-qa", "--version"], `${version}\n`],
  ])(
    "of %s installs in an empty folder by the command of its README, and runs",
    async (name, [command = "", ...args], printed) => {
      const project = await emptyProject(name);
      const readme = await readFile(join(root, "packages", name, "README.md"), "utf8");
      const [, install = ""] = /^(npm install \.\/ittybit-\S+\.tgz)/m.exec(readme) ?? [];
      await run("sh", ["-c", install], { cwd: project, env: { ...process.env, ...settings() } });
      expect(await missingDependencies(project, name)).toEqual([]);
      const [, sample = ""] = /```js\n(import contract\b.+?)```/s.exec(readme) ?? [];
      await writeFile(join(project, "sample.mjs"), sample);
      expect((await run(command, args, { cwd: project })).stdout).toEqual(printed);
    },
  );
});

describe("a version", () => {
  it("stands in no manifest but the generated one", async () => {
    const manifests = ["package.json", ...packages.map((name) => `packages/${name}/package.json`)];
    for (const file of manifests)
      expect(JSON.parse(await readFile(join(root, file), "utf8")), file).not.toHaveProperty("version");
  });

  it("that is not the one of the tag is refused before anything is built", async () => {
    expect(await release(["--dry-run", "--tag", "v99.0.0", "--output", built])).toEqual({
      code: 2,
      out: "",
      err: `release: --tag v99.0.0 does not match info.version of spec/openapi.yaml: ${version}.\n`,
    });
    expect((await readdir(built)).length).toBeGreaterThan(packages.length);
  });
});

describe("the upload", () => {
  it("attaches exactly what was built, and publishes the tarballs only when told to", async () => {
    const { env, calls } = await recordingCommands();
    expect(await release(["--built", "--output", built], env)).toMatchObject({ code: 0, err: "" });
    const [created, ...others] = await calls();
    expect(others).toEqual([]);
    for (const file of await readdir(built)) expect(created).toContain(join(built, file));
    expect(created).toMatch(new RegExp(`^gh release create v${version} --verify-tag `));
    await release(["--built", "--publish", "--output", built], env);
    expect((await calls()).filter((call) => call.startsWith("npm publish"))).toHaveLength(packages.length);
  });

  it("is refused for a file that is not what was built", async () => {
    const { env, calls } = await recordingCommands();
    const changed = join(folder, "changed");
    await mkdir(changed);
    for (const file of await readdir(built)) await copyFile(join(built, file), join(changed, file));
    await appendFile(join(changed, "openapi.yaml"), "# more\n");
    const { code, err } = await release(["--built", "--output", changed], env);
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^release: \S*openapi\.yaml is missing or differs from SHA256SUMS/),
    ]);
    expect(await calls()).toEqual([]);
  });
});

describe("release notes", () => {
  const changelog = "# Changelog\n\n## Unreleased\n\n- **new** B\n\n## 1.2.0 - 2026-01-31\n\n- **new** A\n";

  it.each([
    ["1.2.0", { kind: "released", text: "- **new** A" }],
    ["1.3.0", { kind: "unreleased", text: "- **new** B" }],
  ])("of %s are the section of that version, else of what is unreleased", (wanted, notes) => {
    expect(releaseNotes(changelog, wanted)).toEqual(notes);
  });

  it("are none where the changelog has neither section", () => {
    expect(releaseNotes("# Changelog\n", "1.0.0")).toEqual({ kind: "none" });
  });
});

const tarball = (name: string) => `ittybit-${name}-${version}.tgz`;

/** A folder outside the checkout with one tarball in it. */
async function emptyProject(name: string): Promise<string> {
  const project = join(folder, `project-${name}`);
  await mkdir(project);
  // npm installs into the nearest folder above that has a manifest, and a machine may have one in its temporary folder
  await writeFile(join(project, "package.json"), "{}\n");
  await copyFile(join(built, tarball(name)), join(project, tarball(name)));
  return project;
}

/** What the package of a project needs, and npm did not install. */
async function missingDependencies(project: string, name: string): Promise<string[]> {
  const installed = join(project, "node_modules/@ittybit", name);
  const { dependencies = {} } = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
  return Object.keys(dependencies).filter((dependency) =>
    [project, installed].every((folder) => !existsSync(join(folder, "node_modules", dependency))),
  );
}

/** Settings of npm, so that it asks the registry of the test alone. */
const settings = () => ({
  npm_config_registry: registry.url,
  npm_config_cache: join(folder, "cache"),
  npm_config_audit: "false",
  npm_config_fund: "false",
  npm_config_ignore_scripts: "true",
  npm_config_update_notifier: "false",
});

/** Puts commands named gh and npm first on the path, which write down how they were called. */
async function recordingCommands() {
  const bin = await mkdtemp(join(folder, "bin-"));
  const log = join(bin, "calls.log");
  for (const name of ["gh", "npm"]) {
    await writeFile(join(bin, name), `#!/bin/sh\necho "${name} $*" >> "${log}"\n`);
    await chmod(join(bin, name), 0o755);
  }
  const calls = async () => (await readFile(log, "utf8").catch(() => "")).trim().split("\n").filter(Boolean);
  return { env: { PATH: `${bin}${delimiter}${process.env.PATH}` }, calls };
}
