import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runCommand, say } from "./command.js";
import type { Difference } from "./generate/folder-difference.js";
import { LESS_INLINING } from "./less-inlining.js";

const repository = fileURLToPath(new URL("..", import.meta.url));

const STATES = {
  differs: "differs from spec/",
  missing: "is missing",
  stray: "does not belong there",
} as const;

setFlagsFromString(LESS_INLINING);
await runCommand({
  name: "generate",
  help: `Usage: npm run generate [-- --check] [--root DIR]

Writes generated/ from spec/.

  --check      compare, write nothing; fail when a file differs, is missing, or does not belong there
  --root DIR   folder that holds spec/ and generated/ (default: this repository)
  --help       show this

Exit codes: 0 up to date or written, 1 --check found a difference, 2 could not run.`,
  flags: ["root"],
  switches: ["check"],
  run({ values, on }) {
    const root = resolve(values.root ?? repository);
    return on.has("check") ? check(root) : write(root);
  },
});

async function check(root: string): Promise<0 | 1> {
  const { compareGenerated } = await generator();
  const { differences, texts } = await compareGenerated(root);
  if (differences.length === 0) return say(`generated/ is up to date: ${texts.size} files.`);
  for (const difference of differences) say(line(difference));
  say("Run npm run generate, and commit generated/.");
  return 1;
}

async function write(root: string): Promise<0> {
  const { writeGenerated } = await generator();
  const { differences, texts } = await writeGenerated(root);
  for (const difference of differences)
    say(`${difference.state === "stray" ? "removed" : "wrote"} generated/${difference.file}`);
  return say(`generated/ is up to date: ${texts.size} files.`);
}

/** Loaded on demand, because it takes a second. */
function generator() {
  return import("./generate/write-generated.js");
}

function line({ file, state }: Difference): string {
  return `generated/${file} ${STATES[state]}`;
}
