import { appendFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bytesIn, copyOfRepository, edit, ROOT, runGenerate } from "./repository.js";

describe("npm run generate", () => {
  it("writes the bytes of this repository, which is not stale, from another folder, time zone and language", async () => {
    const copy = await copyOfRepository();
    await rm(join(copy, "generated"), { recursive: true });
    const env = { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };

    const written = await runGenerate(["--root", copy], { cwd: tmpdir(), env });

    expect(written).toMatchObject({ code: 0, stderr: "" });
    expect(written.stdout).toMatch(
      /^wrote generated\/meta-schema\.d\.ts\nwrote generated\/meta-schema\.js\nwrote generated\/openapi-3-0-schema\.d\.ts\nwrote generated\/openapi-3-0-schema\.js\nwrote generated\/openapi-3\.0\.yaml\nwrote generated\/openapi-schema\.d\.ts\nwrote generated\/openapi-schema\.js\nwrote generated\/openapi\.json\nwrote generated\/openapi\.yaml\n/,
    );
    expect(await bytesIn(join(copy, "generated"))).toEqual(await bytesIn(join(ROOT, "generated")));
  });
});

describe("npm run generate -- --check", () => {
  it("names each file that differs, is missing or does not belong there, in any time zone, and writes nothing", async () => {
    const copy = await copyOfRepository();
    await appendFile(join(copy, "generated/types.ts"), "// edited by hand\n");
    await rm(join(copy, "generated/openapi.json"));
    await writeFile(join(copy, "generated/stray.txt"), "");
    const before = await bytesIn(join(copy, "generated"));

    const env = { TZ: "America/Lima", LC_ALL: "C" };
    const run = await runGenerate(["--check", "--root", copy], { env });

    expect(run).toEqual({
      code: 1,
      stderr: "",
      stdout: [
        "generated/openapi.json is missing\n",
        "generated/stray.txt does not belong there\n",
        "generated/types.ts differs from spec/\n",
        "Run npm run generate, and commit generated/.\n",
      ].join(""),
    });
    expect(await bytesIn(join(copy, "generated"))).toEqual(before);
  });
});

describe("what cannot run", () => {
  it("a specification that cannot be read: one line with file and line, exit code 2, generated/ untouched", async () => {
    const copy = await copyOfRepository();
    await edit(join(copy, "spec/paths/media.yaml"), "parameters/Limit.yaml", "parameters/Limits.yaml");
    const before = await bytesIn(join(copy, "generated"));

    const { code, stdout, stderr } = await runGenerate(["--root", copy]);

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^generate: spec\/paths\/media\.yaml:12: [^\n]+ then run npm run generate\.\n$/);
    expect(await bytesIn(join(copy, "generated"))).toEqual(before);
  });

  it("an unknown flag: one line that names it, exit code 2", async () => {
    const { code, stdout, stderr } = await runGenerate(["--chek"]);

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^generate: Unknown option '--chek'[^\n]*\n$/);
  });
});

it("--help says how to call it and what the exit codes mean", async () => {
  const { code, stdout } = await runGenerate(["--help"]);

  expect(code).toBe(0);
  expect(stdout).toMatch(/^Usage: npm run generate[\s\S]*--check[\s\S]*--root DIR[\s\S]*Exit codes: /);
});
