import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommand, say } from "./command.js";
import { SpecError } from "./lint/source.js";
import { checkSpec, openSpec } from "./lint/spec.js";
import { bundle, readSpec, specRoot } from "./lint/spec-file.js";
import { biome, knip, type Outcome, redocly, spectral } from "./lint/tool.js";

const repository = fileURLToPath(new URL("..", import.meta.url));
const steps = ["biome", "redocly", "spectral", "spec", "knip"] as const;
type Step = (typeof steps)[number];

await runCommand({
  name: "lint",
  help: `Usage: npm run lint -- [STEP ...] [--root FOLDER]

Checks the code and the contract. Prints one line for each step, and its findings below it. A STEP runs only the
steps that are named:

  biome     format and code of the repository
  redocly   the source of the contract, spec/
  spectral  its bundle, generated/openapi.yaml, with our own rules
  spec      orphan files, base names that stand twice, examples that are invalid or disagree
  knip      files, exports and dependencies that nothing uses

  --root FOLDER  takes spec/ and generated/ from this folder (default: the repository)
  --help         show this

Exit codes: 0 no findings, 1 findings, 2 could not run.`,
  flags: ["root"],
  words: true,
  async run({ values, words }) {
    const unknown = words.find((word) => !steps.some((step) => step === word));
    if (unknown !== undefined) throw new Error(`there is no step ${unknown}: take ${steps.join(", ")}.`);
    const chosen = words.length === 0 ? steps : steps.filter((step) => words.includes(step));
    return lint(resolve(values.root ?? repository), chosen);
  },
});

async function lint(folder: string, chosen: readonly Step[]): Promise<number> {
  const run = openSteps(folder, chosen);
  const outcomes = await Promise.all(
    chosen.map(async (step) => {
      const start = performance.now();
      const outcome = await run[step]();
      return { step, outcome, seconds: (performance.now() - start) / 1000 };
    }),
  );
  return Math.max(...outcomes.map(({ step, outcome, seconds }) => report(step, outcome, seconds)));
}

/**
 * Looks at the input before any step starts, so that a contract that cannot be read is told once, in one line,
 * and not by every tool in its own words.
 */
function openSteps(folder: string, chosen: readonly Step[]): Record<Step, () => Promise<Outcome>> {
  const spec = openSpec(readSpec(folder), specRoot);
  if (chosen.includes("spectral") && !existsSync(join(folder, bundle)))
    throw new SpecError(bundle, 1, "no such file. Run `npm run generate`.");
  return {
    biome: () => biome(repository),
    knip: () => knip(repository),
    redocly: () => redocly(repository, folder, join(folder, specRoot)),
    spectral: () => spectral(repository, folder, join(folder, bundle)),
    spec: async () => {
      const findings = checkSpec(spec);
      const lines = findings.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`);
      return lines.length === 0 ? { kind: "clean" } : { kind: "findings", lines };
    },
  };
}

/** @returns the exit code that the outcome of one step asks for */
function report(step: Step, outcome: Outcome, seconds: number): number {
  const line = (word: string) => `${word.padEnd(5)} ${step.padEnd(9)} ${seconds.toFixed(1)} s`;
  switch (outcome.kind) {
    case "clean":
      return say(line("ok"));
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
