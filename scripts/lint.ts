import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { SpecError } from "./lint/source.js";
import { checkSpec, openSpec } from "./lint/spec.js";
import { bundle, readSpec, specRoot } from "./lint/spec-file.js";
import { biome, knip, type Outcome, redocly, spectral } from "./lint/tool.js";

const help = `Usage: npm run lint -- [options]

Checks the code and the contract. Prints one line for each step, and its findings below it.

Steps:
  biome     format and code of the repository
  redocly   the source of the contract, spec/
  spectral  its bundle, generated/openapi.yaml, with our own rules
  spec      orphan files, base names that stand twice, examples that are invalid or disagree
  knip      files, exports and dependencies that nothing uses (only when named)

Options:
  --only <step>    run this step alone; may be repeated
  --root <folder>  take spec/ and generated/ from this folder (default: the repository)
  --help           print this and exit

Exit codes: 0 no findings, 1 findings, 2 could not run.
`;

const repository = fileURLToPath(new URL("..", import.meta.url));
const steps = ["biome", "redocly", "spectral", "spec", "knip"] as const;
type Step = (typeof steps)[number];

/** knip runs when it is named: a package that is laid out but not written yet would be all findings. */
const standard = steps.filter((step) => step !== "knip");

process.exitCode = await main(process.argv.slice(2));

async function main(argv: string[]): Promise<number> {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        help: { type: "boolean" },
        root: { type: "string", default: repository },
        only: { type: "string", multiple: true, default: standard },
      },
    });
    if (values.help) return print(help, 0);
    const unknown = values.only.find((name) => !steps.some((step) => step === name));
    if (unknown !== undefined) throw new Error(`Unknown step '${unknown}'. See --help.`);
    return await lint(
      resolve(values.root),
      steps.filter((step) => values.only.includes(step)),
    );
  } catch (error) {
    process.stderr.write(`lint: ${reasonOf(error)}\n`);
    return 2;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const usage = "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
  return usage ? `${error.message.split(/[.\n]/)[0]}. See --help.` : error.message;
}

async function lint(folder: string, chosen: Step[]): Promise<number> {
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
function openSteps(folder: string, chosen: Step[]): Record<Step, () => Promise<Outcome>> {
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
  const line = (word: string) => `${word.padEnd(5)} ${step.padEnd(9)} ${seconds.toFixed(1)} s\n`;
  switch (outcome.kind) {
    case "clean":
      return print(line("ok"), 0);
    case "findings":
      return print(line("FAIL") + outcome.lines.map((text) => `  ${text}\n`).join(""), 1);
    case "could-not-run":
      process.stderr.write(`lint: ${step} could not run: ${outcome.reason}\n`);
      return 2;
    default:
      return outcome satisfies never;
  }
}

function print(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}
