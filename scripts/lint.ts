import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommand, say } from "./command.js";
import { LINT_STEPS } from "./lint/all-steps.js";
import type { Outcome } from "./lint/outcome.js";
import { openSpec } from "./lint/spec/check-spec.js";
import { readSpec, specRoot } from "./lint/spec/spec-file.js";
import type { LintContext, LintStep } from "./lint/step.js";
import { cleanContent, contractKey, unlessClean } from "./lint/unchanged.js";

type StepName = keyof typeof LINT_STEPS;

const repository = fileURLToPath(new URL("..", import.meta.url));
const cache = cleanContent(repository);
const stepNames = Object.keys(LINT_STEPS) as StepName[];
const stepHelp = stepNames.map((name) => `  ${name.padEnd(10)} ${LINT_STEPS[name].about}`).join("\n");

await runCommand({
  name: "lint",
  help: `Usage: npm run lint -- [STEP ...] [--root FOLDER]

Checks the code and the contract. Prints one line for each step, followed by its findings. Name STEPs to run only
those:

${stepHelp}

  --root FOLDER  takes spec/, generated/ and CHANGELOG.md from this folder (default: the repository)
  --help         show this

Exit codes: 0 no findings, 1 findings, 2 could not run.`,
  flags: ["root"],
  words: true,
  async run({ values, words }) {
    const unknown = words.find((word) => !stepNames.some((step) => step === word));
    if (unknown !== undefined) throw new Error(`there is no step ${unknown}: take ${stepNames.join(", ")}.`);
    const chosen = words.length === 0 ? stepNames : stepNames.filter((step) => words.includes(step));
    return lint(openContext(resolve(values.root ?? repository)), chosen);
  },
});

/**
 * Reads spec/ before any step starts, so that a contract that cannot be read is reported once, in one line, and
 * not by every tool in its own words.
 */
function openContext(folder: string): LintContext {
  const spec = openSpec(readSpec(folder), specRoot);
  let bundle: ReturnType<LintContext["bundle"]> | undefined;
  const openBundle = async () => (await import("./generate/write-generated.js")).openSource(folder);
  return { repository, folder, spec, bundle: () => (bundle ??= openBundle()) };
}

async function lint(context: LintContext, chosen: readonly StepName[]): Promise<number> {
  const isOwn = context.folder === resolve(repository);
  const key = isOwn ? await contractKey(repository) : undefined;
  const outcomes = await Promise.all(
    chosen.map(async (step) => {
      const start = performance.now();
      const { checksContract, run }: LintStep = LINT_STEPS[step];
      const check = () => run(context);
      const outcome = await (checksContract && key ? unlessClean(step, key, cache, check) : check());
      return { step, outcome, seconds: (performance.now() - start) / 1000 };
    }),
  );
  return Math.max(...outcomes.map(({ step, outcome, seconds }) => report(step, outcome, seconds)));
}

/** @returns the exit code that the outcome of one step asks for */
function report(step: StepName, outcome: Outcome, seconds: number): number {
  const line = (word: string) => `${word.padEnd(5)} ${step.padEnd(9)} ${seconds.toFixed(1)} s`;
  switch (outcome.kind) {
    case "clean":
      return say(line("ok"));
    case "skipped":
      return say(`${line("skip")}  ${outcome.reason}`);
    case "findings":
      say([line("FAIL"), ...outcome.lines.map((text) => `  ${text}`)].join("\n"));
      return 1;
    case "could-not-run":
      process.stderr.write(`lint: ${step} could not run: ${outcome.reason}\n`);
      return 2;
    default:
      return outcome satisfies never;
  }
}
