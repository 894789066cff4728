import { spawn } from "node:child_process";
import { join, relative, resolve } from "node:path";

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
  return run("biome", args, cwd, readText);
}

/** Files, exports and dependencies that nothing uses, by knip. */
export function knip(cwd: string): Promise<Outcome> {
  return run("knip", ["--no-progress"], cwd, readText);
}

type RedoclyProblem = {
  ruleId: string;
  message: string;
  location: { source: { ref: string }; start?: { line: number } }[];
};

/**
 * The source of the contract, by Redocly.
 *
 * @param cwd the repository, which holds the rules
 * @param document absolute path; its findings name files relative to `folder`
 */
export function redocly(cwd: string, folder: string, document: string): Promise<Outcome> {
  const args = [
    "lint",
    document,
    `--config=${join(cwd, "redocly.yaml")}`,
    "--format=json",
    "--max-problems=1000",
  ];
  return run("redocly", args, cwd, ({ code, stdout }) =>
    readJson<{ problems: RedoclyProblem[] }>(stdout, ({ problems }) =>
      findings(
        problems.map(({ ruleId, message, location: [at] }) => {
          const file = relative(folder, resolve(cwd, at?.source.ref ?? document));
          return `${file}:${at?.start?.line ?? 1} ${ruleId} ${message}`;
        }),
        code,
      ),
    ),
  );
}

type SpectralProblem = {
  code: string;
  message: string;
  source: string;
  range: { start: { line: number } };
};

/** What Spectral says of a document that it cannot read, so that no rule has looked at it. */
const unreadable = ["parser", "unrecognized-format", "invalid-ref"];

/**
 * The bundle of the contract, by Spectral.
 *
 * @param cwd the repository, which holds the rules
 * @param bundle absolute path; its findings name files relative to `folder`
 */
export function spectral(cwd: string, folder: string, bundle: string): Promise<Outcome> {
  const ruleset = `--ruleset=${join(cwd, ".spectral.yaml")}`;
  const args = ["lint", bundle, ruleset, "--quiet", "--format=json", "--fail-severity=hint"];
  const place = ({ source, range }: SpectralProblem) =>
    `${relative(folder, resolve(cwd, source || bundle))}:${range.start.line + 1}`;
  return run("spectral", args, cwd, ({ code, stdout }) =>
    readJson<SpectralProblem[]>(stdout, (problems) => {
      const blind = unreadable.flatMap((code) => problems.filter((problem) => problem.code === code))[0];
      if (blind !== undefined)
        return {
          kind: "could-not-run",
          reason: `${place(blind)}: ${blind.message}. Run \`npm run generate\`.`,
        };
      const lines = problems.map((problem) => `${place(problem)} ${problem.code} ${problem.message}`);
      return findings(lines, code);
    }),
  );
}

/** Redocly draws a box around its notice of the Node version. */
const boxed = /^\s*[╔║╚]/;

/** Runs an installed command. */
async function run(command: string, args: string[], cwd: string, read: Read): Promise<Outcome> {
  const exit = await new Promise<Exit>((settle, reject) => {
    const child = spawn(join(cwd, "node_modules/.bin", command), args, {
      cwd,
      env: { ...process.env, ...quiet },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const text = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (chunk) => (text.stdout += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk) => (text.stderr += chunk));
    child.on("error", reject).on("close", (code) => settle({ code, ...text }));
  });
  const words = linesOf(exit.stderr + exit.stdout).filter((line) => !boxed.test(line));
  const reason = `${command} ended with ${exit.code}: ${words[0] ?? "no output"}`;
  return read(exit) ?? { kind: "could-not-run", reason };
}

/** Of a tool that says by exit code 1 that it printed findings. */
function readText({ code, stdout, stderr }: Exit): Outcome | undefined {
  const lines = code === 1 ? linesOf(stdout + stderr) : [];
  return findings(lines, code);
}

function readJson<T>(text: string, outcomeOf: (value: T) => Outcome | undefined): Outcome | undefined {
  let value: T;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return outcomeOf(value);
}

/** A tool that fails without a word has not found the contract clean. */
function findings(lines: string[], code: number | null): Outcome | undefined {
  if (lines.length > 0) return { kind: "findings", lines };
  return code === 0 ? { kind: "clean" } : undefined;
}

const linesOf = (text: string) => text.split("\n").filter((line) => line.trim() !== "");
