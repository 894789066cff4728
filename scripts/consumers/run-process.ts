import { spawn } from "node:child_process";

/** How a process of a tool ended. */
export interface ProcessResult {
  /** Null where a signal ended it, or where it could not start. */
  readonly code: number | null;
  readonly stdout: string;
  /** Standard output and standard error, as they came. */
  readonly output: string;
}

/** No step of any tool takes longer than this on two cores; one that does hangs. */
const LIMIT_MS = 15 * 60_000;

/**
 * Runs one process to its end. It leads a process group of its own, so that an abort ends what it started too.
 *
 * @param signal ends the whole group
 */
export function runProcess(
  [program, ...args]: readonly [string, ...string[]],
  { cwd, env, signal }: { cwd: string; env: NodeJS.ProcessEnv; signal: AbortSignal },
): Promise<ProcessResult> {
  signal.throwIfAborted();
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let output = "";
    const end = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      } catch (error) {
        // It has ended on its own.
        if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
      }
    };
    const timer = setTimeout(end, LIMIT_MS);
    signal.addEventListener("abort", end, { once: true });
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    const finish = (code: number | null, more = "") => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve({ code, stdout, output: output + more });
    };
    child.on("error", (error) => finish(null, error.message));
    child.on("close", (code) => finish(code));
  });
}
