import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Difference } from "./generate/folder.js";

const HELP = `Usage: npm run generate [-- --check] [--root DIR]

Makes generated/ from spec/.

  --check      compare, write nothing; fail when a file differs, is missing, or does not belong there
  --root DIR   folder that holds spec/ and generated/ (default: this repository)
  --help       show this

Exit codes: 0 up to date or written, 1 --check found a difference, 2 could not run.
`;

const STATES = {
  differs: "differs from spec/",
  missing: "is missing",
  stray: "does not belong there",
} as const;

/** @returns the exit code */
async function main(args: string[]): Promise<0 | 1> {
  const { values } = parseArgs({
    args,
    options: { check: { type: "boolean" }, root: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) return say(HELP);
  const root = resolve(values.root ?? fileURLToPath(new URL("..", import.meta.url)));
  return values.check ? check(root) : write(root);
}

async function check(root: string): Promise<0 | 1> {
  const { compareGenerated } = await generator();
  const { differences, texts } = await compareGenerated(root);
  if (differences.length === 0) return say(`generated/ is up to date: ${texts.size} files.\n`);
  for (const difference of differences) say(line(difference));
  say("Run npm run generate, and commit generated/.\n");
  return 1;
}

async function write(root: string): Promise<0> {
  const { writeGenerated } = await generator();
  const { differences, texts } = await writeGenerated(root);
  for (const difference of differences)
    say(`${difference.state === "stray" ? "removed" : "wrote"} generated/${difference.file}\n`);
  return say(`generated/ is up to date: ${texts.size} files.\n`);
}

/** Loaded when it is needed: it takes a second. */
const generator = () => import("./generate/generated.js");

const line = ({ file, state }: Difference): string => `generated/${file} ${STATES[state]}\n`;

function say(text: string): 0 {
  process.stdout.write(text);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`generate: ${message.replace(/\s*\n\s*/g, " ")}\n`);
  process.exitCode = 2;
}
