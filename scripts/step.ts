import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";

/** One Node process that a command runs. */
export interface Step {
  readonly name: string;
  /** What Node runs, and its arguments. */
  readonly args: readonly string[];
  /** Variables of its environment besides those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Arguments with which Node runs a TypeScript file of this repository, and takes its packages from their sources. */
export const FROM_SOURCE = ["--conditions=@ittybit/source", "--import", "tsx"] as const;

/** The native compiler, which checks types in a fraction of the time of the one whose API the generators call. */
export const TYPE_CHECKER = "node_modules/typescript-7/bin/tsc";

/** How a step ended. */
export interface StepResult {
  readonly name: string;
  /** Null where a signal ended it. */
  readonly code: number | null;
  /** All it wrote, standard output and standard error together. */
  readonly output: string;
  readonly seconds: number;
}

/** Runs a step to its end. `show` gets its output as it comes. */
export function runStep(step: Step, cwd: string, show?: (text: string) => void): Promise<StepResult> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const env = { ...colour(), ...process.env, ...step.env };
    const child = spawn(process.execPath, step.args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk;
      show?.(`${chunk}`);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ name: step.name, code, output, seconds: (performance.now() - start) / 1000 }),
    );
  });
}

/** A step writes to a pipe, and cannot see whether what reads its output in the end is a terminal. */
const colour = (): NodeJS.ProcessEnv => (process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" });
