import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Command, runCommand, say } from "./command.js";
import { CONDITIONS, type Condition } from "./prove/conditions.js";
import { FROM_SOURCE } from "./step.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const names = CONDITIONS.map(({ name }) => name);

const prove: Command = {
  name: "prove",
  help: `Usage: npm run prove -- [--only NAME ...] [FILTER ...]

Runs npm test under conditions that expose unreliable tests. A FILTER runs only the test files whose path contains it.

${CONDITIONS.map(({ name, about }) => `  ${name.padEnd(9)} ${about}`).join("\n")}

  --only NAME  one condition; may be repeated
  --help       show this

Prints one line for each run, and the failed tests below it.
Exit codes: 0 all passed, 1 something failed, 2 could not run.`,
  repeated: ["only"],
  words: true,
  async run({ lists, words }) {
    const only = lists.only ?? [];
    const unknown = only.find((name) => !names.includes(name));
    if (unknown !== undefined) throw new Error(`there is no condition ${unknown}: take ${names.join(", ")}.`);
    let code = 0;
    for (const condition of CONDITIONS.filter(({ name }) => only.length === 0 || only.includes(name)))
      code = Math.max(code, await runUnder(condition, words));
    return code;
  },
};

/** Runs npm test once under a condition. @returns 0 or 1 */
async function runUnder(condition: Condition, filters: readonly string[]): Promise<number> {
  const home = await mkdtemp(join(tmpdir(), "home-"));
  const load = condition.isBusy ? keepBusy() : [];
  const start = performance.now();
  try {
    const [command, ...args] = [...condition.command, ...FROM_SOURCE, "scripts/test.ts", ...filters];
    const env = { ...process.env, ...condition.env, ...(condition.hasEmptyHome ? { HOME: home } : {}) };
    const { code, lines } = await outputOf(command as string, args, env);
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    say(
      `${code === 0 ? "ok  " : "FAIL"} ${condition.name.padEnd(9)} ${seconds} s  ${lines.at(-1) ?? "no output"}`,
    );
    for (const line of lines.filter((each) => /^(?:failed: |FAIL )/.test(each))) say(`  ${line}`);
    return code === 0 ? 0 : 1;
  } finally {
    for (const child of load) child.kill("SIGKILL");
    await rm(home, { recursive: true, force: true });
  }
}

/** One process for each core that never waits. */
const keepBusy = () =>
  Array.from({ length: availableParallelism() }, () => spawn(process.execPath, ["-e", "for (;;);"]));

function outputOf(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; lines: string[] }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, lines: output.trimEnd().split("\n") }));
  });
}

await runCommand(prove);
