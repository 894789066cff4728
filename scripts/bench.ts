import { readdirSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import type { Bench, Row } from "../bench/bench.js";

const help = `Usage: npm run bench [-- NAME… PATH…]

Runs benchmarks against baselines in the same run. NAME selects files of bench/ by the start of their name. PATH has a
slash, such as ./documents, and is for benchmarks that measure files of yours.

Exit codes: 0 all limits met, 1 a limit exceeded, 2 could not run.
`;

const folder = new URL("../bench/", import.meta.url);

async function main(args: string[]): Promise<0 | 1> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { help: { type: "boolean", short: "h" } },
  });
  if (values.help) return say(help);
  const paths = positionals.filter((name) => name.includes("/"));
  const files = benchFiles(positionals.filter((name) => !paths.includes(name)));
  const [cpu] = cpus();
  say(
    `${cpu?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}\n`,
  );
  const rows: Row[] = [];
  for (const file of files) rows.push(...(await runFile(file, paths)));
  return rows.every(({ limit, value }) => limit === null || value === null || value <= limit) ? 0 : 1;
}

function benchFiles(names: readonly string[]): string[] {
  const all = readdirSync(folder)
    .filter((file) => file.endsWith(".bench.ts"))
    .sort();
  const chosen = all.filter((file) => names.length === 0 || names.some((name) => file.startsWith(name)));
  if (chosen.length === 0)
    throw new Error(`no file of bench/ is called ${names.join(", ")}; there are ${all.join(", ")}`);
  return chosen;
}

async function runFile(file: string, paths: readonly string[]): Promise<Row[]> {
  const { title, run } = (await import(new URL(file, folder).href)) as Bench;
  say(`\n${title}\n`);
  const rows: Row[] = [];
  for await (const row of run(paths)) {
    rows.push(row);
    say(`${line(row)}\n`);
  }
  return rows;
}

function line({ name, value, unit, limit, note }: Row): string {
  if (value === null) return `  ${name.padEnd(52)} ${"skipped".padStart(14)}  ${note ?? ""}`;
  const shown = `${shownNumber(value)} ${unit}`.padStart(14);
  const verdict =
    limit === null ? "" : ` ${value <= limit ? "ok  " : "MISS"} (at most ${shownNumber(limit)} ${unit})`;
  return `  ${name.padEnd(52)} ${shown}${verdict}${note === undefined ? "" : `  ${note}`}`;
}

function shownNumber(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}

function say(text: string): 0 {
  process.stdout.write(text);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
