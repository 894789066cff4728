import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { builtCommand } from "./cache/built-command.js";
import { type Command, runCommand, say } from "./command.js";
import { LESS_INLINING } from "./less-inlining.js";
import { FROM_SOURCE, runStep, type Step, type StepResult, TYPE_CHECKER } from "./step.js";
import {
  addCounts,
  type Count,
  closingLine,
  countTests,
  skippedByFile,
  type VitestReport,
} from "./test/count.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const progress = join(root, "scripts/test/progress-reporter.ts");
const chromium = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

const checks = async (isQuick: boolean): Promise<readonly Step[]> => [
  { name: "lint", args: await lintArgs() },
  { name: "types", args: checkTypes(".") },
  // What runs in pages sees the DOM, and nothing of Node.
  { name: "pages", args: checkTypes("docs/.vitepress") },
  { name: "app", args: checkTypes("examples/gallery") },
  // Quick tests need no build.
  ...(isQuick ? [] : [{ name: "builds", args: [...FROM_SOURCE, "scripts/test/build-shared.ts"] }]),
];

/** In one thread: several do a third more work, on cores that the other checks need. */
const checkTypes = (project: string): string[] => [TYPE_CHECKER, "-p", project, "--singleThreaded"];

const test: Command = {
  name: "test",
  help: `Usage: npm test [-- [--quick] FILTER ...]

Checks everything: lint, types, that generated/ matches spec/, that packages and docs can be built, and all tests. A
FILTER runs only the test files whose path contains it, and no other check.

  --quick  leave out tests that take long or need a process, a build or a browser (npm run test:quick)
  --help   show this

The last line counts the tests: N passed, N failed, N skipped. Tests in a browser need Chromium; without it they are
skipped, and with CI=true that is a failure.
Exit codes: 0 all passed, 1 something failed, 2 could not run.`,
  switches: ["quick"],
  words: true,
  async run({ words, on }) {
    const isQuick = on.has("quick");
    const before = words.length > 0 ? [] : await runChecks(isQuick);
    const counts = [...before.map(reportCheck), await runTests(words, isQuick), checkChromium()];
    const total = addCounts(counts);
    say(closingLine(total));
    return total.failed === 0 ? 0 : 1;
  },
};

/** The built lint starts sooner. What cannot be built is linted from its source, so that the checks report why. */
const lintArgs = (): Promise<string[]> =>
  builtCommand("lint").then(
    (file) => [file],
    () => [...FROM_SOURCE, "scripts/lint.ts"],
  );

/** Runs the checks side by side. */
const runChecks = async (isQuick: boolean): Promise<StepResult[]> =>
  Promise.all((await checks(isQuick)).map((step) => runStep(step, root)));

function reportCheck({ name, code, output, seconds }: StepResult): Count {
  const passed = code === 0;
  say(`${passed ? "ok  " : "FAIL"} ${name.padEnd(6)} ${seconds.toFixed(1)} s`);
  if (!passed) say(output.trimEnd().replace(/^/gm, "  "));
  return { passed: Number(passed), failed: Number(!passed), skipped: 0 };
}

async function runTests(filters: readonly string[], isQuick: boolean): Promise<Count> {
  const folder = await mkdtemp(join(tmpdir(), "test-"));
  try {
    const file = join(folder, "report.json");
    const reporters = [`--reporter=${progress}`, "--reporter=json", `--outputFile.json=${file}`];
    const mode = isQuick ? ["--mode", "quick"] : [];
    const args = [LESS_INLINING, "node_modules/vitest/vitest.mjs", "run", ...reporters, ...mode, ...filters];
    const env = { TEST_PROGRESS: process.stdout.isTTY ? "terminal" : "lines" };
    const result = await runStep({ name: "tests", args, env }, root, (text) =>
      process.stdout.write(text.replace(/^JSON report written to .*\n/m, "")),
    );
    const report: VitestReport | null = existsSync(file) ? JSON.parse(await readFile(file, "utf8")) : null;
    const count = countTests(report, result.code);
    say(`${count.failed === 0 ? "ok  " : "FAIL"} tests  ${result.seconds.toFixed(1)} s`);
    for (const [name, number] of report === null ? [] : skippedByFile(report)) {
      say(`skipped ${number} in ${relative(root, name)}`);
    }
    return count;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Tests that were skipped for want of a browser are said to be, and in CI they are a failure. */
function checkChromium(): Count {
  if (existsSync(chromium)) return { passed: 0, failed: 0, skipped: 0 };
  const must = process.env.CI === "true";
  say(`${must ? "FAIL" : "note"} no Chromium at ${chromium}, so the tests in test/browser were skipped`);
  say("     get it with apt-get install chromium, or name another in CHROMIUM_PATH");
  return { passed: 0, failed: Number(must), skipped: 0 };
}

await runCommand(test);
