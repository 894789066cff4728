import { spawn } from "node:child_process";
import { join, relative } from "node:path";

/** What a step of the lint ended with. `lines` are ready to print; `reason` is one line. */
export type Outcome =
  | { kind: "clean" }
  | { kind: "findings"; lines: string[] }
  | { kind: "could-not-run"; reason: string };

type Exit = { code: number | null; stdout: string; stderr: string };

/** @returns what the tool's exit means; a tool that ends in no way we know could not run */
type Read = (exit: Exit) => Outcome | undefined;

/** Neither telemetry nor news of updates: the lint makes no request. */
const quiet = { NO_COLOR: "1", REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

/** Formats and code, by Biome. */
export function biome(cwd: string): Promise<Outcome> {
  const args = ["check", "--error-on-warnings", "--colors=off", "--max-diagnostics=none", "."];
  return run("biome", args, cwd, ({ code, stdout, stderr }) => {
    if (code === 0) return { kind: "clean" };
    return code === 1 ? { kind: "findings", lines: linesOf(stdout + stderr) } : undefined;
  });
}

type RedoclyProblem = {
  ruleId: string;
  message: string;
  location: { source: { ref: string }; start?: { line: number } }[];
};

/** The source of the contract, by Redocly. */
export function redocly(cwd: string, document: string): Promise<Outcome> {
  const args = [
    "lint",
    document,
    `--config=${join(cwd, "redocly.yaml")}`,
    "--format=json",
    "--max-problems=1000",
  ];
  return run("redocly", args, cwd, ({ stdout }) =>
    readJson<{ problems: RedoclyProblem[] }>(stdout, ({ problems }) =>
      problems.map(({ ruleId, message, location: [at] }) => {
        const file = at === undefined ? document : at.source.ref;
        return `${file}:${at?.start?.line ?? 1} ${ruleId} ${message}`;
      }),
    ),
  );
}

type SpectralProblem = {
  code: string;
  message: string;
  source: string;
  range: { start: { line: number } };
};

/** The bundle of the contract, by Spectral. */
export function spectral(cwd: string, bundle: string): Promise<Outcome> {
  const ruleset = `--ruleset=${join(cwd, ".spectral.yaml")}`;
  const args = ["lint", bundle, ruleset, "--quiet", "--format=json", "--fail-severity=hint"];
  return run("spectral", args, cwd, ({ stdout }) =>
    readJson<SpectralProblem[]>(stdout, (problems) =>
      problems.map(
        ({ code, message, source, range }) =>
          `${relative(cwd, source) || source}:${range.start.line + 1} ${code} ${message}`,
      ),
    ),
  );
}

/** Runs an installed command. */
async function run(command: string, args: string[], cwd: string, read: Read): Promise<Outcome> {
  const exit = await new Promise<Exit>((resolve, reject) => {
    const child = spawn(join(cwd, "node_modules/.bin", command), args, {
      cwd,
      env: { ...process.env, ...quiet },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const text = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (chunk) => (text.stdout += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk) => (text.stderr += chunk));
    child.on("error", reject).on("close", (code) => resolve({ code, ...text }));
  });
  const [line = "no output"] = linesOf(exit.stderr + exit.stdout);
  return read(exit) ?? { kind: "could-not-run", reason: `${command} ended with ${exit.code}: ${line}` };
}

function readJson<T>(text: string, linesFrom: (value: T) => string[]): Outcome | undefined {
  let value: T;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const lines = linesFrom(value);
  return lines.length === 0 ? { kind: "clean" } : { kind: "findings", lines };
}

const linesOf = (text: string) => text.split("\n").filter((line) => line.trim() !== "");
