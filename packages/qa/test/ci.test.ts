import { existsSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { codeBlocks } from "@ittybit/test-support/documents/code-block";
import { faultyTraffic } from "@ittybit/test-support/traffic/faulty-traffic";
import { cleanTraffic, toHar } from "@ittybit/test-support/traffic/traffic";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { Sandbox, type ScriptResult } from "./sandbox.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action: Action = parse(await readFile(join(root, "action.yml"), "utf8"));
const page = await readFile(join(root, "docs/qa/ci.md"), "utf8");
const stepOf = (name: string) =>
  action.runs.steps.find((step) => step.name === name) as Step & { run: string };

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await Sandbox.open();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await rm(sandbox.folder, { recursive: true });
  await mkdir(sandbox.folder);
});

interface ActionResult extends ScriptResult {
  /** What the step says to those after it. */
  readonly outputs: string;
  readonly summary: string;
}

/** Runs the check step of the action with inputs as GitHub hands them over. */
async function check(inputs: Readonly<Record<string, string>>): Promise<ActionResult> {
  const step = stepOf("Check");
  const at = (name: string) => join(sandbox.folder, "..", name);
  for (const name of ["output", "summary", "temp"]) await rm(at(name), { recursive: true, force: true });
  const env = Object.fromEntries(
    Object.entries(step.env ?? {}).map(([name, expression]) => {
      const [, input] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression) ?? [];
      return [
        name,
        input === undefined ? sandbox.bin : (inputs[input] ?? action.inputs[input]?.default ?? ""),
      ];
    }),
  );
  const runner = { GITHUB_OUTPUT: at("output"), GITHUB_STEP_SUMMARY: at("summary"), RUNNER_TEMP: at("temp") };
  const result = await sandbox.bash(step.run, { ...env, ...runner });
  const read = (name: string) => readFile(at(name), "utf8").catch(() => "");
  return { ...result, outputs: await read("output"), summary: await read("summary") };
}

describe("the action", () => {
  test("hands inputs to the shell as variables only", () => {
    expect(action.runs.using).toBe("composite");
    const scripts = action.runs.steps.flatMap(({ run }) => run ?? []);
    expect(scripts.length).toBeGreaterThan(2);
    for (const script of scripts) expect(script).not.toContain("${{");
  });

  test("uses every input it declares, and none that it does not", async () => {
    const text = await readFile(join(root, "action.yml"), "utf8");
    const used = [...text.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(action.inputs).sort());
  });

  test("writes every report, annotations and a summary, and keeps the exit code for the end", async () => {
    await sandbox.file("recordings/a/clean.har", toHar(cleanTraffic));
    await sandbox.file("recordings/b/faulty.har", toHar(faultyTraffic));
    const { code, out, outputs, summary } = await check({ files: "recordings/**/*.har" });
    expect(code).toBe(0);
    expect(out).toContain("::error file=spec/components/schemas/MediaSummary.yaml,line=");
    const count = cleanTraffic.length + faultyTraffic.length;
    expect(summary).toMatch(/^~~~~~~~~text\n[\s\S]*\n~~~~~~~~\n$/);
    expect(summary).toContain(`\n${count} exchanges checked.\n`);
    const temp = join(sandbox.folder, "../temp/ittybit-qa");
    expect(outputs).toBe(`has-sarif=true\nexit-code=1\nreports=${temp}\n`);
    for (const ending of ["json", "sarif", "xml", "html", "txt"])
      expect(existsSync(join(temp, `report.${ending}`))).toBe(true);
    const verdict = await sandbox.bash(stepOf("Verdict").run, { QA_EXIT_CODE: "1" });
    expect(verdict.code).toBe(1);
  });

  test("is never green where the check did not run", async () => {
    expect((await sandbox.bash(stepOf("Verdict").run, { QA_EXIT_CODE: "" })).code).toBe(2);
    expect((await check({ files: "recordings/*.har" })).outputs).toContain("exit-code=2\n");
    expect((await check({ files: "" })).outputs).toContain("exit-code=2\n");
  });

  test("passes on each option", async () => {
    await sandbox.file("local.har", toHar(cleanTraffic).replaceAll("api.ittybit.com", "localhost:4010"));
    await sandbox.file("allow.yaml", '- { code: schema, reason: known, until: "2999-01-01" }\n');
    const given = {
      files: "local.har",
      server: "localhost:4010=api.ittybit.com\nb.example=*",
      reports: "out put",
    };
    const fine = await check({
      ...given,
      "min-coverage": "operations=100\nstatuses=100",
      allow: "allow.yaml",
    });
    expect(fine.outputs).toBe("has-sarif=true\nexit-code=0\nreports=out put\n");
    expect(existsSync(join(sandbox.folder, "out put/report.html"))).toBe(true);
    const short = await check({ ...given, "min-coverage": "parameters=100" });
    expect(short.outputs).toContain("exit-code=1\n");
    await sandbox.file("faulty.har", toHar(faultyTraffic));
    const accepted = await check({ files: "faulty.har", "fail-on": "never", reports: "out put" });
    expect(accepted.outputs).toContain("exit-code=0\n");
    const known = { files: "faulty.har", baseline: "out put/report.json" };
    expect((await check(known)).outputs).toContain("exit-code=0\n");
  });

  describe("reads files of any name, and runs nothing", () => {
    const names = [
      "$(touch taken).har",
      "`touch taken`.har",
      "; touch taken; .har",
      "two  words.har",
      "--help",
      "-x.har",
      "quote'\".har",
      "star*.har",
      "[a].har",
    ];
    const matched = names.filter((name) => name.endsWith(".har")).length;
    const exchanges = async (): Promise<unknown> =>
      JSON.parse(await readFile(join(sandbox.folder, "../temp/ittybit-qa/report.json"), "utf8")).exchanges;
    beforeEach(async () => {
      for (const name of names) await sandbox.file(name, toHar(cleanTraffic));
    });

    test.each([
      ["each by its own", names.join("\n"), names.length],
      ["all by a pattern", "*.har", matched],
    ])("%s", async (_, files, count) => {
      const { outputs, err } = await check({ files });
      expect([err, outputs]).toEqual(["", expect.stringContaining("exit-code=0\n")]);
      expect(await exchanges()).toMatchObject({ read: count * cleanTraffic.length });
      expect(existsSync(join(sandbox.folder, "taken"))).toBe(false);
    });
  });

  test.each(["x\ny=$(touch taken)`touch taken`", '"; touch taken; "'])(
    "runs nothing that stands in an option: %j",
    async (text) => {
      await sandbox.file("clean.har", toHar(cleanTraffic));
      const options = [
        "fail-on",
        "baseline",
        "allow",
        "server",
        "spec",
        "redact",
        "min-coverage",
        "strict",
        "reports",
      ];
      await check({ files: "clean.har", ...Object.fromEntries(options.map((name) => [name, text])) });
      expect(existsSync(join(sandbox.folder, "taken"))).toBe(false);
    },
  );
});

describe("the page", () => {
  const workflows = codeBlocks(page).flatMap(({ language, text }) =>
    language === "yaml" ? [parse(text)] : [],
  );

  test("gives the action inputs that it has", () => {
    const steps: { uses?: string; with?: object }[] = workflows[0].jobs.contract.steps;
    const [step] = steps.filter(({ uses }) => uses?.startsWith("ittybit/"));
    for (const name of Object.keys(step?.with ?? {})) expect(Object.keys(action.inputs)).toContain(name);
  });

  test("has a GitLab job whose script writes what its artifacts name", async () => {
    await sandbox.file("recordings/faulty.har", toHar(faultyTraffic));
    await sandbox.bash(
      "ittybit-qa check recordings/*.har --fail-on never --report json=contract-baseline.json",
    );
    await sandbox.command("npm", "true");
    const { script, artifacts } = workflows[1].contract;
    const { code, out } = await sandbox.bash(script.join("\n"));
    expect([code, out]).toEqual([0, expect.stringContaining("6 errors")]);
    for (const file of [...artifacts.paths, ...Object.values(artifacts.reports)])
      expect(existsSync(join(sandbox.folder, file))).toBe(true);
  });

  test("has command lines that run", async () => {
    await sandbox.file("recordings/faulty.har", toHar(faultyTraffic));
    const lines = codeBlocks(page).flatMap(({ language, text }) => (language === "sh" ? [text] : []));
    expect(lines).toHaveLength(3);
    const codes = [];
    for (const line of lines) codes.push((await sandbox.bash(line)).code);
    expect(codes).toEqual([1, 0, 0]);
  });
});
