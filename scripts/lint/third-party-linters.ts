import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { pointer } from "../generate/document/document.js";
import { findingsOutcome } from "./finding.js";
import type { Outcome } from "./outcome.js";

type Exit = { code: number | null; stdout: string; stderr: string };

/** @returns what the tool's exit means; undefined when the tool could not run */
type Read = (exit: Exit) => Outcome | undefined;

/** No telemetry and no update notices: the lint makes no request. */
const quiet = { NO_COLOR: "1", REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

/** Formats and code, by Biome. */
export function biome(cwd: string): Promise<Outcome> {
  const args = ["check", "--error-on-warnings", "--colors=off", "--max-diagnostics=none", "."];
  return run("biome", args, cwd, readText);
}

/** Files, exports and dependencies that nothing uses, by knip. */
export function knip(cwd: string): Promise<Outcome> {
  const cache = ["--cache", "--cache-location", "node_modules/.cache/knip"];
  return run("knip", ["--no-progress", ...cache], cwd, readText);
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
 * @param documents of OpenAPI or Arazzo, relative to `folder`, as the findings name them
 */
export function redocly(cwd: string, folder: string, documents: readonly string[]): Promise<Outcome> {
  const args = [
    "lint",
    ...documents.map((document) => join(folder, document)),
    `--config=${join(cwd, "redocly.source.yaml")}`,
    "--format=json",
    "--max-problems=1000",
  ];
  return run("redocly", args, cwd, ({ code, stdout }) =>
    // one report for each document, without a separator
    readJson<{ problems: RedoclyProblem[] }[]>(`[${stdout.replaceAll(/^\}\{$/gm, "},{")}]`, (reports) =>
      findings(
        reports
          .flatMap(({ problems }) => problems)
          .map(({ ruleId, message, location: [at] }) => {
            const file = relative(folder, resolve(cwd, at?.source.ref ?? ""));
            return `${file}:${at?.start?.line ?? 1} ${ruleId} ${message}`;
          }),
        code,
      ),
    ),
  );
}

type SpectralProblem = { code: string; message: string; path: (string | number)[] };

/** Spectral's codes for a document that it cannot read, so that no rule has looked at it. */
const UNREADABLE = ["parser", "unrecognized-format", "invalid-ref"];

/**
 * The bundle of the contract, by Spectral.
 *
 * @param cwd the repository, which holds the rules
 * @param document the bundle
 * @param locate finds the file and line of spec/ for a JSON Pointer into the bundle
 */
export async function spectral(
  cwd: string,
  document: object,
  locate: (pointer: string) => { file: string; line: number },
): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), "lint-bundle-"));
  try {
    const file = join(folder, "openapi.json");
    await writeFile(file, JSON.stringify(document));
    const args = ["lint", file, `--ruleset=${join(cwd, ".spectral.yaml")}`, ...SPECTRAL_FLAGS];
    return await run("spectral", args, cwd, ({ code, stdout }) =>
      readJson<SpectralProblem[]>(stdout, (problems) => {
        const unread = problems.find((problem) => UNREADABLE.includes(problem.code));
        if (unread !== undefined) return { kind: "could-not-run", reason: unread.message };
        if (problems.length === 0 && code !== 0) return undefined;
        return findingsOutcome(
          problems.map(({ code, message, path }) => ({
            ...locate(pointer(...path.map(String))),
            code,
            message,
          })),
        );
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const SPECTRAL_FLAGS = ["--quiet", "--format=json", "--fail-severity=hint"];

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

/** Reads the output of a tool whose exit code 1 means findings. */
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

/** A tool that fails without output has not found the contract clean. */
function findings(lines: string[], code: number | null): Outcome | undefined {
  if (lines.length > 0) return { kind: "findings", lines };
  return code === 0 ? { kind: "clean" } : undefined;
}

const linesOf = (text: string) => text.split("\n").filter((line) => line.trim() !== "");
