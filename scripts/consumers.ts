import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Command, runCommand, say } from "./command.js";
import { renderPage } from "./consumers/page.js";
import { type Results, readResults, resultOf, surprisesIn } from "./consumers/results.js";
import { runTool } from "./consumers/run-tool.js";
import { TOOLS } from "./consumers/tools.js";

const PAGE = fileURLToPath(new URL("../docs/guides/generators.md", import.meta.url));
const RESULTS = fileURLToPath(new URL("../docs/evidence/consumers.json", import.meta.url));

const consumers: Command = {
  name: "consumers",
  help: `Usage: npm run consumers [-- [--write] [TOOL ...]]

Tries the contract with the code generators of other projects. Each generates a client from
generated/openapi.yaml and from generated/openapi-3.0.yaml. The client is compiled, and lists, uploads, renames and
deletes media of the mock. The tools are installed into node_modules/.cache, in the versions of
scripts/consumers/tools.ts. A tool that cannot run on this machine is skipped and counted.

  TOOL     only these: ${TOOLS.map(({ name }) => name).join(", ")}
  --write  write the results into docs/evidence/consumers.json and into the guide generated from it
  --list   print the tools and their versions, and run nothing
  --help   show this

A known fault of a tool does not fail the run. One that no longer occurs does.
Exit codes: 0 all as expected, 1 a step failed or a known fault is gone, 2 could not run.`,
  switches: ["write", "list"],
  words: true,
  async run({ words, on }) {
    const unknown = words.find((word) => !TOOLS.some(({ name }) => name === word));
    if (unknown !== undefined) throw new Error(`there is no tool ${unknown}: npm run consumers -- --list`);
    if (on.has("list")) return listTools();
    return tryTools(words, on.has("write"));
  },
};

function listTools(): 0 {
  for (const { name, version, language } of TOOLS) say(`${name.padEnd(32)} ${version.padEnd(8)} ${language}`);
  return 0;
}

async function tryTools(words: readonly string[], mustWrite: boolean): Promise<number> {
  const chosen = TOOLS.filter(({ name }) => words.length === 0 || words.includes(name));
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const)
    process.once(name, () => stop.abort(new Error(`ended by ${name}.`)));
  const found: Record<string, Results[string]> = {};
  let [surprises, skipped] = [0, 0];
  for (const [index, tool] of chosen.entries()) {
    const start = performance.now();
    const onStage = (stage: string) => progress(`[${index + 1}/${chosen.length}] ${tool.name}: ${stage}`);
    const result = await runTool(tool, { signal: stop.signal, onStage });
    progress("");
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    if (result.kind === "skipped") {
      skipped++;
      say(`skip ${tool.name}: ${result.reason}`);
      continue;
    }
    found[tool.name] = resultOf(tool, result.trials);
    // After each tool: a run that ends early keeps what it has found.
    if (mustWrite) await write(found);
    const lines = surprisesIn(tool, result.trials);
    surprises += lines.length;
    say(`${lines.length === 0 ? "ok  " : "FAIL"} ${tool.name} ${tool.version}  ${seconds} s`);
    for (const line of lines) say(`     ${line}`);
  }
  say(`${chosen.length - skipped} tools tried, ${skipped} skipped, ${surprises} not as expected`);
  return surprises === 0 ? 0 : 1;
}

/** What was not tried this time keeps its last result. */
async function write(found: Results): Promise<void> {
  const before = await readResults(RESULTS);
  const all = Object.fromEntries(
    TOOLS.flatMap(({ name }) => {
      const result = found[name] ?? before[name];
      return result === undefined ? [] : [[name, result]];
    }),
  );
  await writeFile(RESULTS, `${JSON.stringify(all, null, 2)}\n`);
  await writeFile(PAGE, renderPage(await readFile(PAGE, "utf8"), TOOLS, all));
}

/** One line that is written over, on a terminal only. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

await runCommand(consumers);
